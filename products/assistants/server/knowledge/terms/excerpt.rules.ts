import { wordsOf } from './terms.rules.ts';

/** A piece of a text; `marks` are `[from, to)` in UTF-16 units of it. */
export interface Excerpt {
  readonly text: string;
  readonly marks: readonly (readonly [from: number, to: number])[];
}

interface Mark {
  readonly start: number;
  readonly end: number;
  readonly weight: number;
}

/** The stretch of `length` units whose marks weigh most; the first of equals. */
function bestStart(marks: readonly Mark[], length: number): number {
  let [best, bestWeight, weight, from] = [0, 0, 0, 0];
  for (let to = 0; to < marks.length; to += 1) {
    weight += marks[to]?.weight ?? 0;
    while (from < to && (marks[to]?.end ?? 0) - (marks[from]?.start ?? 0) > length) {
      weight -= marks[from]?.weight ?? 0;
      from += 1;
    }
    if (weight > bestWeight + 1e-9) [best, bestWeight] = [marks[from]?.start ?? 0, weight];
  }
  return best;
}

const isSpace = (text: string, at: number): boolean => /\s/u.test(text[at] ?? ' ');

/** Moves a cut to the nearest white space within a few characters, so that no word is cut. */
function wholeWord(text: string, at: number, step: 1 | -1): number {
  for (let moved = at, steps = 0; steps < 30; moved += step, steps += 1) {
    if (moved <= 0) return 0;
    if (moved >= text.length) return text.length;
    if (isSpace(text, step < 0 ? moved - 1 : moved)) return moved;
  }
  // Inside a long word: at least not inside a character.
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff ? at + step : at;
}

/** The part of a text where the terms stand thickest, about `length` units long, with the words that carry them. */
export function excerptOf(text: string, terms: ReadonlyMap<string, number>, length = 320): Excerpt {
  const marks: Mark[] = [];
  for (const word of wordsOf(text)) {
    const weight = word.terms.reduce((most, { term }) => Math.max(most, terms.get(term) ?? 0), 0);
    if (weight > 0) marks.push({ start: word.start, end: word.end, weight });
  }
  const first = Math.max(0, bestStart(marks, length - 60) - 60);
  const start = first === 0 ? 0 : wholeWord(text, first, -1);
  const end = text.length - start <= length ? text.length : wholeWord(text, start + length, 1);
  return {
    text: text.slice(start, end),
    marks: marks
      .filter((mark) => mark.start >= start && mark.end <= end)
      .map((mark) => [mark.start - start, mark.end - start] as const),
  };
}
