import { createHash } from 'node:crypto';
import { Refusal } from '#base/refusal';
import type { Tx } from '#platform/server/database';
import type { QuestVersion } from '../rooms.ts';
import type { Quest } from './content.ts';
import { lockQuest } from './quest.store.ts';
import { questNotFound } from './refusals.ts';
import { findTestVersion, insertVersion, nextNumber } from './version.store.ts';

/** The same content has the same fingerprint: SHA-256 in hexadecimal. */
function fingerprintOf({ content, points }: Quest): string {
  return createHash('sha256')
    .update(JSON.stringify([content, points]))
    .digest('hex');
}

/** Writes what a locked quest's draft is as a new version; answers its number. */
export async function freeze(tx: Tx, quest: Quest, sign: 1 | -1, now: Date): Promise<number> {
  const { id: questId, content, points, lengthMetres } = quest;
  const number = await nextNumber(tx, questId, sign);
  const fingerprint = fingerprintOf(quest);
  await insertVersion(tx, { questId, number, content, points, lengthMetres, fingerprint, now });
  return number;
}

const nothingToWalk = () =>
  new Refusal('conflict', 'quests.not_ready', 'The quest has no points yet.', {
    faults: [{ code: 'too_few_points', point_id: null }],
  });

/** Freezes a draft for a test walk; the same content answers the same version. */
export async function freezeDraft(tx: Tx, questId: string, now: Date): Promise<QuestVersion> {
  const quest = await lockQuest(tx, questId);
  if (quest === undefined) throw questNotFound();
  if (quest.points.length === 0) throw nothingToWalk();
  const known = await findTestVersion(tx, questId, fingerprintOf(quest));
  if (known !== undefined) return known;
  const version = await freeze(tx, quest, -1, now);
  const { content, points } = quest;
  return { questId, version, title: content.title, orderMode: content.order_mode, points };
}
