import { type Reader, sql } from '#platform/server/database';

export interface QueueFigures {
  readonly kind: string;
  readonly queue: number;
  readonly late: number;
  readonly claimed: number;
}

export interface ModeratorFigures {
  readonly moderatorId: string;
  readonly decided: number;
  readonly approved: number;
  readonly rejected: number;
  readonly medianSeconds: number;
}

export function queueFigures(
  reader: Reader,
  kinds: readonly string[],
  now: Date,
): Promise<readonly QueueFigures[]> {
  return reader.rows<QueueFigures>(sql`
    SELECT kind, count(*) AS queue, count(*) FILTER (WHERE due_at < ${now}) AS late,
      count(*) FILTER (WHERE status = 'claimed' AND claim_expires_at > ${now}) AS claimed
    FROM moderation.case_file
    WHERE kind = ANY(${kinds}::text[]) AND status IN ('open', 'claimed')
    GROUP BY kind ORDER BY kind`);
}

/** Seconds; null when nothing waits. */
export async function medianAge(reader: Reader, kinds: readonly string[], now: Date): Promise<number | null> {
  const row = await reader.row<{ age: number | null }>(sql`
    SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM ${now}::timestamptz - opened_at)) AS age
    FROM moderation.case_file
    WHERE kind = ANY(${kinds}::text[]) AND status IN ('open', 'claimed')`);
  return row?.age ?? null;
}

/** Who decided how much since a moment, most first. Erased moderators are left out. */
export async function moderatorFigures(
  reader: Reader,
  kinds: readonly string[],
  since: Date,
): Promise<readonly ModeratorFigures[]> {
  const rows = await reader.rows<
    Omit<ModeratorFigures, 'moderatorId' | 'medianSeconds'> & {
      moderator_id: string;
      median_seconds: number;
    }
  >(sql`
    SELECT decided_by AS moderator_id, count(*) AS decided,
      count(*) FILTER (WHERE status = 'approved') AS approved,
      count(*) FILTER (WHERE status = 'rejected') AS rejected,
      percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM closed_at - opened_at)) AS median_seconds
    FROM moderation.case_file
    WHERE kind = ANY(${kinds}::text[]) AND closed_at > ${since} AND decided_by IS NOT NULL
    GROUP BY decided_by ORDER BY count(*) DESC, decided_by LIMIT 50`);
  return rows.map(({ moderator_id: moderatorId, median_seconds: medianSeconds, ...counts }) => ({
    moderatorId,
    medianSeconds,
    decided: counts.decided,
    approved: counts.approved,
    rejected: counts.rejected,
  }));
}
