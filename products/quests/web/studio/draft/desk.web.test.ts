import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ApiProblem } from '#platform/web';
import type { QuestDraft } from '../../../contract/index.ts';
import { questDraft, walkPoint } from '../quest-draft.fixture.ts';
import { createDesk, type Desk } from './desk.ts';
import type { DraftKeeping, KeptDraft } from './kept-draft.ts';
import type { Fields } from './work.rules.ts';

const problem = (status: number, code: string): ApiProblem =>
  new ApiProblem(status, { type: 'about:blank', title: 'Refused', status, code });

/** A server with one draft, and a browser's storage. */
function world(start: QuestDraft, kept: KeptDraft | null = null) {
  const state = { draft: start, kept, sent: [] as string[], fault: null as ApiProblem | null };
  const save = async (what: string, change: Partial<QuestDraft>, revision: number): Promise<QuestDraft> => {
    state.sent.push(what);
    if (state.fault !== null) throw state.fault;
    if (revision !== state.draft.revision) throw problem(409, 'quests.revision_stale');
    state.draft = { ...state.draft, ...change, revision: revision + 1 };
    return state.draft;
  };
  const keeping: DraftKeeping = {
    load: () => state.kept,
    keep: (draft) => {
      state.kept = draft;
    },
    drop: () => {
      state.kept = null;
    },
  };
  const desk = createDesk(start, {
    saveFields: (fields, revision) => save(`fields ${Object.keys(fields).join()}`, fields, revision),
    savePoints: (points, revision) => save(`points ${points.length}`, { points }, revision),
    read: async () => state.draft,
    keeping,
    rest: 800,
    again: 5_000,
  });
  return { state, desk };
}

const write = (desk: Desk, fields: Partial<Fields>): void =>
  desk.change((work) => ({ ...work, fields: { ...work.fields, ...fields } }));

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('the desk', () => {
  it('saves fields, then points on the new revision, once the author rests', async () => {
    const { desk, state } = world(questDraft({}));
    write(desk, { summary: 'A' });
    write(desk, { summary: 'Ab' });
    desk.change((work) => ({ ...work, points: [walkPoint(1)] }));
    expect(desk.store.getState().saving).toBe('waiting');
    expect(state.kept?.work.fields.summary).toBe('Ab');
    await vi.advanceTimersByTimeAsync(900);
    expect(state.sent).toEqual(['fields summary', 'points 1']);
    expect(desk.store.getState()).toMatchObject({ saving: 'saved', base: { revision: 5 } });
    expect(state.kept).toBeNull();
  });

  it('keeps in the browser what is not whole, and says saved for the rest', async () => {
    const { desk, state } = world(questDraft({}));
    write(desk, { title: 'x', summary: 'Good' });
    await vi.advanceTimersByTimeAsync(900);
    expect(state.sent).toEqual(['fields summary']);
    expect(desk.store.getState().saving).toBe('saved');
    expect(state.kept?.work.fields.title).toBe('x');
  });

  it('tries again by itself when the server could not be reached', async () => {
    const { desk, state } = world(questDraft({}));
    state.fault = new ApiProblem(0);
    write(desk, { summary: 'A' });
    await vi.advanceTimersByTimeAsync(900);
    expect(desk.store.getState().saving).toBe('failed');
    expect(state.kept).not.toBeNull();
    state.fault = null;
    await vi.advanceTimersByTimeAsync(5_100);
    expect(desk.store.getState().saving).toBe('saved');
    expect(state.draft.summary).toBe('A');
  });

  it('does not repeat what the server refused until something changes', async () => {
    const { desk, state } = world(questDraft({}));
    state.fault = problem(422, 'quests.entry_unknown');
    write(desk, { city: 'atlantis' });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(state.sent).toHaveLength(1);
    state.fault = null;
    write(desk, { city: 'moscow' });
    await vi.advanceTimersByTimeAsync(900);
    expect(state.draft.city).toBe('moscow');
  });

  it.each(['mine', 'theirs'] as const)('lets %s stay after two windows wrote', async (whose) => {
    const { desk, state } = world(questDraft({}));
    state.draft = questDraft({ revision: 9, summary: 'Theirs', title: 'Their title' });
    write(desk, { summary: 'Mine' });
    await vi.advanceTimersByTimeAsync(900);
    expect(desk.store.getState().saving).toBe('stale');
    write(desk, { summary: 'Mine, longer' });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(state.sent).toHaveLength(1);
    expect(state.kept?.revision).toBe(3);
    await (whose === 'mine' ? desk.overwrite() : desk.takeTheirs());
    expect(state.draft).toMatchObject(
      whose === 'mine' ? { summary: 'Mine, longer', title: 'A walk' } : { summary: 'Theirs', revision: 9 },
    );
    expect(desk.store.getState()).toMatchObject({
      saving: 'saved',
      work: { fields: { summary: state.draft.summary } },
    });
    expect(state.kept).toBeNull();
  });

  it('goes on with what the browser kept, and asks when the server has moved on', async () => {
    const written = world(questDraft({}));
    write(written.desk, { summary: 'Kept' });
    const { kept } = written.state;
    const same = world(questDraft({}), kept);
    await vi.advanceTimersByTimeAsync(900);
    expect(same.state.draft.summary).toBe('Kept');
    const later = world(questDraft({ revision: 8 }), kept);
    await vi.advanceTimersByTimeAsync(900);
    expect(later.desk.store.getState().saving).toBe('stale');
    expect(later.state.sent).toEqual([]);
    expect(later.state.kept?.revision).toBe(3);
  });

  it('takes what the server tells anew where nothing lies on the desk', () => {
    const { desk } = world(questDraft({}));
    desk.receive(questDraft({ revision: 4, summary: 'Elsewhere' }));
    expect(desk.store.getState().work.fields.summary).toBe('Elsewhere');
    write(desk, { summary: 'Mine' });
    desk.receive(questDraft({ revision: 5, summary: 'Later' }));
    expect(desk.store.getState()).toMatchObject({
      base: { revision: 4 },
      work: { fields: { summary: 'Mine' } },
    });
    desk.receive(questDraft({ revision: 4, summary: 'Elsewhere', state: 'in_review' }));
    expect(desk.store.getState().base.state).toBe('in_review');
  });

  it('saves at once what is left when it closes', async () => {
    const { desk, state } = world(questDraft({}));
    write(desk, { summary: 'Last words' });
    desk.close();
    await vi.advanceTimersByTimeAsync(0);
    expect(state.draft.summary).toBe('Last words');
  });
});
