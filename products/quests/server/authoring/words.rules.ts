import type { QuestContent } from '../catalogue/content.ts';
import type { DictionaryKind, Entry } from '../dictionaries/dictionary.ts';

/** A code in a quest and where it stands in the request. */
export interface UsedWord {
  readonly kind: DictionaryKind;
  readonly code: string;
  readonly pointer: string;
}

/** Every dictionary code that a content carries. */
export function wordsOf(content: QuestContent): readonly UsedWord[] {
  const one = (kind: DictionaryKind, code: string | null): readonly UsedWord[] =>
    code === null ? [] : [{ kind, code, pointer: `/body/${kind}` }];
  const many = (kind: DictionaryKind, field: 'activities' | 'tools'): readonly UsedWord[] =>
    content[field].map((code, index) => ({ kind, code, pointer: `/body/${field}/${index}` }));
  return [
    ...one('city', content.city),
    ...one('category', content.category),
    ...one('vehicle', content.vehicle),
    ...one('place', content.place),
    ...many('activity', 'activities'),
    ...many('tool', 'tools'),
  ];
}

const nameOf = ({ kind, code }: { readonly kind: string; readonly code: string }) => `${kind}/${code}`;

/** Pointers of words that are not there, or are out of use and were not on the quest before. */
export function unknownWords(
  words: readonly UsedWord[],
  entries: readonly Entry[],
  before: readonly UsedWord[],
): readonly string[] {
  const known = new Map(entries.map((entry) => [nameOf(entry), entry]));
  const had = new Set(before.map(nameOf));
  return words
    .filter((word) => {
      const entry = known.get(nameOf(word));
      return entry === undefined || !(entry.active || had.has(nameOf(word)));
    })
    .map(({ pointer }) => pointer);
}
