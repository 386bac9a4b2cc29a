import { newId } from '#base/ids';
import type { Clock } from '#base/time';
import type { Tx } from '#platform/server/database';
import type { NewRoom } from '../index.ts';
import { insertMembers } from './member.store.ts';
import { findBySubject, findDirect, insertRoom } from './room.store.ts';

/** The two ids of a direct room as they are kept: the smaller first. */
export function pairOf(one: string, other: string): readonly [string, string] {
  return one < other ? [one, other] : [other, one];
}

async function existing(tx: Tx, { kind, subjectId, memberIds }: NewRoom): Promise<string | undefined> {
  const [one = '', other = ''] = memberIds;
  if (kind === 'direct') return (await findDirect(tx, ...pairOf(one, other)))?.id;
  return subjectId === undefined ? undefined : (await findBySubject(tx, kind, subjectId))?.id;
}

/** Makes a room, or answers the one of this pair or subject. */
export async function foundRoom(
  tx: Tx,
  room: NewRoom,
  clock: Clock,
  ownerId?: string,
): Promise<{ readonly id: string; readonly isNew: boolean }> {
  const { kind, memberIds, subjectId, title } = room;
  const members = [...new Set(memberIds)];
  const [one, other] = members;
  const isPair = one !== undefined && other !== undefined && members.length === 2;
  if (kind === 'direct' && !isPair) throw new Error('A direct room is for two different persons.');
  const known = await existing(tx, room);
  if (known !== undefined) return { id: known, isNew: false };
  const now = clock();
  const id = newId(now.getTime());
  const isNew = await insertRoom(tx, {
    id,
    kind,
    subjectId: subjectId ?? null,
    title: title ?? null,
    pair: kind === 'direct' && isPair ? pairOf(one, other) : null,
    now,
  });
  if (!isNew) {
    // Somebody else made it between the two statements; the insertion waited for their commit.
    const made = await existing(tx, room);
    if (made === undefined) throw new Error('A room was made and is gone again.');
    return { id: made, isNew: false };
  }
  if (ownerId !== undefined) await insertMembers(tx, id, [ownerId], { role: 'owner', now });
  await insertMembers(tx, id, members, { role: 'member', now });
  return { id, isNew: true };
}
