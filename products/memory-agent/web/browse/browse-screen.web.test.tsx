// @vitest-environment happy-dom
import { cleanup, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { memoryNode } from '../memory-node.fixture.ts';
import { renderScreen } from '../render.fixture.tsx';
import { BrowseScreen } from './browse-screen.tsx';

const stats = { l0_count: 7, l1_count: 2, l2_count: 0, l3_count: 0, forgotten_count: 0, pending_count: 0 };

function serverWith(items: readonly unknown[]) {
  const asked: URLSearchParams[] = [];
  const answer = (_method: string, path: string): unknown => {
    if (path === '/memory/stats') return stats;
    if (!path.startsWith('/memory/nodes?')) return undefined;
    asked.push(new URLSearchParams(path.split('?')[1]));
    return { items, next_cursor: null };
  };
  return { answer, asked };
}

const address = () => screen.getByTestId('address').textContent;

afterEach(cleanup);

describe('the memories', () => {
  it('are asked for as the address says, and the address follows words and levels', async () => {
    const { answer, asked } = serverWith([memoryNode(1)]);
    await renderScreen(<BrowseScreen />, '/memory/browse?level=l1&min=0.4', answer);
    expect(await screen.findByText('Content 1')).toBeDefined();
    expect(asked.at(-1)?.get('level')).toBe('l1');
    expect(asked.at(-1)?.get('min_importance')).toBe('0.4');
    await userEvent.type(screen.getByRole('textbox', { name: 'Search in memories' }), 'library');
    await waitFor(() => expect(address()).toBe('/memory/browse?level=l1&min=0.4&q=library'));
    await waitFor(() => expect(asked.at(-1)?.get('q')).toBe('library'));
    await userEvent.click(screen.getByRole('tab', { name: /Words/ }));
    await waitFor(() => expect(asked.at(-1)?.get('level')).toBe('l0'));
    expect(address()).toContain('level=l0');
  });

  it('lead out of filters that find nothing', async () => {
    const { answer } = serverWith([]);
    await renderScreen(<BrowseScreen />, '/memory/browse?q=nowhere&deleted=1', answer);
    expect(await screen.findByText('No memory matches')).toBeDefined();
    await userEvent.click(screen.getAllByRole('button', { name: 'Reset filters' }).at(-1) ?? document.body);
    await waitFor(() => expect(address()).toBe('/memory/browse'));
    expect(await screen.findByText('Nothing is remembered yet')).toBeDefined();
  });
});
