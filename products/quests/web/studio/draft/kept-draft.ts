import type { Work } from './work.rules.ts';

/** What a browser keeps of a draft until the server has it. */
export interface KeptDraft {
  /** The revision it was written on. */
  readonly revision: number;
  readonly work: Work;
}

export interface DraftKeeping {
  load(): KeptDraft | null;
  keep(draft: KeptDraft): void;
  drop(): void;
}

const isKept = (value: unknown): value is KeptDraft => {
  if (typeof value !== 'object' || value === null || !('revision' in value) || !('work' in value))
    return false;
  const { revision, work } = value;
  return (
    typeof revision === 'number' &&
    typeof work === 'object' &&
    work !== null &&
    'fields' in work &&
    'points' in work &&
    Array.isArray(work.points)
  );
};

/** Keeps one person's unsaved changes of one quest in this browser. */
export function keepIn(storage: Storage, userId: string, questId: string): DraftKeeping {
  const key = `quintet.studio.${userId}.${questId}`;
  return {
    load() {
      try {
        const kept: unknown = JSON.parse(storage.getItem(key) ?? 'null');
        return isKept(kept) ? kept : null;
      } catch {
        return null;
      }
    },
    keep(draft) {
      try {
        storage.setItem(key, JSON.stringify(draft));
      } catch {
        // A full or forbidden storage: the page itself still holds the changes.
      }
    },
    drop() {
      try {
        storage.removeItem(key);
      } catch {
        // As above.
      }
    },
  };
}
