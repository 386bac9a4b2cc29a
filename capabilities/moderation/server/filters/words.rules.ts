import { anyLetter } from './look-alikes.rules.ts';

/** A word to be judged: its units and the place of each in the folded text. */
export interface Candidate {
  readonly word: string;
  readonly places: readonly number[];
  /** `whole`: as written. `joined`: put together over punctuation. `spaced`: put together from single letters. */
  readonly form: 'whole' | 'joined' | 'spaced';
  /** Where pieces were joined: places in `word` before which something was left out. */
  readonly joints: readonly number[];
}

const core = `\\p{L}\\p{N}${anyLetter}`;
const wordPattern = new RegExp(
  `[${core}](?:[${core}]|[@$€!|'_]+(?=[\\p{L}\\p{N}]))*|[$@€](?=\\p{L})[${core}]+`,
  'gu',
);
const chunkPattern = /[^\s]+/gu;
const spacedPattern = new RegExp(
  `(?<![${core}])(?:([${core}])\\1*[\\s.,_~/+-]{1,3}){2,}([${core}])\\2*(?![${core}])`,
  'gu',
);
/** Words that people break in two; the whitespace inside is dropped. */
const brokenPattern =
  /(?<!\p{L})(?:ху\s+[ияю]|х\s+у[ияю]|пиз\s+д\p{L}+|пи\s+зд\p{L}+|бл\s+я[дт]\p{L}*|бля\s+[дт]ь|е\s+ба[тл]\p{L}*|еб\s+а[тл]\p{L}*|су\s+ка|му\s+да[кч]\p{L}*|пид\s+[оа]р\p{L}*)(?!\p{L})/gu;

function joined(text: string, from: number, pattern: RegExp, form: Candidate['form']): Candidate {
  let word = '';
  const places: number[] = [];
  const joints: number[] = [];
  let isGap = false;
  [...text].forEach((unit, index) => {
    if (!pattern.test(unit)) {
      isGap = word !== '';
      return;
    }
    if (isGap) joints.push(word.length);
    isGap = false;
    word += unit;
    places.push(from + index);
  });
  return { word, places, form, joints };
}

const kept = new RegExp(`^[${core}@$€!|']$`, 'u');

function wholeWords(text: string): Candidate[] {
  return [...text.matchAll(wordPattern)].map((match) => ({
    word: match[0],
    places: Array.from({ length: match[0].length }, (_none, index) => match.index + index),
    form: 'whole',
    joints: [],
  }));
}

/** No obscene word is longer; what is longer is looked at in overlapping pieces, so that time grows with the text. */
const longestWord = 48;
const pieceStep = 32;
/** A letter is repeated at most this often before it is judged. */
const mostRepeats = 2;

/** The candidate without the excess of repeated letters: «хуууууй» is «хууй», in the same place. */
function withoutRepeats({ word, places, form, joints }: Candidate): Candidate {
  const kept = [...places.keys()].filter(
    (index) =>
      index < mostRepeats ||
      !word
        .slice(index - mostRepeats, index)
        .split('')
        .every((unit) => unit === word[index]),
  );
  const moved = new Map(kept.map((index, place) => [index, place]));
  return {
    word: kept.map((index) => word[index]).join(''),
    places: kept.map((index) => places[index] ?? 0),
    form,
    joints: joints.flatMap((joint) => moved.get(joint) ?? []),
  };
}

function inPieces(whole: Candidate): readonly Candidate[] {
  const { word, places, form, joints } = withoutRepeats(whole);
  const pieces: Candidate[] = [];
  for (let from = 0; from === 0 || from + longestWord - pieceStep < word.length; from += pieceStep) {
    const to = from + longestWord;
    const inside = joints.filter((joint) => joint > from && joint < to).map((joint) => joint - from);
    pieces.push({ word: word.slice(from, to), places: places.slice(from, to), form, joints: inside });
  }
  return pieces;
}

/** All readings of a folded text in which a word may hide. */
export function candidatesOf(text: string): readonly Candidate[] {
  const chunks = [...text.matchAll(chunkPattern)]
    .map((match) => joined(match[0].replace(/[!?.,:;]+$/u, ''), match.index, kept, 'joined'))
    .filter(({ joints }) => joints.length > 0);
  const spaced = [...text.matchAll(spacedPattern)].map((match) =>
    joined(match[0], match.index, kept, 'spaced'),
  );
  const broken = [...text.matchAll(brokenPattern)].map((match) =>
    joined(match[0], match.index, kept, 'joined'),
  );
  return [...wholeWords(text), ...chunks, ...spaced, ...broken].flatMap(inPieces);
}
