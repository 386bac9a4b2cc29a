import type { DictionaryKind, DictionarySnapshot, Entry, Word } from './dictionary.ts';

const nowhere = '00000000-0000-4000-8000-000000000000';

/** Indexes entries by kind and code. */
export function snapshotOf(entries: readonly Entry[]): DictionarySnapshot {
  const byCode = new Map(entries.map((entry) => [`${entry.kind}/${entry.code}`, entry]));
  const words = new Map<string, Word>(
    entries.map(({ id, kind, code, name }) => [`${kind}/${code}`, { id, code, name }]),
  );
  return {
    entries,
    find: (kind: DictionaryKind, code: string) => byCode.get(`${kind}/${code}`),
    word: (kind, code) => words.get(`${kind}/${code}`) ?? { id: nowhere, code, name: { ru: code, en: code } },
  };
}

/** Tells whether the text names a time zone that this runtime knows. */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
