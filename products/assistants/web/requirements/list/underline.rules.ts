import type { Requirement } from '../../../contract/index.ts';

type Finding = Requirement['findings'][number];

/** A stretch of a sentence with the findings about it, by their place in the list; stretches cover the sentence. */
export interface Stretch {
  readonly start: number;
  readonly text: string;
  readonly findings: readonly number[];
  /** Findings that end with this stretch: their numbers are written after it. */
  readonly ends: readonly number[];
}

/** About the whole sentence: underlining all of it would point at nothing. */
export const isAboutAll = (text: string, { start, end }: Finding): boolean =>
  end - start <= 0 || (start === 0 && end >= text.trimEnd().length);

/** Cuts a sentence at the ranges of its findings, which may lie in one another. */
export function stretchesOf(text: string, findings: readonly Finding[]): readonly Stretch[] {
  const ranges = findings.flatMap((finding, index) => {
    if (isAboutAll(text, finding)) return [];
    const start = Math.max(0, Math.min(finding.start, text.length));
    const end = Math.max(start, Math.min(finding.end, text.length));
    return start === end ? [] : [{ index, start, end }];
  });
  const cuts = [...new Set([0, text.length, ...ranges.flatMap(({ start, end }) => [start, end])])].sort(
    (one, other) => one - other,
  );
  return cuts.slice(1).map((end, place) => {
    const start = cuts[place] ?? 0;
    return {
      start,
      text: text.slice(start, end),
      findings: ranges.filter((each) => each.start <= start && each.end >= end).map(({ index }) => index),
      ends: ranges.filter((each) => each.end === end).map(({ index }) => index),
    };
  });
}
