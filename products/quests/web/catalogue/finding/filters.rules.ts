export const wordNames = ['city', 'category', 'vehicle', 'place', 'activity', 'tool'] as const;
export type WordName = (typeof wordNames)[number];

export const sorts = ['popular', 'new', 'rating', 'price', 'distance'] as const;
export type Sort = (typeof sorts)[number];

/** Kopecks; 0 lists free ones. */
export const priceSteps = [0, 30_000, 50_000, 100_000] as const;
/** Minutes. */
export const durationSteps = [60, 90, 120, 180] as const;
/** Metres. */
export const distanceSteps = [1_000, 3_000, 10_000] as const;

/** What the catalogue shows; the address of the page holds it. Empty and null are "any". */
export interface Filters extends Readonly<Record<WordName, string>> {
  readonly q: string;
  readonly language: string;
  readonly difficulty: number | null;
  readonly priceMax: number | null;
  readonly durationMax: number | null;
  readonly author: string;
  /** Null is by relevance when there are words, else the popular first. */
  readonly sort: Sort | null;
  readonly view: 'list' | 'map';
}

/** Where the person is. Never in the address: it would travel with every link. */
export interface Near {
  readonly lat: number;
  readonly lng: number;
  /** Metres; null for any distance. */
  readonly within: number | null;
}

export const noFilters: Filters = {
  q: '',
  city: '',
  category: '',
  vehicle: '',
  place: '',
  activity: '',
  tool: '',
  language: '',
  difficulty: null,
  priceMax: null,
  durationMax: null,
  author: '',
  sort: null,
  view: 'list',
};

const code = /^[a-z0-9][a-z0-9-]{0,39}$/;
const languageCode = /^[a-z]{2}$/;
const id = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const matching = (text: string | null, pattern: RegExp): string =>
  text !== null && pattern.test(text) ? text : '';

function whole(text: string | null, low: number, high: number): number | null {
  if (text === null || !/^\d{1,9}$/.test(text)) return null;
  const value = Number(text);
  return value < low || value > high ? null : value;
}

/** Reads filters from an address; what is not understood counts as not given. */
export function filtersFrom(search: URLSearchParams): Filters {
  const word = (name: WordName): string => matching(search.get(name), code);
  return {
    q: (search.get('q') ?? '').trim().slice(0, 200),
    city: word('city'),
    category: word('category'),
    vehicle: word('vehicle'),
    place: word('place'),
    activity: word('activity'),
    tool: word('tool'),
    language: matching(search.get('language'), languageCode),
    difficulty: whole(search.get('difficulty'), 1, 5),
    priceMax: whole(search.get('price_max'), 0, 100_000_000),
    durationMax: whole(search.get('duration_max'), 1, 100_000),
    author: matching(search.get('author'), id),
    sort: sorts.find((sort) => sort === search.get('sort')) ?? null,
    view: search.get('view') === 'map' ? 'map' : 'list',
  };
}

/** Writes filters into an address, leaving its other parts as they are; what is not set is left out. */
export function withFilters(search: URLSearchParams, filters: Filters): URLSearchParams {
  const next = new URLSearchParams(search);
  const put = (name: string, value: string | number | null): void => {
    if (value === '' || value === null) next.delete(name);
    else next.set(name, String(value));
  };
  for (const name of wordNames) put(name, filters[name]);
  put('q', filters.q.trim());
  put('language', filters.language);
  put('difficulty', filters.difficulty);
  put('price_max', filters.priceMax);
  put('duration_max', filters.durationMax);
  put('author', filters.author);
  put('sort', filters.sort);
  put('view', filters.view === 'map' ? 'map' : '');
  return next;
}

/** Names of the filters that narrow the list: not the words, the order or the view. */
export type FilterName = WordName | 'language' | 'difficulty' | 'priceMax' | 'durationMax' | 'author';
const narrowing: readonly FilterName[] = [
  ...wordNames,
  'language',
  'difficulty',
  'priceMax',
  'durationMax',
  'author',
];

export const activeFilters = (filters: Filters): readonly FilterName[] =>
  narrowing.filter((name) => filters[name] !== noFilters[name]);

/** The same as the server's query. Distances are only asked for with a place, which is rounded to some 100 m. */
export function queryOf(filters: Filters, near: Near | null) {
  const { q, language, difficulty, priceMax, durationMax, author, sort } = filters;
  const words = wordNames.flatMap((name) => (filters[name] === '' ? [] : [[name, filters[name]] as const]));
  const order = sort === 'distance' && near === null ? null : sort;
  return {
    ...Object.fromEntries<string>(words),
    ...(q === '' ? {} : { q }),
    ...(language === '' ? {} : { language }),
    ...(difficulty === null ? {} : { difficulty }),
    ...(priceMax === null ? {} : { price_max: priceMax }),
    ...(durationMax === null ? {} : { duration_max: durationMax }),
    ...(author === '' ? {} : { author_id: author }),
    ...(order === null ? {} : { sort: order }),
    ...(near === null
      ? {}
      : { near_lat: Math.round(near.lat * 1_000) / 1_000, near_lng: Math.round(near.lng * 1_000) / 1_000 }),
    ...(near === null || near.within === null ? {} : { within: near.within }),
  };
}
