// @vitest-environment happy-dom
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { QuestDraft } from '../../../contract/index.ts';
import { type Answer, type Asked, refusal, renderAt } from '../../render.fixture.tsx';
import { questDraft, walkPoint } from '../quest-draft.fixture.ts';
import { EditorScreen } from './editor-screen.tsx';

interface Server {
  draft: QuestDraft;
  readonly answer: Answer;
}

const has = (body: unknown): body is { readonly revision: number } & Partial<QuestDraft> =>
  typeof body === 'object' && body !== null && 'revision' in body;

/** A server that holds one draft and minds its revision. */
function serverWith(change: Partial<QuestDraft>, other: Answer = () => undefined): Server {
  const base = `/v2/quests/${questDraft({}).id}`;
  const server: Server = {
    draft: questDraft(change),
    answer(asked) {
      const { method, path, body } = asked;
      if (path === `${base}/draft`) return server.draft;
      if (path.startsWith('/v2/dictionaries/')) return { items: [] };
      if (method === 'PATCH' || method === 'PUT') {
        if (!has(body)) return refusal(422, 'http.invalid');
        if (body.revision !== server.draft.revision) return refusal(409, 'quests.revision_stale');
        server.draft = { ...server.draft, ...body, revision: body.revision + 1 };
        return server.draft;
      }
      return other(asked);
    },
  };
  return server;
}

const open = (server: Server, search = ''): Promise<readonly Asked[]> =>
  renderAt(<EditorScreen />, {
    path: '/studio/:id',
    address: `/studio/${server.draft.id}${search}`,
    answer: server.answer,
  });

const three = [walkPoint(1), walkPoint(2), walkPoint(3)];
const summary = () => screen.findByRole('textbox', { name: /In a few words/ });
const kept = () => Object.keys(localStorage).filter((key) => key.startsWith('quintet.studio.'));

beforeEach(() => localStorage.clear());
afterEach(cleanup);

describe('what is written', () => {
  it('is saved by itself with the revision, and said to be', async () => {
    const server = serverWith({});
    const asked = await open(server);
    await userEvent.type(await summary(), 'Bridges');
    await waitFor(() => expect(server.draft.summary).toBe('Bridges'));
    expect(await screen.findByText('Saved')).toBeDefined();
    expect(asked.filter(({ method }) => method === 'PATCH').at(-1)?.body).toMatchObject({
      summary: 'Bridges',
    });
    expect(kept()).toEqual([]);
  });

  it('asks which version is to stay when another window saved, and overwrites', async () => {
    const server = serverWith({});
    await open(server);
    const field = await summary();
    server.draft = { ...server.draft, revision: 9, summary: 'Theirs' };
    await userEvent.type(field, 'Mine');
    const dialog = await screen.findByRole('dialog', { name: 'The quest was changed elsewhere' });
    expect(server.draft.summary).toBe('Theirs');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Keep mine' }));
    await waitFor(() => expect(server.draft.summary).toBe('Mine'));
  });

  it('can give way to the other window', async () => {
    const server = serverWith({});
    await open(server);
    const field = await summary();
    server.draft = { ...server.draft, revision: 9, summary: 'Theirs' };
    await userEvent.type(field, 'Mine');
    await userEvent.click(await screen.findByRole('button', { name: 'Load that version' }));
    await waitFor(async () => expect(await summary()).toHaveProperty('value', 'Theirs'));
    expect(server.draft.revision).toBe(9);
  });

  it('survives a reload while the server cannot be reached', async () => {
    const server = serverWith({});
    await renderAt(<EditorScreen />, {
      path: '/studio/:id',
      address: `/studio/${server.draft.id}`,
      answer: (asked) => (asked.method === 'PATCH' ? refusal(503, 'http.unavailable') : server.answer(asked)),
    });
    await userEvent.type(await summary(), 'Kept');
    await waitFor(() => expect(kept()).toHaveLength(1));
    cleanup();
    await open(server);
    expect(await summary()).toHaveProperty('value', 'Kept');
    await waitFor(() => expect(server.draft.summary).toBe('Kept'));
  });

  it('cannot be touched while the moderators look', async () => {
    await open(serverWith({ state: 'in_review' }));
    expect(await screen.findByText('The quest is with the moderators')).toBeDefined();
    expect((await summary()).closest('[inert]')).not.toBeNull();
    expect(screen.getByRole('button', { name: 'Take back' })).toBeDefined();
  });
});

describe('the points', () => {
  it('move by their buttons and by keys; the focus stays with the point', async () => {
    const server = serverWith({ points: three });
    await open(server, '?tab=route');
    const down = await screen.findByRole('button', { name: 'Move down: Place 1' });
    down.focus();
    await userEvent.keyboard('{Enter}');
    expect(await screen.findByText('“Place 1” is now 2 of 3')).toBeDefined();
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Move down: Place 1');
    await userEvent.keyboard('{Enter}');
    // The last cannot go further: its row takes the focus, and goes up by Alt and the arrow.
    await waitFor(() => expect(document.activeElement?.getAttribute('data-part')).toBe('row'));
    await userEvent.keyboard('{Alt>}{ArrowUp}{/Alt}');
    await waitFor(() =>
      expect(server.draft.points.map(({ title }) => title)).toEqual(['Place 2', 'Place 1', 'Place 3']),
    );
  });

  it('are not saved while their task contradicts itself, and are once it does not', async () => {
    const server = serverWith({ points: three });
    await open(server, `?tab=route&point=${three[0]?.id}`);
    await userEvent.click(await screen.findByRole('combobox', { name: 'Kind of task' }));
    await userEvent.click(await screen.findByRole('option', { name: 'Choose from options' }));
    await userEvent.type(screen.getByRole('textbox', { name: /Question/ }), 'Which bridge?');
    await userEvent.type(screen.getByRole('textbox', { name: 'Option 1' }), 'Anichkov');
    expect(screen.getByText('fill in at least two lines')).toBeDefined();
    await userEvent.type(screen.getByRole('textbox', { name: 'Option 2' }), 'Bank');
    expect(screen.getByText('mark what is right')).toBeDefined();
    expect(await screen.findByText('Partly saved')).toBeDefined();
    expect(server.draft.points[0]?.task).toEqual({ kind: 'gps' });
    await userEvent.click(screen.getByRole('radio', { name: 'Option 2 is right' }));
    await waitFor(() =>
      expect(server.draft.points[0]?.task).toMatchObject({ kind: 'choice', question: 'Which bridge?' }),
    );
    expect(await screen.findByText('Saved')).toBeDefined();
  });
});

describe('publication', () => {
  it('is checked with the way to what is missing', async () => {
    const faults = [
      { code: 'cover_missing', point_id: null },
      { code: 'point_far', point_id: three[1]?.id },
    ];
    const server = serverWith({ points: three }, ({ path }) =>
      path.endsWith('/readiness') ? { ready: false, faults } : undefined,
    );
    await open(server, '?tab=check');
    await userEvent.click(await screen.findByRole('button', { name: '2. Place 2' }));
    expect(await screen.findByRole('textbox', { name: /Title of the point/ })).toHaveProperty(
      'value',
      'Place 2',
    );
    expect(screen.getByTestId('address').textContent).toContain(`point=${three[1]?.id}`);
  });

  it('is asked for after a question', async () => {
    const server = serverWith({ points: three }, ({ path }) => {
      if (!path.endsWith('/submit')) return undefined;
      server.draft = { ...server.draft, state: 'in_review' };
      return server.draft;
    });
    await open(server);
    await userEvent.click(await screen.findByRole('button', { name: 'Send for review' }));
    const dialog = await screen.findByRole('dialog');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Send for review' }));
    expect(await screen.findByText('The quest is with the moderators')).toBeDefined();
  });

  it('can be tried as a player', async () => {
    const server = serverWith({ points: three }, ({ path, body }) =>
      path === '/v2/sessions' ? { id: 'walk-1', body } : undefined,
    );
    const asked = await open(server);
    await userEvent.click(await screen.findByRole('button', { name: 'Test walk' }));
    await waitFor(() => expect(screen.getByTestId('address').textContent).toBe('/play/walk-1'));
    expect(asked.at(-1)?.body).toEqual({ quest_id: server.draft.id, test: true });
  });
});
