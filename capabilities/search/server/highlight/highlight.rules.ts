import { isStopWord, stem } from '#platform/server/language';
import { wordsIn } from '../documents/words.rules.ts';
import type { Highlighted } from '../index.ts';
import type { Unit } from '../query/parse.rules.ts';

type Mark = readonly [number, number];

/** Tells whether a word of a text is one that was asked for. */
export type Matcher = (word: string) => boolean;

const excerptLength = 240;
/** Characters before the first marked word. */
const lead = 60;
/** Characters by which an edge may move so as not to cut a word. */
const edge = 24;
const ellipsis = '…';

/** What marks the words of a query, in all their inflections. */
export function matcherOf(wanted: readonly Unit[]): Matcher {
  const asked = wanted.flatMap(({ words }) => words.map(({ word }) => word));
  const stems = new Set(asked.filter((word) => !isStopWord(word)).map(stem));
  const forms = new Set(asked.filter(isStopWord));
  const prefixes = wanted
    .filter(({ isPrefix }) => isPrefix)
    .flatMap(({ words }) => words.map(({ word }) => word));
  return (word) =>
    forms.has(word) ||
    (!isStopWord(word) && stems.has(stem(word))) ||
    prefixes.some((prefix) => word.startsWith(prefix));
}

function marksIn(text: string, matches: Matcher): readonly Mark[] {
  const marks: Mark[] = [];
  for (const { term, start, end } of wordsIn(text)) {
    // Parts of a word with a hyphen stand at the same place.
    if (matches(term) && marks.at(-1)?.[0] !== start) marks.push([start, end]);
  }
  return marks;
}

/** The whole text with its marks. */
export function highlighted(text: string, matches: Matcher): Highlighted {
  return { text, marks: marksIn(text, matches) };
}

/** Where the excerpt with the most marks begins. */
function densest(marks: readonly Mark[]): number {
  let [best, most] = [0, 0];
  marks.forEach(([start], index) => {
    const within = marks.slice(index).filter(([, end]) => end <= start + excerptLength - lead).length;
    if (within > most) [best, most] = [Math.max(0, start - lead), within];
  });
  return best;
}

/** Moves an edge to the next gap between words, if one is near; never into a surrogate pair. */
function atGap(text: string, at: number, direction: 1 | -1): number {
  for (let moved = 0; moved <= edge; moved += 1) {
    const place = at + moved * direction;
    if (place <= 0) return 0;
    if (place >= text.length) return text.length;
    if (/\s/.test(text.charAt(place))) return direction === 1 ? place + 1 : place;
  }
  return /[\udc00-\udfff]/.test(text.charAt(at)) ? at + direction : at;
}

/** The part of a text that shows best why it was found, with its marks; null when there is no text. */
export function excerptOf(text: string, matches: Matcher): Highlighted | null {
  if (text.trim() === '') return null;
  const marks = marksIn(text, matches);
  const begin = densest(marks);
  const from = begin === 0 ? 0 : atGap(text, begin, 1);
  const ending = Math.min(text.length, from + excerptLength);
  const to = ending === text.length ? ending : Math.max(from, atGap(text, ending, -1));
  const before = from > 0 ? ellipsis : '';
  const shift = before.length - from;
  return {
    text: `${before}${text.slice(from, to)}${to < text.length ? ellipsis : ''}`,
    marks: marks
      .filter(([start, end]) => start >= from && end <= to)
      .map(([start, end]) => [start + shift, end + shift]),
  };
}
