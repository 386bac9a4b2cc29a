import { facetLexeme, lexemeOf } from '../documents/lexeme.rules.ts';
import type { SearchQuery } from '../index.ts';
import type { ParsedQuery, Unit } from './parse.rules.ts';

/** More is read than should suffice, since words are not spread evenly over popularity; the more so the more of them meet. */
const reserve = 1.15;
/** Fewer matches than this many times the cap are read whole as fast. */
const worthwhile = 2;
/** Reading more than this share of everything is no shorter a way than reading everything. */
const mostOfAll = 0.8;
/** A further look reads at least this many times as many documents. */
const widening = 2;
/** The share of documents that a range of numbers is taken to leave. */
const shareInRange = 0.35;
/** Documents that tell how frequent something is. */
const sampled = 4_000;
/** At least this share is taken to be left by words that are excluded. */
const leastLeft = 0.02;

export interface Tier {
  readonly tier: number;
  readonly documents: number;
}

/** What is known of how frequent the words of a query are. */
export interface Frequencies {
  /** Highest first. */
  readonly tiers: readonly Tier[];
  readonly documents: ReadonlyMap<string, number>;
  /** Documents with each of the most frequent words that begin as the last one does. */
  readonly beginning: readonly number[];
}

/** A part of the documents to look through, by their tiers of popularity. */
export interface Look {
  /** Empty for all of them. */
  readonly tiers: readonly number[];
  readonly documents: number;
}

const sizeOf = (tiers: readonly Tier[]): number => tiers.reduce((sum, { documents }) => sum + documents, 0);

function shareOf({ words, isPrefix }: Unit, { tiers, documents, beginning }: Frequencies): number {
  const all = Math.max(1, sizeOf(tiers));
  // Words in a row are taken to be as frequent as the rarest of them: should they be rarer, the next look knows.
  const itself = Math.min(...words.map(({ word }) => (documents.get(lexemeOf(word)) ?? 0) / all));
  const continued = 1 - beginning.reduce((without, count) => without * (1 - Math.min(1, count / all)), 1);
  return Math.min(1, isPrefix ? Math.max(itself, continued) : itself);
}

/** The share of the documents that ranges of numbers are taken to leave. */
export const shareInRanges = (numbers: SearchQuery['numbers'] = {}): number =>
  shareInRange ** Object.keys(numbers).length;

/** The share of the documents that a query probably finds. */
export function expectedShare(
  frequencies: Frequencies,
  { wanted, unwanted }: ParsedQuery,
  { facets = {}, numbers = {} }: Pick<SearchQuery, 'facets' | 'numbers'>,
): number {
  const all = Math.max(1, sizeOf(frequencies.tiers));
  const byWords = wanted.reduce((share, unit) => share * shareOf(unit, frequencies), 1);
  const byFacets = Object.entries(facets)
    .filter(([, values]) => values.length > 0)
    .reduce((share, [facet, values]) => {
      const counts = values.map((value) => frequencies.documents.get(facetLexeme(facet, value)) ?? 0);
      return share * Math.min(1, counts.reduce((sum, count) => sum + count, 0) / all);
    }, 1);
  const left = unwanted
    .filter(({ words }) => words.length === 1)
    .reduce((share, unit) => share * Math.max(leastLeft, 1 - shareOf(unit, frequencies)), 1);
  return byWords * left * byFacets * shareInRanges(numbers);
}

/** The most popular tiers that should suffice to find `cap` documents of which there is this share. */
export function lookFor(tiers: readonly Tier[], share: number, cap: number, atLeast = 0): Look {
  const all = sizeOf(tiers);
  const whole = { tiers: [], documents: all };
  if (all * share < cap * worthwhile) return whole;
  const enough = Math.max(atLeast, (cap * reserve) / share);
  const chosen: number[] = [];
  let read = 0;
  for (const { tier, documents } of tiers) {
    chosen.push(tier);
    read += documents;
    if (read > all * mostOfAll) return whole;
    if (read >= enough) return { tiers: chosen, documents: read };
  }
  return whole;
}

/** The most popular documents, when they tell how deep to look; undefined when everything is read anyway, or soon is. */
export function sampleOf(tiers: readonly Tier[], share: number, cap: number): Look | undefined {
  const chosen: number[] = [];
  let read = 0;
  for (const { tier, documents } of tiers) {
    if (read >= sampled) break;
    chosen.push(tier);
    read += documents;
  }
  const isWhole = lookFor(tiers, share, cap).tiers.length === 0;
  return isWhole || read * 2 > sizeOf(tiers) ? undefined : { tiers: chosen, documents: read };
}

/** Where to look when a look did not find `cap` documents. */
export function nextLook(tiers: readonly Tier[], look: Look, found: number, cap: number): Look {
  return lookFor(tiers, found / Math.max(1, look.documents), cap, look.documents * widening);
}
