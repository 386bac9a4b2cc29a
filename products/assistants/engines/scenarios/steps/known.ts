import { stepPatterns } from './tables.ts';

const keyword =
  /^(?:дано|допустим|пусть|когда|если|то|затем|тогда|и|к тому же|также|но|а|иначе|\*)(?=\s)\s+/iu;

/** A step's words without its keyword, values as `%`, numbers as `#`: two steps with one pattern are one step. */
export function patternOf(step: string): string {
  return step
    .trim()
    .replace(keyword, '')
    .replaceAll(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/g, '%')
    .replaceAll(/<[^<>]*>/g, '%')
    .replaceAll(/(?<![\p{L}\p{N}_])\d+(?:[.,]\d+)?(?![\p{L}\p{N}_])/gu, '#')
    .replaceAll(/\s+/g, ' ')
    .replace(/[\s:.]+$/u, '')
    .toLowerCase()
    .replaceAll('ё', 'е');
}

/** `if` steps of the library end with this word. */
const withoutThen = (pattern: string): string => pattern.replace(/ тогда$/u, '');

const patterns: readonly string[] = stepPatterns.split('\n').filter((line) => line !== '');
const known: ReadonlySet<string> = new Set(patterns.map(withoutThen));

/** Whether the library has the step. */
export function isKnownStep(step: string): boolean {
  return known.has(withoutThen(patternOf(step)));
}

function wordsOf(pattern: string): ReadonlySet<string> {
  return new Set(pattern.split(' '));
}

const patternWords = patterns.map((pattern) => [pattern, wordsOf(pattern)] as const);
/** Less likeness than this is no help. */
const leastLikeness = 0.5;

/** The library's step that shares most words with an unknown one; undefined when none is like it. */
export function nearestStep(step: string): string | undefined {
  const words = wordsOf(patternOf(step));
  let [best, likeness]: [string | undefined, number] = [undefined, leastLikeness];
  for (const [pattern, others] of patternWords) {
    let shared = 0;
    for (const word of words) if (others.has(word)) shared += 1;
    const score = shared / (words.size + others.size - shared);
    if (score > likeness) [best, likeness] = [pattern, score];
  }
  return best;
}
