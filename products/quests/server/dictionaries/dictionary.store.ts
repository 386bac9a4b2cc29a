import { type Reader, sql, type Tx } from '#platform/server/database';
import type { DictionaryKind, Entry } from './dictionary.ts';

interface DictionaryRow {
  readonly id: string;
  readonly kind: DictionaryKind;
  readonly code: string;
  readonly name_ru: string;
  readonly name_en: string;
  readonly position: number;
  readonly active: boolean;
  readonly lat: number | null;
  readonly lng: number | null;
  readonly time_zone: string | null;
}

const columns = sql`id, kind, code, name_ru, name_en, position, active, lat, lng, time_zone`;

function entryOf({ name_ru, name_en, time_zone, lat, lng, ...row }: DictionaryRow): Entry {
  return {
    ...row,
    name: { ru: name_ru, en: name_en },
    place: lat === null || lng === null ? null : { lat, lng },
    timeZone: time_zone,
  };
}

/** All entries of all kinds in their order. */
export async function allEntries(reader: Reader): Promise<Entry[]> {
  const rows = await reader.rows<DictionaryRow>(
    sql`SELECT ${columns} FROM quests.dictionary ORDER BY kind, position, code`,
  );
  return rows.map(entryOf);
}

/** The entries of these kinds and codes (pairwise), kept from being deleted until the transaction ends. */
export async function holdEntries(
  tx: Tx,
  words: readonly { readonly kind: DictionaryKind; readonly code: string }[],
): Promise<Entry[]> {
  const [kinds, codes] = [words.map(({ kind }) => kind), words.map(({ code }) => code)];
  const rows = await tx.rows<DictionaryRow>(sql`
    SELECT ${columns} FROM quests.dictionary
    WHERE (kind, code) IN (SELECT * FROM unnest(${kinds}::text[], ${codes}::text[]))
    FOR KEY SHARE`);
  return rows.map(entryOf);
}

export async function lockEntry(tx: Tx, kind: DictionaryKind, id: string): Promise<Entry | undefined> {
  const row = await tx.row<DictionaryRow>(
    sql`SELECT ${columns} FROM quests.dictionary WHERE id = ${id} AND kind = ${kind} FOR UPDATE`,
  );
  return row === undefined ? undefined : entryOf(row);
}

export async function insertEntry(tx: Tx, entry: Entry): Promise<void> {
  const { id, kind, code, name, position, active, place, timeZone } = entry;
  await tx.run(sql`
    INSERT INTO quests.dictionary (id, kind, code, name_ru, name_en, position, active, lat, lng, time_zone)
    VALUES (${id}, ${kind}, ${code}, ${name.ru}, ${name.en}, ${position}, ${active},
            ${place?.lat ?? null}, ${place?.lng ?? null}, ${timeZone})`);
}

/** Everything but kind and code. */
export async function updateEntry(tx: Tx, entry: Entry): Promise<void> {
  const { id, name, position, active, place, timeZone } = entry;
  await tx.run(sql`
    UPDATE quests.dictionary
    SET name_ru = ${name.ru}, name_en = ${name.en}, position = ${position}, active = ${active},
      lat = ${place?.lat ?? null}, lng = ${place?.lng ?? null}, time_zone = ${timeZone}
    WHERE id = ${id}`);
}

/** Fails on a foreign key when a quest or a player has the entry. */
export function deleteEntry(tx: Tx, kind: DictionaryKind, id: string): Promise<number> {
  return tx.run(sql`DELETE FROM quests.dictionary WHERE id = ${id} AND kind = ${kind}`);
}

/** Published quests by the entry they carry. */
export async function countUses(reader: Reader): Promise<ReadonlyMap<string, number>> {
  const rows = await reader.rows<{ readonly entry_id: string; readonly count: number }>(sql`
    SELECT u.entry_id, count(*) AS count
    FROM quests.entry_use u JOIN quests.listing l ON l.quest_id = u.quest_id
    WHERE u.published AND l.listed
    GROUP BY u.entry_id`);
  return new Map(rows.map(({ entry_id, count }) => [entry_id, count]));
}
