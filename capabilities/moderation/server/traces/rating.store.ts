import { type Reader, sql, type Tx } from '#platform/server/database';
import type { RatingFigures } from '../filters/rating-burst.rules.ts';

/** Keeps a person's latest rating of a target. */
export async function keepRating(
  tx: Tx,
  rating: { readonly targetId: string; readonly authorId: string; readonly stars: number },
  now: Date,
): Promise<void> {
  await tx.run(sql`
    INSERT INTO moderation.rating (target_id, author_id, stars, rated_at)
    VALUES (${rating.targetId}, ${rating.authorId}, ${rating.stars}, ${now})
    ON CONFLICT (target_id, author_id) DO UPDATE SET stars = excluded.stars, rated_at = excluded.rated_at`);
}

/** `since`: where the window begins; `newSince`: who was first seen later is new; `before`: where the usual rate begins. */
export async function ratingFigures(
  reader: Reader,
  targetId: string,
  times: { readonly before: Date; readonly since: Date; readonly newSince: Date; readonly windows: number },
): Promise<RatingFigures> {
  const row = await reader.row<{
    recent: number;
    lowest: number;
    highest: number;
    fresh: number;
    earlier: number;
  }>(sql`
    SELECT count(*) FILTER (WHERE r.rated_at > ${times.since}) AS recent,
      count(*) FILTER (WHERE r.rated_at > ${times.since} AND r.stars = 1) AS lowest,
      count(*) FILTER (WHERE r.rated_at > ${times.since} AND r.stars = 5) AS highest,
      count(*) FILTER (WHERE r.rated_at > ${times.since} AND a.first_seen_at > ${times.newSince}) AS fresh,
      count(*) FILTER (WHERE r.rated_at <= ${times.since}) AS earlier
    FROM moderation.rating r JOIN moderation.author a USING (author_id)
    WHERE r.target_id = ${targetId} AND r.rated_at > ${times.before}`);
  const { recent = 0, lowest = 0, highest = 0, fresh = 0, earlier = 0 } = row ?? {};
  return { recent, lowest, highest, byNewRaters: fresh, usual: earlier / times.windows };
}
