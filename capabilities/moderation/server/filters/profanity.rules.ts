import type { Flag } from '../index.ts';
import { type FoldedText, fold, placeOf } from './fold.rules.ts';
import { anyLetter, disguised } from './look-alikes.rules.ts';
import { latinInnocent, latinPatterns } from './profanity-latin.rules.ts';
import { cyrillicRoots, hiddenWords, innocent, type Root, verbalPrefixes } from './profanity-roots.rules.ts';
import { type Candidate, candidatesOf } from './words.rules.ts';

interface Found {
  readonly from: number;
  readonly to: number;
  readonly score: number;
}

function compiled({ root, place, score }: Root) {
  const source = { any: root, start: `^${verbalPrefixes}(?:${root})`, word: `^(?:${root})` }[place];
  return { pattern: disguised(source), score };
}

const cyrillicPatterns = cyrillicRoots.map(compiled);
const hasCyrillic = /\p{Script=Cyrillic}/u;
const hidden = new RegExp(`[${anyLetter}]`, 'gu');

/** A match must show at least two letters, its first among them, and hide no more than it shows. */
function showsEnough(text: string): boolean {
  const stars = text.match(hidden)?.length ?? 0;
  return stars === 0 || (/^\p{L}/u.test(text) && text.length - stars >= Math.max(2, stars));
}

function inCyrillic(word: string): Found | undefined {
  if (innocent.some((pattern) => pattern.test(word))) return undefined;
  if (hiddenWords.some((pattern) => pattern.test(word))) return { from: 0, to: word.length, score: 0.95 };
  let worst: Found | undefined;
  for (const { pattern, score } of cyrillicPatterns) {
    const match = pattern.exec(word);
    if (match === null || !showsEnough(match[0]) || !hasCyrillic.test(match[0])) continue;
    if (worst === undefined || score > worst.score)
      worst = { from: match.index, to: match.index + match[0].length, score };
  }
  return worst;
}

function inLatin(word: string): Found | undefined {
  if (latinInnocent.some((pattern) => pattern.test(word))) return undefined;
  for (const { pattern, score } of latinPatterns) {
    const match = pattern.exec(word);
    if (match !== null && showsEnough(match[0]))
      return { from: match.index, to: match.index + match[0].length, score };
  }
  return undefined;
}

const judge = (word: string) => (hasCyrillic.test(word) ? inCyrillic(word) : inLatin(word));

/** Single letters may go on from the word before: every later beginning is tried, too. */
function inSpaced(word: string): Found | undefined {
  for (let from = 0; from <= word.length - 3; from += 1) {
    const found = judge(word.slice(from));
    if (found !== undefined) return { ...found, from: found.from + from, to: found.to + from };
  }
  return undefined;
}

function inCandidate({ word, form, joints }: Candidate): Found | undefined {
  if (word.length < 2) return undefined;
  const found = form === 'spaced' ? inSpaced(word) : judge(word);
  if (found === undefined || form !== 'joined') return found;
  // Parts of a compound were judged by themselves; here only what the punctuation cut in two counts.
  return joints.some((joint) => joint > found.from && joint < found.to) ? found : undefined;
}

/** «3.14» read as «пи» before «зд». */
function withPi(folded: FoldedText): FoldedText {
  const dropped = new Set<number>();
  const text = folded.text.replace(/3[.,]14(?=[з3z])/gu, (_pi, index: number) => {
    dropped.add(index + 1).add(index + 2);
    return 'пи';
  });
  const left = (places: readonly number[]) => places.filter((_place, index) => !dropped.has(index));
  return { text, starts: left(folded.starts), ends: left(folded.ends) };
}

/** Obscene words of a text, each once, with their places. Disguises are looked through; innocent look-alikes are not taken. */
export function findProfanity(text: string): readonly Flag[] {
  const folded = withPi(fold(text));
  const flags = new Map<string, Flag>();
  for (const candidate of candidatesOf(folded.text)) {
    const found = inCandidate(candidate);
    // The whole word is shown; among single letters nobody knows where it begins but by the match.
    const from = candidate.places[candidate.form === 'whole' ? 0 : (found?.from ?? 0)];
    const last = candidate.places.at(-1);
    if (found === undefined || from === undefined || last === undefined) continue;
    const at = placeOf(folded, from, last + 1);
    const key = String(at[0]);
    if (!flags.has(key)) flags.set(key, { code: 'profanity', score: found.score, at });
  }
  return [...flags.values()].sort((left, right) => (left.at?.[0] ?? 0) - (right.at?.[0] ?? 0));
}
