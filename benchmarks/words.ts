/** Repeatable choices (mulberry32): every run works on the same text. */
export function createChoices(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * limit);
  };
}

const beginnings = [
  'ba',
  'cor',
  'del',
  'fen',
  'gal',
  'hir',
  'jun',
  'kel',
  'lom',
  'mar',
  'nor',
  'pel',
  'ras',
  'sol',
  'tam',
  'ver',
];
const middles = ['an', 'eb', 'id', 'ol', 'um', 'ar', 'et', 'in', 'os', 'ul'];
const endings = ['dor', 'fin', 'gate', 'kin', 'lan', 'mond', 'ner', 'pol', 'ric', 'ster', 'ton', 'vale'];

/** 1,920 words that no dictionary of endings takes apart. */
export const words: readonly string[] = beginnings.flatMap((first) =>
  middles.flatMap((second) => endings.map((third) => `${first}${second}${third}`)),
);

/** A sentence in which some words are much more frequent than others, as in speech. */
export function sentence(choose: (limit: number) => number, length = 14): string {
  return Array.from({ length }, () => words[choose(1 + choose(words.length))] ?? '').join(' ');
}
