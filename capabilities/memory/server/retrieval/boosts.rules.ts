import type { Strategy } from '../strategies/strategy.ts';
import type { AnalyzedQuery } from './query.rules.ts';
import type { DayRange } from './space-document.ts';
import type { SpaceView } from './space-view.ts';

/** The number of the one participant the query names, or -1: with two named, neither is preferred. */
export function namedSpeaker(view: SpaceView, query: AnalyzedQuery): number {
  const [only, another] = query.participants;
  return only === undefined || another !== undefined ? -1 : view.speaker(only);
}

function overlaps(a: DayRange, b: DayRange): boolean {
  return a.from <= b.to && b.from <= a.to;
}

const DAY_MS = 86_400_000;

/** Whether a memory lies in, or speaks of, one of the ranges. ISO days compare as strings, moments as numbers. */
export function touchesDays(
  occurredAt: number,
  dates: readonly DayRange[],
  ranges: readonly DayMoments[],
): boolean {
  return ranges.some(
    (range) =>
      (occurredAt >= range.first && occurredAt < range.after) || dates.some((date) => overlaps(date, range)),
  );
}

/** A range of days with its moments worked out, since it is compared with every memory. */
export interface DayMoments extends DayRange {
  readonly first: number;
  readonly after: number;
}

export function dayMoments({ from, to }: DayRange): DayMoments {
  return { from, to, first: Date.parse(from), after: Date.parse(to) + DAY_MS };
}

/** What a turn is multiplied by because of who spoke. */
export function participantFactor(speaker: number, wanted: number, boost: number): number {
  return wanted >= 0 && speaker === wanted ? 1 + boost : 1;
}

/** What a memory is multiplied by because of the days the query names or asks for. */
export function temporalFactor(
  asked: { readonly ranges: readonly DayMoments[]; readonly asksTime: boolean },
  memory: { readonly occurredAt: number; readonly dates: readonly DayRange[] },
  strategy: Pick<Strategy, 'dateBoost' | 'timeMentionBoost'>,
): number {
  if (asked.ranges.length > 0) {
    return touchesDays(memory.occurredAt, memory.dates, asked.ranges) ? 1 + strategy.dateBoost : 1;
  }
  return asked.asksTime && memory.dates.length > 0 ? 1 + strategy.timeMentionBoost : 1;
}
