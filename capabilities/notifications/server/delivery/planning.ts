import { newId } from '#base/ids';
import { type Clock, second } from '#base/time';
import type { Identity } from '#capabilities/identity/server';
import type { Database, Tx } from '#platform/server/database';
import type { Jobs } from '#platform/server/jobs';
import type { Realtime } from '#platform/server/realtime';
import { publishInbox } from '../inbox/channel.ts';
import { deleteNotification, findNotification } from '../inbox/notification.store.ts';
import { deliver } from '../jobs/definitions.ts';
import type { Kinds } from '../kinds.ts';
import { isOn } from '../preferences/choices.rules.ts';
import { choicesOf, quietHoursOf } from '../preferences/preference.store.ts';
import { firstDue, type OutboundChannel } from './decide.rules.ts';
import { insertDelivery } from './delivery.store.ts';

/** What decides where a notice goes and when. */
export interface PlanningParts {
  readonly database: Database;
  readonly jobs: Jobs;
  readonly realtime: Realtime;
  readonly identity: Identity;
  readonly kinds: Kinds;
  readonly clock: Clock;
  readonly available: () => readonly string[];
  readonly pushDelaySeconds: number;
}

const outbound: readonly OutboundChannel[] = ['email', 'push', 'telegram'];

/** Sends the job that does a delivery when it is due. */
export async function sendDelivery(
  tx: Tx,
  jobs: Jobs,
  delivery: { readonly id: string; readonly dueAt: Date },
  now: Date,
): Promise<void> {
  const seconds = Math.ceil((delivery.dueAt.getTime() - now.getTime()) / second);
  const start = seconds > 0 ? { startAfterSeconds: seconds } : {};
  await jobs.send(tx, deliver, { delivery_id: delivery.id }, start);
}

/**
 * Makes the work of a new notice: a delivery for each channel the person has on. A repeat adds nothing. A notice to
 * somebody without an account is deleted.
 */
export function createPlanning(parts: PlanningParts) {
  const { database, jobs, realtime, identity, kinds, clock, available, pushDelaySeconds } = parts;

  return async (notificationId: string): Promise<void> => {
    const notice = await findNotification(database, notificationId);
    if (notice === undefined || notice.deletedAt !== null) return;
    const person = await identity.person(notice.userId);
    if (person === undefined) {
      await database.transaction((tx) => deleteNotification(tx, notificationId));
      return;
    }
    const kind = kinds.find(notice.kind);
    if (kind === undefined) throw new Error(`No loaded module sends ${notice.kind}.`);
    const [choices, quietHours] = await Promise.all([
      choicesOf(database, notice.userId, notice.kind),
      quietHoursOf(database, notice.userId),
    ]);
    const now = clock();
    const wanted = outbound.filter(
      (channel) => available().includes(channel) && isOn(kind, channel, choices),
    );
    await database.transaction(async (tx) => {
      for (const channel of wanted) {
        const situation = {
          channel,
          urgent: kind.urgent ?? false,
          quietHours,
          timeZone: person.timeZone,
          now,
        };
        const delivery = { id: newId(), notificationId, channel, deviceId: null };
        const dueAt = firstDue(situation, pushDelaySeconds);
        if (await insertDelivery(tx, { ...delivery, dueAt })) {
          await sendDelivery(tx, jobs, { id: delivery.id, dueAt }, now);
        }
      }
      // A notice for later was not announced when it was written.
      if (notice.inApp && notice.visibleAt.getTime() > notice.createdAt.getTime()) {
        const { id, userId } = notice;
        tx.afterCommit(() => publishInbox(realtime, userId, { event: 'arrived', id, kind: notice.kind }));
      }
    });
  };
}
