import { newId } from '#base/ids';
import { Refusal } from '#base/refusal';
import type { Clock } from '#base/time';
import type { Files } from '#capabilities/files/server';
import type { Moderation } from '#capabilities/moderation/server';
import { type Database, sql, type Tx } from '#platform/server/database';
import type { Events } from '#platform/server/events';
import { MessageSent } from '../../contract/index.ts';
import { attachmentPurpose } from '../attachments/purpose-name.ts';
import { isBlocked } from '../blocks/block.store.ts';
import type { LiveRooms } from '../live/live-rooms.ts';
import { roomNotFound } from '../refusals.ts';
import { messageSubject } from '../reports/subject-name.ts';
import { insertMembers, membersAmong } from '../rooms/member.store.ts';
import { advanceRoom, lockRoom } from '../rooms/room.store.ts';
import type { RoomRow } from '../rooms/room.ts';
import { createBatches } from './batches.ts';
import { findMessage, findSaid, insertMessages, repliable } from './message.store.ts';
import type { Draft, Message } from './message.ts';
import { refusalOf } from './send.rules.ts';

export interface Speaker {
  readonly userId: string;
  /** Holds the permission of those who answer in support rooms. */
  readonly isOperator: boolean;
}

/** Saying things. */
export interface Sending {
  /** The message as it is kept; the same one again for the same client id. Throws a Refusal. */
  send(roomId: string, speaker: Speaker, draft: Draft): Promise<Message>;
}

export interface SendingOptions {
  readonly database: Database;
  readonly events: Events;
  readonly moderation: Moderation;
  readonly files: Files;
  readonly live: LiveRooms;
  readonly clock: Clock;
}

interface Utterance {
  readonly speaker: Speaker;
  readonly draft: Draft;
}

type Outcome = { readonly message: Message; readonly isNew: boolean } | { readonly refusal: Refusal };

const batchLimit = 250;
const keyOf = (authorId: string | null, clientId: string | null): string => `${authorId} ${clientId}`;

export function createSending(options: SendingOptions): Sending {
  const { database, events, moderation, files, live, clock } = options;

  /** Holds back or flags what filters find. Answers whether it is held. */
  async function inspect(tx: Tx, id: string, { speaker, draft }: Utterance): Promise<boolean> {
    const { userId: authorId } = speaker;
    const text = draft.text.trim();
    const words =
      text === ''
        ? undefined
        : await moderation.inspectText(tx, { kind: messageSubject, authorId, subjectId: id, text });
    const images =
      draft.attachmentIds.length === 0 ? undefined : await moderation.inspectImages(tx, draft.attachmentIds);
    const flags = [...(words?.flags ?? []), ...(images?.flags ?? [])];
    const verdicts = [words?.verdict, images?.verdict];
    if (verdicts.some((verdict) => verdict === 'hold' || verdict === 'flag')) {
      await moderation.open(tx, { kind: messageSubject, subjectId: id, authorId, flags });
    }
    return verdicts.includes('hold');
  }

  async function attach(tx: Tx, id: string, { speaker, draft }: Utterance): Promise<Refusal | undefined> {
    if (draft.attachmentIds.length === 0) return undefined;
    await tx.run(sql`SAVEPOINT attaching`);
    try {
      const use = { ownerId: speaker.userId, purpose: attachmentPurpose, subjectId: id };
      await files.attach(tx, { ...use, fileIds: draft.attachmentIds });
      return undefined;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      await tx.run(sql`ROLLBACK TO SAVEPOINT attaching`);
      return error;
    }
  }

  async function factsOf(tx: Tx, room: RoomRow, utterances: readonly Utterance[]) {
    const authors = utterances.map(({ speaker }) => speaker.userId);
    const replies = utterances.flatMap(({ draft }) => draft.replyTo ?? []);
    const [members, said, known, blocked] = await Promise.all([
      membersAmong(tx, room.id, [...new Set(authors)]),
      findSaid(
        tx,
        room.id,
        authors,
        utterances.map(({ draft }) => draft.clientId),
      ),
      replies.length === 0 ? [] : repliable(tx, room.id, replies),
      room.low_id === null || room.high_id === null ? false : isBlocked(tx, room.low_id, room.high_id),
    ]);
    return {
      members: new Set(members.map(({ user_id }) => user_id)),
      said: new Map(said.map((message) => [keyOf(message.authorId, message.clientId), message])),
      repliable: new Set(known.map(({ id }) => id)),
      isBlocked: blocked,
    };
  }

  async function sayAll(
    tx: Tx,
    roomId: string,
    utterances: readonly Utterance[],
  ): Promise<readonly Outcome[]> {
    const room = await lockRoom(tx, roomId);
    if (room === undefined) return utterances.map(() => ({ refusal: roomNotFound() }));
    const facts = await factsOf(tx, room, utterances);
    const now = clock();
    const fresh: Message[] = [];

    async function say(utterance: Utterance): Promise<Outcome> {
      const { speaker, draft } = utterance;
      const key = keyOf(speaker.userId, draft.clientId);
      const before = facts.said.get(key);
      if (before !== undefined) return { message: before, isNew: false };
      const isMember = facts.members.has(speaker.userId);
      const isOperator = room?.kind === 'support' && speaker.isOperator;
      const refusal = refusalOf(draft, { ...facts, isMember, isOperator });
      if (refusal !== undefined) return { refusal };
      const id = newId(now.getTime());
      const unattached = await attach(tx, id, utterance);
      if (unattached !== undefined) return { refusal: unattached };
      const message: Message = {
        id,
        roomId,
        seq: (room?.last_seq ?? 0) + fresh.length + 1,
        rev: (room?.last_rev ?? 0) + fresh.length + 1,
        authorId: speaker.userId,
        clientId: draft.clientId,
        body: draft.text.trim(),
        system: null,
        replyTo: draft.replyTo === null ? null : { id: draft.replyTo, seq: 0, authorId: null, excerpt: '' },
        attachmentIds: draft.attachmentIds,
        held: isOperator ? false : await inspect(tx, id, utterance),
        createdAt: now,
        editedAt: null,
        deletedAt: null,
        deletedBy: null,
      };
      if (isOperator && !isMember) {
        await insertMembers(tx, roomId, [speaker.userId], { role: 'operator', now });
        facts.members.add(speaker.userId);
      }
      fresh.push(message);
      facts.said.set(key, message);
      return { message, isNew: true };
    }

    const outcomes: Outcome[] = [];
    for (const utterance of utterances) outcomes.push(await say(utterance));
    const [first] = fresh;
    const last = fresh.at(-1);
    if (first === undefined || last === undefined) return outcomes;
    await Promise.all([
      advanceRoom(tx, roomId, { messages: fresh.length, changes: fresh.length, now }),
      insertMessages(tx, roomId, fresh),
      events.emit(tx, MessageSent, { room_id: roomId, first_seq: first.seq, last_seq: last.seq }),
    ]);
    tx.afterCommit(() => live.committed(roomId, fresh));
    return outcomes;
  }

  const batches = createBatches<Utterance, Outcome>(batchLimit, (roomId, utterances) =>
    database.transaction((tx) => sayAll(tx, roomId, utterances)),
  );

  return {
    async send(roomId, speaker, draft) {
      const outcome = await batches.add(roomId, { speaker, draft });
      if ('refusal' in outcome) throw outcome.refusal;
      // The one replied to is known by its id only until it is read back.
      if (outcome.message.replyTo === null) return outcome.message;
      return (await findMessage(database, outcome.message.id)) ?? outcome.message;
    },
  };
}
