import { platformNameRows } from './platform-names.tables.ts';

const lower = (name: string): string => name.toLowerCase().replaceAll('ё', 'е');

/** Pairs of Russian and English names of the platform's methods, types and words. */
export const platformNames: readonly (readonly [russian: string, english: string])[] = platformNameRows
  .split(/[|\n]/u)
  .flatMap((row) => {
    const [russian, english] = row.trim().split(' ');
    return russian === undefined || english === undefined ? [] : [[russian, english] as const];
  });

const terms = new Map<string, string>();
for (const [russian, english] of platformNames) {
  // `Left` is a function and a join: the first pair names the term, both Russian words lead to it.
  const term = terms.get(lower(english)) ?? `@${lower(english)}`;
  terms.set(lower(english), term);
  if (!terms.has(lower(russian))) terms.set(lower(russian), term);
}

/** One term for a name of the platform in either language, given in lower case; undefined for other words. */
export function platformTerm(word: string): string | undefined {
  return terms.get(word);
}
