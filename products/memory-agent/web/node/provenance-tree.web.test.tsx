// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, it } from 'vitest';
import { memoryNode } from '../memory-node.fixture.ts';
import { renderScreen } from '../render.fixture.tsx';
import { ProvenanceTree } from './provenance-tree.tsx';

const episode = memoryNode(2, { level: 'l1', kind: 'episode', label: 'A talk about work' });
const turn = memoryNode(3, { content: 'I work at the library' });
const fact = { ...memoryNode(1, { level: 'l2', kind: 'fact' }), sources: [episode], derived: [], edges: [] };

afterEach(cleanup);

it('is walked, unfolded and opened with keys alone', async () => {
  const opened: string[] = [];
  await renderScreen(
    <ProvenanceTree
      heading="h2"
      node={fact}
      direction="sources"
      title="Made from"
      onOpen={(id) => opened.push(id)}
    />,
    '/',
    (_method, path) =>
      path === `/memory/nodes/${episode.id}`
        ? { ...episode, sources: [turn], derived: [fact], edges: [] }
        : undefined,
  );
  const root = await screen.findByRole('treeitem', { name: /A talk about work/ });
  expect(root.getAttribute('aria-expanded')).toBe('false');
  await userEvent.tab();
  expect(document.activeElement).toBe(root);
  await userEvent.keyboard('{ArrowRight}');
  const leaf = await screen.findByRole('treeitem', { name: /I work at the library/ });
  expect(leaf.getAttribute('aria-level')).toBe('2');
  expect(leaf.hasAttribute('aria-expanded')).toBe(false);
  await userEvent.keyboard('{ArrowRight}');
  expect(document.activeElement).toBe(leaf);
  await userEvent.keyboard('{Enter}');
  expect(opened).toEqual([turn.id]);
  await userEvent.keyboard('{ArrowLeft}{ArrowLeft}');
  expect(screen.queryByRole('treeitem', { name: /I work at the library/ })).toBeNull();
});

it('says that an original has no sources', async () => {
  const original = { ...turn, sources: [], derived: [], edges: [] };
  await renderScreen(
    <ProvenanceTree heading="h2" node={original} direction="sources" title="Made from" onOpen={() => {}} />,
    '/',
    () => undefined,
  );
  expect(await screen.findByText(/This is an original/)).toBeDefined();
  expect(screen.queryByRole('tree')).toBeNull();
});
