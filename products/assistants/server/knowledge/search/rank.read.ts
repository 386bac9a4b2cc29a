import type { Workspace } from '#capabilities/tenants/server';
import { type Reader, type Sql, sql } from '#platform/server/database';
import { readable } from '../collections/access.ts';
import type { Term } from '../terms/terms.rules.ts';

/** A passage by its place. */
export interface PassageKey {
  readonly documentId: string;
  readonly no: number;
}

export interface Ranked extends PassageKey {
  readonly score: number;
}

const among = (ids: readonly string[] | undefined): Sql =>
  ids === undefined ? sql`true` : sql`c.id = ANY(${ids}::uuid[])`;

/** Passages the person may read by BM25, best first: who may read what is part of the statement. */
export async function rankByWords(
  reader: Reader,
  workspace: Workspace,
  terms: readonly Term[],
  { collectionIds, limit }: { readonly collectionIds: readonly string[] | undefined; readonly limit: number },
): Promise<readonly Ranked[]> {
  if (terms.length === 0) return [];
  const rows = await reader.rows<{ document_id: string; no: number; score: number }>(sql`
    WITH reading AS MATERIALIZED (
      SELECT c.id, c.chunk_count, c.term_count FROM assistants.collection c
       WHERE ${readable(workspace)} AND ${among(collectionIds)} AND c.chunk_count > 0),
    size AS MATERIALIZED (
      SELECT sum(chunk_count)::float8 AS total, greatest(1, sum(term_count)::float8 / sum(chunk_count)) AS average
        FROM reading),
    given AS MATERIALIZED (
      SELECT term, weight FROM unnest(${terms.map(({ term }) => term)}::text[],
        ${terms.map(({ weight }) => weight)}::float8[]) AS g (term, weight)),
    held AS MATERIALIZED (
      SELECT p.term, p.document_id, p.chunk_nos, p.counts, p.lengths FROM assistants.posting p
       WHERE p.collection_id = ANY(array(SELECT id FROM reading))
         AND p.term = ANY(${terms.map(({ term }) => term)}::text[])),
    worth AS MATERIALIZED (
      SELECT h.term, g.weight * ln(1 + (size.total - h.found + 0.5) / (h.found + 0.5)) AS idf
        FROM (SELECT term, sum(cardinality(chunk_nos)) AS found FROM held GROUP BY term) h
        JOIN given g USING (term), size)
    SELECT held.document_id, e.no, sum(w.idf * e.count * 2.2 / (e.count + 1.2 * (0.25 + 0.75 * e.length / size.average))) AS score
      FROM held JOIN worth w USING (term), size, unnest(held.chunk_nos, held.counts, held.lengths) AS e (no, count, length)
     GROUP BY held.document_id, e.no
     ORDER BY score DESC, held.document_id, e.no LIMIT ${limit}`);
  return rows.map(({ document_id, no, score }) => ({ documentId: document_id, no, score }));
}

export interface ReadableCollection {
  readonly id: string;
  readonly ownerId: string | undefined;
  readonly vectorRevision: number;
  readonly chunks: number;
}

/** The collections the person may read, with what a cache of their vectors goes by. */
export async function readableCollections(
  reader: Reader,
  workspace: Workspace,
  collectionIds: readonly string[] | undefined,
): Promise<readonly ReadableCollection[]> {
  const rows = await reader.rows<{
    id: string;
    owner_id: string | null;
    vector_revision: number;
    chunk_count: number;
  }>(sql`
    SELECT c.id, c.owner_id, c.vector_revision, c.chunk_count FROM assistants.collection c
     WHERE ${readable(workspace)} AND ${among(collectionIds)} AND c.chunk_count > 0`);
  return rows.map((row) => ({
    id: row.id,
    ownerId: row.owner_id ?? undefined,
    vectorRevision: row.vector_revision,
    chunks: row.chunk_count,
  }));
}

export interface FoundPassage extends PassageKey {
  readonly content: string;
  readonly heading: readonly string[];
  readonly page: number | null;
  readonly firstLine: number | null;
  readonly lastLine: number | null;
  readonly part: number;
  readonly documentName: string;
  readonly documentTitle: string | null;
  readonly kind: string | null;
  readonly collectionId: string;
  readonly collectionName: string;
}

/** Passages with their places, as far as the person may read them; in no order. */
export async function readPassages(
  reader: Reader,
  workspace: Workspace,
  keys: readonly PassageKey[],
): Promise<readonly FoundPassage[]> {
  const rows = await reader.rows<{
    document_id: string;
    no: number;
    content: string;
    heading: readonly string[];
    page: number | null;
    first_line: number | null;
    last_line: number | null;
    part_no: number;
    document_name: string;
    title: string | null;
    kind: string | null;
    collection_id: string;
    collection_name: string;
  }>(sql`
    SELECT k.document_id, k.no, k.content, k.heading, k.page, k.first_line, k.last_line, k.part_no,
           d.name AS document_name, d.title, d.kind, c.id AS collection_id, c.name AS collection_name
      FROM unnest(${keys.map(({ documentId }) => documentId)}::uuid[], ${keys.map(({ no }) => no)}::integer[])
             AS wanted (document_id, no)
      JOIN assistants.chunk k ON k.document_id = wanted.document_id AND k.no = wanted.no
      JOIN assistants.document d ON d.id = k.document_id
      JOIN assistants.collection c ON c.id = d.collection_id
     WHERE ${readable(workspace)}`);
  return rows.map((row) => ({
    documentId: row.document_id,
    no: row.no,
    content: row.content,
    heading: row.heading,
    page: row.page,
    firstLine: row.first_line,
    lastLine: row.last_line,
    part: row.part_no,
    documentName: row.document_name,
    documentTitle: row.title,
    kind: row.kind,
    collectionId: row.collection_id,
    collectionName: row.collection_name,
  }));
}
