import type { Requirement } from '../../../contract/index.ts';

export interface Filters {
  readonly text: string;
  /** Empty: all. */
  readonly type: string;
  readonly characteristic: string;
  /** Empty: all; `with`, `without`; otherwise keys of rules, joined by commas. */
  readonly findings: string;
  readonly order: 'document' | 'score';
}

export const noFilters: Filters = {
  text: '',
  type: '',
  characteristic: '',
  findings: '',
  order: 'document',
};

export const isFiltered = ({ text, type, characteristic, findings }: Filters): boolean =>
  text.trim() !== '' || type !== '' || characteristic !== '' || findings !== '';

/** Nobody is named who does it. */
export const actorRules = ['missing-actor', 'passive-no-actor', 'story-role'] as const;
/** Nothing to verify it by. */
export const criterionRules = ['unverifiable', 'missing-criterion', 'vague-term', 'vague-time'] as const;

function fitsFindings({ findings: found }: Requirement, wanted: string): boolean {
  if (wanted === '') return true;
  if (wanted === 'with') return found.length > 0;
  if (wanted === 'without') return found.length === 0;
  const keys = wanted.split(',');
  return found.some(({ key }) => keys.includes(key));
}

/** The requirements a person wants to see, in their order. */
export function filtered(all: readonly Requirement[], filters: Filters): readonly Requirement[] {
  const words = filters.text.trim().toLocaleLowerCase('ru');
  const fits = all.filter(
    (one) =>
      (filters.type === '' || one.type === filters.type) &&
      (filters.characteristic === '' || one.characteristic === filters.characteristic) &&
      fitsFindings(one, filters.findings) &&
      (words === '' || `${one.id} ${one.text}`.toLocaleLowerCase('ru').includes(words)),
  );
  return filters.order === 'score' ? fits.toSorted((one, other) => one.score - other.score) : fits;
}

/** What occurs, with how often, the most frequent first. */
export function countsOf(values: readonly string[]): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((one, other) => other[1] - one[1] || (one[0] < other[0] ? -1 : 1));
}
