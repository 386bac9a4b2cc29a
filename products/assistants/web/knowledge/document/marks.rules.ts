/** Where words stand in a text: `[from, to)` in UTF-16 units. */
export type Marks = readonly (readonly number[])[];

export interface MarkedPart {
  readonly text: string;
  readonly marked: boolean;
  /** Where it begins. */
  readonly at: number;
}

/** Cuts a text at its marks; what overlaps or lies outside is pulled into shape. */
export function cutAtMarks(text: string, marks: Marks): readonly MarkedPart[] {
  const parts: MarkedPart[] = [];
  let at = 0;
  const put = (to: number, marked: boolean): void => {
    if (to <= at) return;
    parts.push({ text: text.slice(at, to), marked, at });
    at = to;
  };
  for (const [from = 0, to = 0] of marks.toSorted((one, other) => (one[0] ?? 0) - (other[0] ?? 0))) {
    if (to <= at || to <= from) continue;
    put(Math.min(from, text.length), false);
    put(Math.min(to, text.length), true);
  }
  put(text.length, false);
  return parts;
}

const word = /[\p{L}\p{N}]+/gu;
const shortest = 3;
/** Endings of Russian words are rarely longer. */
const ending = 2;
const longestEnding = 3;

const folded = (text: string): string => text.toLowerCase().replaceAll('ё', 'е');
const stemOf = (text: string): string =>
  text.length - ending >= shortest + 1 ? text.slice(0, -ending) : text;

/** Marks of the words of a question in a text, whatever their endings. */
export function marksOf(text: string, question: string): Marks {
  const words = (folded(question).match(word) ?? []).filter((each) => each.length >= shortest);
  if (words.length === 0) return [];
  const isMeant = (found: string): boolean =>
    words.some((each) => found.startsWith(stemOf(each)) && found.length <= each.length + longestEnding);
  return [...text.matchAll(word)].flatMap((match) =>
    isMeant(folded(match[0])) ? [[match.index, match.index + match[0].length]] : [],
  );
}
