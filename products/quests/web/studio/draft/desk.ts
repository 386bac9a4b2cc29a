import { createStore, type StoreApi } from 'zustand/vanilla';
import { type ApiProblem, asProblem } from '#platform/web';
import type { Point, QuestDraft } from '../../../contract/index.ts';
import type { DraftKeeping } from './kept-draft.ts';
import { changeOf, type Fields, isAhead, isNothing, type Work, workOf } from './work.rules.ts';

export type Saving = 'saved' | 'waiting' | 'saving' | 'failed' | 'stale';

export interface DeskState {
  /** What the server has. */
  readonly base: QuestDraft;
  readonly work: Work;
  readonly saving: Saving;
  readonly problem: ApiProblem | null;
}

export interface DeskPorts {
  saveFields(fields: Partial<Fields>, revision: number): Promise<QuestDraft>;
  savePoints(points: Point[], revision: number): Promise<QuestDraft>;
  read(): Promise<QuestDraft>;
  readonly keeping: DraftKeeping;
  /** Rest after the last change before it is saved, milliseconds. */
  readonly rest: number;
  /** Wait before a save that met no server is tried again, milliseconds. */
  readonly again: number;
}

/** The author's desk: every change is kept in the browser at once and on the server after a moment of rest. */
export interface Desk {
  readonly store: StoreApi<DeskState>;
  change(by: (work: Work) => Work): void;
  /** Saves at once; false when something did not get through. */
  flush(): Promise<boolean>;
  /** The server's draft became known anew: taken as it is where nothing lies on the desk. */
  receive(draft: QuestDraft): void;
  /** Two windows wrote: mine shall be. */
  overwrite(): Promise<void>;
  /** Two windows wrote: theirs shall be. */
  takeTheirs(): Promise<void>;
  close(): void;
}

const staleCode = 'quests.revision_stale';

export function createDesk(draft: QuestDraft, ports: DeskPorts): Desk {
  const kept = ports.keeping.load();
  const isKeptStale = kept !== null && kept.revision !== draft.revision && isAhead(draft, kept.work);
  const store = createStore<DeskState>(() => ({
    base: draft,
    work: kept?.work ?? workOf(draft),
    saving: isKeptStale ? 'stale' : 'saved',
    problem: null,
  }));
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<boolean> | null = null;
  let writtenOn = isKeptStale ? kept.revision : draft.revision;

  /** Remembers in the browser what the server lacks. A stale draft keeps the revision it was written on. */
  const keep = (): void => {
    const { base, work, saving } = store.getState();
    if (saving !== 'stale') writtenOn = base.revision;
    if (isAhead(base, work)) ports.keeping.keep({ revision: writtenOn, work });
    else ports.keeping.drop();
  };

  async function send(): Promise<boolean> {
    const sent = store.getState().work;
    const { fields } = changeOf(store.getState().base, sent);
    store.setState({ saving: 'saving', problem: null });
    try {
      if (fields !== null) {
        store.setState({ base: await ports.saveFields(fields, store.getState().base.revision) });
      }
      const { base } = store.getState();
      const { points } = changeOf(base, sent);
      if (points !== null) store.setState({ base: await ports.savePoints(points, base.revision) });
    } catch (error) {
      const problem = asProblem(error);
      store.setState({ saving: problem.code === staleCode ? 'stale' : 'failed', problem });
      if (problem.passing) plan(ports.again);
      return false;
    }
    keep();
    if (store.getState().work === sent) {
      store.setState({ saving: 'saved' });
      return true;
    }
    return send();
  }

  function save(): Promise<boolean> {
    clearTimeout(timer);
    running ??= send().finally(() => {
      running = null;
    });
    return running;
  }

  function plan(wait: number): void {
    clearTimeout(timer);
    timer = setTimeout(() => void flush(), wait);
  }

  async function flush(): Promise<boolean> {
    const { base, work, saving } = store.getState();
    if (saving === 'stale') return false;
    if (running === null && isNothing(changeOf(base, work))) {
      store.setState({ saving: 'saved', problem: null });
      return true;
    }
    return save();
  }

  const settle = (base: QuestDraft, work: Work): void => {
    clearTimeout(timer);
    store.setState({ base, work, saving: 'saved', problem: null });
    keep();
  };

  if (kept !== null && !isKeptStale) {
    keep();
    if (!isNothing(changeOf(draft, kept.work))) {
      store.setState({ saving: 'waiting' });
      plan(ports.rest);
    }
  }

  return {
    store,
    flush,
    change(by) {
      const { base, work, saving } = store.getState();
      const next = by(work);
      if (next === work) return;
      store.setState({ work: next });
      keep();
      if (saving === 'stale') return;
      if (saving === 'saving') return;
      store.setState({ saving: isNothing(changeOf(base, next)) ? 'saved' : 'waiting' });
      plan(ports.rest);
    },
    receive(fresh) {
      const { base, work, saving } = store.getState();
      if (running !== null || saving === 'stale' || fresh.revision < base.revision) return;
      if (!isAhead(base, work)) settle(fresh, workOf(fresh));
      else if (fresh.revision === base.revision) store.setState({ base: fresh });
    },
    async overwrite() {
      const base = await ports.read();
      store.setState({ base, saving: 'waiting', problem: null });
      keep();
      await flush();
    },
    async takeTheirs() {
      const base = await ports.read();
      settle(base, workOf(base));
    },
    close() {
      clearTimeout(timer);
      const { base, work, saving } = store.getState();
      if (saving !== 'stale' && !isNothing(changeOf(base, work))) void save();
    },
  };
}
