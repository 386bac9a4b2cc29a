import { extractEntities, tokenize } from '#platform/server/language';

const longest = 2_000;

function numbersOf(text: string): string[] {
  return tokenize(text)
    .map(({ term }) => term)
    .filter((term) => /\d/.test(term));
}

/**
 * Tells whether a summary in a model's own words may stand for its sources: every name and every number in it occurs in
 * them, and it is neither empty nor longer than they are.
 */
export function faithful(summary: string, sources: readonly string[]): boolean {
  const text = sources.join('\n');
  if (summary.trim() === '' || summary.length > Math.min(longest, text.length)) return false;
  const numbers = new Set(numbersOf(text));
  if (!numbersOf(summary).every((number) => numbers.has(number))) return false;
  const stems = new Set(
    extractEntities(text, new Set(extractEntities(summary).map(({ key }) => key))).flatMap(({ key }) =>
      key.split(' '),
    ),
  );
  return extractEntities(summary).every(({ key }) => key.split(' ').every((stem) => stems.has(stem)));
}
