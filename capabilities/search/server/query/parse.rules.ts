import { isStopWord } from '#platform/server/language';
import { clean, wordsIn } from '../documents/words.rules.ts';

/** A word of a query and how many words after the one before it stands (1: next to it). */
export interface QueryWord {
  readonly word: string;
  readonly step: number;
}

/** One thing asked for: a word (of one) or words in a row. */
export interface Unit {
  readonly words: readonly QueryWord[];
  /** The last word may go on. */
  readonly isPrefix: boolean;
}

export interface ParsedQuery {
  readonly wanted: readonly Unit[];
  readonly unwanted: readonly Unit[];
}

const longestText = 400;
const mostUnits = 12;
const mostWords = 10;
const piece =
  /(?<minus>(?<=^|\s)-)?(?:"(?<straight>[^"]*)"|«(?<angled>[^»]*)»|“(?<curly>[^”]*)”|(?<plain>[^\s"«»“”]+))/gu;

function phraseOf(text: string): Unit | undefined {
  const words: QueryWord[] = [];
  let step = 1;
  const all = wordsIn(text).slice(0, mostWords);
  const spared = all.every(({ term }) => isStopWord(term));
  for (const { term } of all) {
    if (isStopWord(term) && !spared) step += 1;
    else {
      words.push({ word: term, step });
      step = 1;
    }
  }
  return words.length === 0 ? undefined : { words, isPrefix: false };
}

const single = (word: string, isPrefix: boolean): Unit => ({ words: [{ word, step: 1 }], isPrefix });

/** Stop words ask for nothing unless they are all there is ("что? где? когда?"). */
function withoutStopWords(units: readonly Unit[]): readonly Unit[] {
  const telling = units.filter(({ words }) => words.some(({ word }) => !isStopWord(word)));
  return telling.length === 0 ? units : telling;
}

/**
 * Takes a query apart: words, "phrases", -exclusions. The last word may go on, unless something follows it.
 * Any text is a query; what means nothing is passed over.
 */
export function parseQuery(text: string): ParsedQuery {
  const wanted: Unit[] = [];
  const unwanted: Unit[] = [];
  const asked = clean(text.slice(0, longestText));
  const mayGoOn = /[\p{L}\p{N}\p{M}]$/u.test(asked);
  for (const match of asked.matchAll(piece)) {
    const { minus, straight, angled, curly, plain } = match.groups ?? {};
    const phrase = straight ?? angled ?? curly;
    const isLast = match.index + match[0].length === asked.length;
    const units =
      phrase === undefined
        ? wordsIn(plain ?? '').map(({ term }, index, all) =>
            single(term, minus === undefined && mayGoOn && isLast && index === all.length - 1),
          )
        : [phraseOf(phrase)].filter((unit) => unit !== undefined);
    (minus === undefined ? wanted : unwanted).push(...units);
  }
  return { wanted: withoutStopWords(wanted).slice(0, mostUnits), unwanted: unwanted.slice(0, mostUnits) };
}
