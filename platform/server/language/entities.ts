import { MONTHS_EN, MONTHS_RU, WEEKDAYS_EN, WEEKDAYS_RU } from './dates/date-names.ts';
import { splitSentences } from './sentences.ts';
import { stem } from './stems.ts';
import { isStopWord } from './stop-words.ts';
import { tokenize } from './tokens.ts';

/** A name found in a text: as first written, the stems that identify it across cases, and how often it occurs. */
export interface Entity {
  readonly text: string;
  readonly key: string;
  readonly count: number;
  /** UTF-16 offset of the first occurrence. */
  readonly start: number;
}

const ADDRESSES = /(?:https?:\/\/|www\.)\S{1,2000}|\S{1,64}@\S{1,255}/gu;
const CAPITALISED =
  /\p{Lu}[\p{L}\p{N}\p{M}]{0,63}(?:['’-][\p{L}\p{N}]{1,63})*(?:[ \t](?:\p{Lu}[\p{L}\p{N}\p{M}]{0,63}(?:['’-][\p{L}\p{N}]{1,63})*|\d{1,4}(?![\p{L}\p{N}])))*/gu;
/** Words that often open a sentence in front of a name and are never a part of one. */
const OPENERS =
  'yesterday today tomorrow tonight maybe perhaps sure thanks thank great wow congrats congratulations sorry please dear ' +
  'hello wish glad cool nice awesome amazing remember sometimes recently finally last next ' +
  'вчера позавчера сегодня завтра недавно может спасибо привет здравствуй здравствуйте здорово отлично прости извини ' +
  'пожалуйста помнишь помню наконец дорогая дорогой спроси скажи';
const CALENDAR: ReadonlySet<string> = new Set<string>([
  ...MONTHS_EN,
  ...WEEKDAYS_EN,
  ...MONTHS_RU,
  ...WEEKDAYS_RU,
]);
const OUTSIDE_NAMES: ReadonlySet<string> = new Set(OPENERS.split(' '));

function isOutside(term: string): boolean {
  return isStopWord(term) || OUTSIDE_NAMES.has(term);
}

interface Candidate {
  readonly text: string;
  readonly key: string;
  readonly start: number;
  readonly leading: boolean;
}

/** Stop words at the edges of a run are grammar ("The Beatles", "When Anna"), not part of the name. */
function candidateOf(run: string, start: number, leading: boolean): Candidate | null {
  const words = tokenize(run);
  let first = 0;
  let last = words.length;
  while (first < last && isOutside(words[first]?.term ?? '')) first += 1;
  while (last > first && isOutside(words[last - 1]?.term ?? '')) last -= 1;
  const kept = words.slice(first, last);
  const head = kept[0];
  const tail = kept.at(-1);
  if (
    head === undefined ||
    tail === undefined ||
    kept.every(({ term }) => CALENDAR.has(term) || term.length < 2 || /^\d/.test(term))
  )
    return null;
  const text = run.slice(head.start, tail.end).replace(/['’]s$/u, '');
  const stillLeading = leading && first === 0;
  return {
    text,
    key: kept.map(({ term }) => stem(term)).join(' '),
    start: start + head.start,
    leading: stillLeading,
  };
}

function isShouting(sentence: string): boolean {
  return sentence.length > 12 && sentence === sentence.toUpperCase();
}

function isAcronym(text: string): boolean {
  return /^[\p{Lu}\d]{2,10}$/u.test(text) && /\p{Lu}/u.test(text);
}

/**
 * Finds names in a text by capital letters: runs inside a sentence always, a single word at its beginning only if
 * it is an acronym, occurs elsewhere inside a sentence, or `known` (keys: stems joined by a space) has it.
 * Months, weekdays, links and e-mail addresses are not names. Ordered by first occurrence.
 */
export function extractEntities(text: string, known: ReadonlySet<string> = new Set()): Entity[] {
  const masked = text.replaceAll(ADDRESSES, (address) => ' '.repeat(address.length));
  const candidates: Candidate[] = [];
  for (const sentence of splitSentences(masked)) {
    if (isShouting(sentence.text)) continue;
    for (const match of sentence.text.matchAll(CAPITALISED)) {
      const before = sentence.text.slice(Math.max(0, match.index - 8), match.index).trim();
      const leading = match.index === 0 || /^["'«“(—–-]*$/u.test(before) || /[:"«“]$/u.test(before);
      const candidate = candidateOf(match[0], sentence.start + match.index, leading);
      if (candidate !== null) candidates.push(candidate);
    }
  }
  const certain = new Set(known);
  for (const { key, leading, text: name } of candidates) {
    if (!leading || key.includes(' ') || isAcronym(name)) certain.add(key);
  }
  return counted(candidates.filter(({ key }) => certain.has(key)));
}

function counted(candidates: readonly Candidate[]): Entity[] {
  const byKey = new Map<string, Entity>();
  for (const { text, key, start } of candidates) {
    const seen = byKey.get(key);
    byKey.set(key, seen === undefined ? { text, key, count: 1, start } : { ...seen, count: seen.count + 1 });
  }
  return [...byKey.values()];
}
