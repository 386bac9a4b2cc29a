import type { Kind, Level } from '../levels/levels.ts';

/** What the browser shows; the address of the page holds it. */
export interface Filters {
  readonly q: string;
  readonly level: Level | null;
  readonly kind: Kind | null;
  /** 0 to 1. */
  readonly importance: readonly [from: number, to: number];
  /** Days as `YYYY-MM-DD`, in the reader's time zone; empty for open ends. */
  readonly from: string;
  readonly to: string;
  readonly deleted: boolean;
}

export const noFilters: Filters = {
  q: '',
  level: null,
  kind: null,
  importance: [0, 1],
  from: '',
  to: '',
  deleted: false,
};

export const kinds = ['turn', 'note', 'episode', 'fact', 'topic', 'theme'] as const satisfies readonly Kind[];
const levels = ['l0', 'l1', 'l2', 'l3'] as const satisfies readonly Level[];

const oneOf = <Value extends string>(values: readonly Value[], text: string | null): Value | null =>
  values.find((value) => value === text) ?? null;

const day = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const dayOr = (text: string | null): string => (text !== null && day.test(text) ? text : '');

const share = (text: string | null, fallback: number): number => {
  if (text === null || text.trim() === '') return fallback;
  const value = Number(text);
  return Number.isFinite(value) ? Math.min(1, Math.max(0, Math.round(value * 100) / 100)) : fallback;
};

/** Reads filters from an address; what is not understood counts as not given. */
export function filtersFrom(search: URLSearchParams): Filters {
  const low = share(search.get('min'), 0);
  const high = share(search.get('max'), 1);
  return {
    q: (search.get('q') ?? '').slice(0, 500),
    level: oneOf(levels, search.get('level')),
    kind: oneOf(kinds, search.get('kind')),
    importance: [Math.min(low, high), Math.max(low, high)],
    from: dayOr(search.get('from')),
    to: dayOr(search.get('to')),
    deleted: search.get('deleted') === '1',
  };
}

/** Writes filters into an address, leaving its other parts as they are; defaults are left out. */
export function withFilters(search: URLSearchParams, filters: Filters): URLSearchParams {
  const next = new URLSearchParams(search);
  const put = (name: string, value: string): void => {
    if (value === '') next.delete(name);
    else next.set(name, value);
  };
  put('q', filters.q);
  put('level', filters.level ?? '');
  put('kind', filters.kind ?? '');
  put('min', filters.importance[0] === 0 ? '' : String(filters.importance[0]));
  put('max', filters.importance[1] === 1 ? '' : String(filters.importance[1]));
  put('from', filters.from);
  put('to', filters.to);
  put('deleted', filters.deleted ? '1' : '');
  return next;
}

/** How many filters beside level and words are set. */
export function countFilters({ kind, importance, from, to, deleted }: Filters): number {
  const narrowed = importance[0] > 0 || importance[1] < 1;
  return [kind !== null, narrowed, from !== '', to !== '', deleted].filter(Boolean).length;
}

const startOf = (text: string, daysLater: number): string => {
  const [year = 0, month = 1, date = 1] = text.split('-').map(Number);
  return new Date(year, month - 1, date + daysLater).toISOString();
};

/** The same as the server's query; the last day counts whole. */
export function queryOf({ q, level, kind, importance, from, to, deleted }: Filters) {
  const words = q.trim();
  return {
    ...(words === '' ? {} : { q: words }),
    ...(level === null ? {} : { level }),
    ...(kind === null ? {} : { kind }),
    ...(importance[0] === 0 ? {} : { min_importance: importance[0] }),
    ...(importance[1] === 1 ? {} : { max_importance: importance[1] }),
    ...(from === '' ? {} : { from: startOf(from, 0) }),
    ...(to === '' ? {} : { to: startOf(to, 1) }),
    ...(deleted ? { deleted } : {}),
  };
}
