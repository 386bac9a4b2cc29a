import { type Reader, sql } from '#platform/server/database';
import type { DictionaryKind } from './dictionary.ts';

export interface DictionaryRow {
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

/** All entries of all kinds in their order. */
export function allEntries(reader: Reader): Promise<DictionaryRow[]> {
  return reader.rows<DictionaryRow>(
    sql`SELECT ${columns} FROM quests.dictionary ORDER BY kind, position, code`,
  );
}
