import { type Reader, sql, type Tx } from '#platform/server/database';
import type { Fix } from '../index.ts';

interface ReadingRow {
  readonly taken_at: Date;
  readonly lat: number;
  readonly lng: number;
  readonly accuracy: number;
  readonly mock: boolean;
}

function fixOf(row: ReadingRow): Fix {
  const { lat, lng, accuracy } = row;
  return { lat, lng, accuracy, at: row.taken_at, ...(row.mock ? { mock: true } : {}) };
}

const columns = sql`taken_at, lat, lng, accuracy, mock`;

/** Takes the lock of a track, made when missing; answers whose it is. */
export async function lockTrack(tx: Tx, subject: string, ownerId: string, now: Date): Promise<string> {
  const row = await tx.row<{ owner_id: string }>(sql`
    INSERT INTO geo.track AS t (subject, owner_id, created_at, updated_at)
    VALUES (${subject}, ${ownerId}, ${now}, ${now})
    ON CONFLICT (subject) DO UPDATE
      SET updated_at = CASE WHEN t.owner_id = excluded.owner_id THEN excluded.updated_at ELSE t.updated_at END
    RETURNING owner_id`);
  return row?.owner_id ?? '';
}

/** Adds readings, one per moment; answers how many were new. */
export async function insertReadings(tx: Tx, subject: string, fixes: readonly Fix[]): Promise<number> {
  if (fixes.length === 0) return 0;
  return tx.run(sql`
    INSERT INTO geo.reading (subject, taken_at, lat, lng, accuracy, mock)
    SELECT ${subject}, * FROM unnest(
      ${fixes.map(({ at }) => at)}::timestamptz[], ${fixes.map(({ lat }) => lat)}::float8[],
      ${fixes.map(({ lng }) => lng)}::float8[], ${fixes.map(({ accuracy }) => accuracy)}::float8[],
      ${fixes.map(({ mock }) => mock === true)}::boolean[])
    ON CONFLICT (subject, taken_at) DO NOTHING`);
}

/** The newest reading before a moment. */
export async function readingBefore(reader: Reader, subject: string, at: Date): Promise<Fix | undefined> {
  const row = await reader.row<ReadingRow>(sql`
    SELECT ${columns} FROM geo.reading WHERE subject = ${subject} AND taken_at < ${at}
    ORDER BY taken_at DESC LIMIT 1`);
  return row === undefined ? undefined : fixOf(row);
}

/** Readings from a moment on, oldest first. */
export async function readingsFrom(reader: Reader, subject: string, at: Date): Promise<readonly Fix[]> {
  const rows = await reader.rows<ReadingRow>(sql`
    SELECT ${columns} FROM geo.reading WHERE subject = ${subject} AND taken_at >= ${at} ORDER BY taken_at`);
  return rows.map(fixOf);
}

/** The newest readings, oldest first. */
export async function newestReadings(
  reader: Reader,
  subject: string,
  limit: number,
): Promise<readonly Fix[]> {
  const rows = await reader.rows<ReadingRow>(sql`
    SELECT ${columns} FROM geo.reading WHERE subject = ${subject} ORDER BY taken_at DESC LIMIT ${limit}`);
  return rows.map(fixOf).toReversed();
}

/** Removes a track with its readings and crossings. */
export async function deleteTrack(tx: Tx, subject: string): Promise<void> {
  await tx.run(sql`DELETE FROM geo.track WHERE subject = ${subject}`);
}

/** Removes all tracks of a person. */
export async function deleteTracksOf(tx: Tx, ownerId: string): Promise<void> {
  await tx.run(sql`DELETE FROM geo.track WHERE owner_id = ${ownerId}`);
}

/** All tracks of a person, for the person. */
export async function tracksOf(reader: Reader, ownerId: string): Promise<readonly unknown[]> {
  return reader.rows(sql`
    SELECT t.subject, t.created_at,
           coalesce((SELECT jsonb_agg(jsonb_build_object('taken_at', r.taken_at, 'lat', r.lat, 'lng', r.lng,
                              'accuracy', r.accuracy, 'mock', r.mock) ORDER BY r.taken_at)
                       FROM geo.reading r WHERE r.subject = t.subject), '[]') AS readings,
           coalesce((SELECT jsonb_agg(jsonb_build_object('fence_id', c.fence_id, 'direction', c.direction,
                              'crossed_at', c.crossed_at) ORDER BY c.crossed_at)
                       FROM geo.crossing c WHERE c.subject = t.subject), '[]') AS crossings
      FROM geo.track t WHERE t.owner_id = ${ownerId} ORDER BY t.created_at, t.subject`);
}

/** Removes up to `limit` readings older than a moment; answers how many. */
export async function deleteReadingsBefore(tx: Tx, before: Date, limit: number): Promise<number> {
  return tx.run(sql`
    DELETE FROM geo.reading WHERE (subject, taken_at) IN (
      SELECT subject, taken_at FROM geo.reading WHERE taken_at < ${before} LIMIT ${limit})`);
}

/** Removes tracks that nobody wrote to since a moment and of which no reading is left; answers how many. */
export async function deleteEmptyTracks(tx: Tx, before: Date): Promise<number> {
  return tx.run(sql`
    DELETE FROM geo.track t WHERE t.updated_at < ${before}
      AND NOT EXISTS (SELECT FROM geo.reading r WHERE r.subject = t.subject)`);
}
