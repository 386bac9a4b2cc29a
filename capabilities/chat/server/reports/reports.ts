import { Refusal } from '#base/refusal';
import type { Clock } from '#base/time';
import type { Identity } from '#capabilities/identity/server';
import type { Moderation, ModerationSubject } from '#capabilities/moderation/server';
import type { Database } from '#platform/server/database';
import type { Changing } from '../messages/changing.ts';
import { findMessage } from '../messages/message.store.ts';
import { messageNotFound } from '../refusals.ts';
import { insertReport, reported } from './report.store.ts';
import { messageSubject } from './subject-name.ts';

/** Asking moderators, and doing what they decide. */
export interface Reports {
  /** A repeat by the same person adds nothing. Throws a Refusal. */
  report(roomId: string, reporterId: string, messageId: string, comment: string | undefined): Promise<void>;
  readonly subject: ModerationSubject;
}

export interface ReportsOptions {
  readonly database: Database;
  readonly identity: Identity;
  readonly moderation: Moderation;
  readonly changing: Changing;
  readonly clock: Clock;
}

const slaHours = 24;

export function createReports(options: ReportsOptions): Reports {
  const { database, identity, moderation, changing, clock } = options;
  return {
    report: (roomId, reporterId, messageId, comment) =>
      database.transaction(async (tx) => {
        const message = await findMessage(tx, messageId);
        if (message === undefined || message.roomId !== roomId || message.held || message.deletedAt !== null)
          throw messageNotFound();
        if (message.authorId === reporterId)
          throw new Refusal('conflict', 'chat.own_message', 'This message is your own: delete it instead.');
        const { authorId, body } = message;
        const isNew = await insertReport(tx, { messageId, reporterId, body, now: clock() });
        if (isNew === 0) return;
        await moderation.open(tx, {
          kind: messageSubject,
          subjectId: messageId,
          authorId,
          flags: [{ code: 'report', score: 1 }],
          reportedBy: reporterId,
          ...(comment === undefined || comment.trim() === '' ? {} : { comment: comment.trim() }),
        });
      }),
    subject: {
      kind: messageSubject,
      label: { ru: 'Сообщение в чате', en: 'Chat message' },
      permission: 'moderate_content',
      slaHours,
      async preview(reader, subjectIds) {
        const rows = await reported(reader, subjectIds);
        const people = await identity.people(rows.flatMap(({ author_id }) => author_id ?? []));
        return new Map(
          rows.map(({ id, author_id, body, attachment_ids }) => [
            id,
            {
              title: people.get(author_id ?? '')?.displayName ?? '—',
              text: body,
              imageFileIds: attachment_ids,
            },
          ]),
        );
      },
      apply: (tx, { subjectId, decision }) =>
        decision === 'approve' ? changing.release(tx, subjectId) : changing.takeDown(tx, subjectId),
    },
  };
}
