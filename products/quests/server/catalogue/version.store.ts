import { type Reader, sql, type Tx } from '#platform/server/database';
import type { Point } from '../../contract/index.ts';
import type { QuestVersion } from '../rooms.ts';
import type { QuestContent } from './content.ts';

interface VersionRow {
  readonly quest_id: string;
  readonly number: number;
  readonly content: QuestContent;
  readonly points: readonly Point[];
}

const columns = sql`quest_id, number, content, points`;

function versionOf({ quest_id, number, content, points }: VersionRow): QuestVersion {
  return { questId: quest_id, version: number, title: content.title, orderMode: content.order_mode, points };
}

export async function findVersion(
  reader: Reader,
  questId: string,
  number: number,
): Promise<QuestVersion | undefined> {
  const row = await reader.row<VersionRow>(
    sql`SELECT ${columns} FROM quests.version WHERE quest_id = ${questId} AND number = ${number}`,
  );
  return row === undefined ? undefined : versionOf(row);
}

/** The test walk of this content, if it was frozen before. */
export async function findTestVersion(
  reader: Reader,
  questId: string,
  fingerprint: string,
): Promise<QuestVersion | undefined> {
  const row = await reader.row<VersionRow>(sql`
    SELECT ${columns} FROM quests.version
    WHERE quest_id = ${questId} AND fingerprint = ${fingerprint} AND number < 0`);
  return row === undefined ? undefined : versionOf(row);
}

/** The next free number: below zero for test walks. The quest must be locked. */
export async function nextNumber(tx: Tx, questId: string, sign: 1 | -1): Promise<number> {
  const row = await tx.row<{ readonly number: number }>(sql`
    SELECT ${sign}::integer * (coalesce(max(abs(number)), 0) + 1) AS number
    FROM quests.version WHERE quest_id = ${questId} AND sign(number) = ${sign}::integer`);
  return row?.number ?? sign;
}

export async function insertVersion(
  tx: Tx,
  version: {
    readonly questId: string;
    readonly number: number;
    readonly content: QuestContent;
    readonly points: readonly Point[];
    readonly lengthMetres: number;
    readonly fingerprint: string;
    readonly now: Date;
  },
): Promise<void> {
  const { questId, number, content, points, lengthMetres, fingerprint, now } = version;
  await tx.run(sql`
    INSERT INTO quests.version (quest_id, number, content, points, length_metres, fingerprint, created_at)
    VALUES (${questId}, ${number}, ${JSON.stringify(content)}::jsonb, ${JSON.stringify(points)}::jsonb,
            ${lengthMetres}, ${fingerprint}, ${now})`);
}

/** Content and points of every version there ever was. */
export function versionsOf(
  reader: Reader,
  questId: string,
): Promise<{ readonly content: QuestContent; readonly points: readonly Point[] }[]> {
  return reader.rows(sql`SELECT content, points FROM quests.version WHERE quest_id = ${questId}`);
}
