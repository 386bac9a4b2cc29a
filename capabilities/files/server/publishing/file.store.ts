import { type Reader, sql, type Tx } from '#platform/server/database';
import type { SoundFile } from '../checking/check.ts';

export interface ObjectRow {
  readonly id: string;
  readonly file_id: string;
  readonly variant_width: number | null;
  readonly media_type: string;
  readonly size: number;
  readonly content_hash: string;
  readonly storage_key: string;
  readonly url_name: string;
}

export interface FileRow {
  readonly id: string;
  readonly owner_id: string;
  readonly purpose: string;
  readonly name: string;
  readonly visibility: 'public' | 'private';
  readonly width: number | null;
  readonly height: number | null;
  readonly perceptual_hash: string | null;
  readonly created_at: Date;
  /** The file itself first, then smaller versions, narrowest first. */
  readonly objects: readonly Omit<ObjectRow, 'file_id'>[];
}

const fileColumns = sql`f.id, f.owner_id, f.purpose, f.name, f.visibility, f.width, f.height, f.perceptual_hash,
  f.created_at,
  (SELECT jsonb_agg(jsonb_build_object('id', o.id, 'variant_width', o.variant_width, 'media_type', o.media_type,
      'size', o.size, 'content_hash', o.content_hash, 'storage_key', o.storage_key, 'url_name', o.url_name)
      ORDER BY o.variant_width NULLS FIRST, o.media_type)
    FROM files.object o WHERE o.file_id = f.id) AS objects`;

export async function publishedFiles(reader: Reader, ids: readonly string[]): Promise<FileRow[]> {
  if (ids.length === 0) return [];
  return reader.rows<FileRow>(sql`
    SELECT ${fileColumns} FROM files.file f WHERE f.id = ANY(${[...ids]}::uuid[]) AND f.status = 'published'`);
}

/** Everything of a person that is still kept, oldest first, deleted files included. */
export async function filesOfOwner(
  reader: Reader,
  ownerId: string,
): Promise<(FileRow & { status: string })[]> {
  return reader.rows<FileRow & { status: string }>(sql`
    SELECT ${fileColumns}, f.status FROM files.file f WHERE f.owner_id = ${ownerId}::uuid ORDER BY f.created_at, f.id`);
}

export interface Publication {
  readonly id: string;
  readonly claim: string;
  readonly name: string;
  readonly now: Date;
  readonly sound: Pick<SoundFile, 'width' | 'height' | 'perceptualHash'>;
}

/** Publishes; false when the upload is gone or another worker's. */
export async function publishFile(tx: Tx, publication: Publication): Promise<boolean> {
  const { id, claim, name, now, sound } = publication;
  const published = await tx.run(sql`
    UPDATE files.file SET status = 'published', name = ${name}, width = ${sound.width}::int,
      height = ${sound.height}::int, perceptual_hash = ${sound.perceptualHash}, unused_since = ${now}::timestamptz,
      claim = NULL, claimed_at = NULL
    WHERE id = ${id}::uuid AND claim = ${claim}::uuid AND status IN ('receiving', 'checking')`);
  return published === 1;
}

export async function insertObjects(tx: Tx, objects: readonly ObjectRow[]): Promise<void> {
  for (const object of objects) {
    await tx.run(sql`
      INSERT INTO files.object (id, file_id, variant_width, media_type, size, content_hash, storage_key, url_name)
      VALUES (${object.id}::uuid, ${object.file_id}::uuid, ${object.variant_width}::int, ${object.media_type},
        ${object.size}::int, ${object.content_hash}, ${object.storage_key}, ${object.url_name})`);
  }
}

/** What is served at an address, and under which name it is saved. */
export interface ServedObject extends Omit<ObjectRow, 'file_id'> {
  readonly name: string;
}

const servedColumns = sql`o.id, o.variant_width, o.media_type, o.size, o.content_hash, o.storage_key, o.url_name,
  f.name`;

/** The same bytes may have been uploaded twice: any public one will do. */
export async function publicObject(
  reader: Reader,
  contentHash: string,
  urlName: string,
): Promise<ServedObject | undefined> {
  return reader.row<ServedObject>(sql`
    SELECT ${servedColumns} FROM files.object o JOIN files.file f ON f.id = o.file_id
    WHERE o.content_hash = ${contentHash} AND o.url_name = ${urlName}
      AND f.status = 'published' AND f.visibility = 'public'
    ORDER BY o.id LIMIT 1`);
}

export async function privateObject(reader: Reader, objectId: string): Promise<ServedObject | undefined> {
  return reader.row<ServedObject>(sql`
    SELECT ${servedColumns} FROM files.object o JOIN files.file f ON f.id = o.file_id
    WHERE o.id = ${objectId}::uuid AND f.status = 'published'`);
}
