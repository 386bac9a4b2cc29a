import { type Reader, sql, type Tx } from '#platform/server/database';
import type { Signature } from '../filters/simhash.rules.ts';

export interface SignedText {
  readonly kind: string;
  readonly subjectId: string;
  readonly authorId: string;
  readonly signature: Signature;
}

/** The least distance (0..64 bits) to a text of the kind by somebody else since a moment; undefined: none shares a band. */
export async function nearestByOthers(
  reader: Reader,
  { kind, authorId, signature }: SignedText,
  since: Date,
): Promise<number | undefined> {
  const [first, second, third, fourth] = signature.bands;
  const row = await reader.row<{ distance: number | null }>(sql`
    SELECT min(bit_count((simhash # ('x' || ${signature.hash}::text)::bit(64)::bigint)::bit(64))) AS distance
    FROM moderation.text_signature
    WHERE kind = ${kind} AND author_id <> ${authorId} AND seen_at > ${since}
      AND (band_0 = ${first} OR band_1 = ${second} OR band_2 = ${third} OR band_3 = ${fourth})`);
  return row?.distance ?? undefined;
}

/** Keeps the signature of a subject's present text. */
export async function keepSignature(
  tx: Tx,
  { kind, subjectId, authorId, signature }: SignedText,
  now: Date,
): Promise<void> {
  const [first, second, third, fourth] = signature.bands;
  await tx.run(sql`
    INSERT INTO moderation.text_signature
      (kind, subject_id, author_id, simhash, band_0, band_1, band_2, band_3, seen_at)
    VALUES (${kind}, ${subjectId}, ${authorId}, ('x' || ${signature.hash}::text)::bit(64)::bigint,
      ${first}, ${second}, ${third}, ${fourth}, ${now})
    ON CONFLICT (kind, subject_id) DO UPDATE
    SET author_id = excluded.author_id, simhash = excluded.simhash, band_0 = excluded.band_0,
      band_1 = excluded.band_1, band_2 = excluded.band_2, band_3 = excluded.band_3, seen_at = excluded.seen_at`);
}
