import type { Flag } from '../index.ts';

/** Ratings of one target: those of the window just now, and how many came before it. */
export interface RatingFigures {
  readonly recent: number;
  /** Of the recent ones: one star, five stars. */
  readonly lowest: number;
  readonly highest: number;
  /** Of the recent ones: by people who began to rate within the last week. */
  readonly byNewRaters: number;
  /** In the thirty days before the window, per window. */
  readonly usual: number;
}

const leastRatings = 8;
const timesUsual = 4;
const skew = 0.8;
const newShare = 0.6;

/** Too many, too alike, from too new people: all three together make a burst. */
export function ratingBurst(figures: RatingFigures): Flag | undefined {
  const { recent, lowest, highest, byNewRaters, usual } = figures;
  if (recent < leastRatings || recent < usual * timesUsual) return undefined;
  const alike = Math.max(lowest, highest) / recent;
  const fresh = byNewRaters / recent;
  if (alike < skew || fresh < newShare) return undefined;
  return { code: 'rating_burst', score: Math.min(1, (alike + fresh) / 2) };
}
