import { newId } from '#base/ids';
import { type Clock, second } from '#base/time';
import type { Jobs } from '#platform/server/jobs';
import type { Realtime } from '#platform/server/realtime';
import { publishInbox } from '../inbox/channel.ts';
import { insertNotification } from '../inbox/notification.store.ts';
import type { Notifications } from '../index.ts';
import { planNotice } from '../jobs/definitions.ts';
import type { Kinds } from '../kinds.ts';
import { isOn } from '../preferences/choices.rules.ts';
import { choicesOf } from '../preferences/preference.store.ts';
import { faultOf, storable } from './notice.rules.ts';

/** Makes `Notifications.notify`: the inbox is served at once, every other way by jobs. */
export function createNotify(parts: {
  readonly jobs: Jobs;
  readonly realtime: Realtime;
  readonly kinds: Kinds;
  readonly clock: Clock;
}): Notifications['notify'] {
  const { jobs, realtime, kinds, clock } = parts;
  return async (tx, notice) => {
    const kind = kinds.find(notice.kind);
    const fault = kind === undefined ? `No loaded module declares ${notice.kind}.` : faultOf(notice);
    if (kind === undefined || fault !== undefined) throw new Error(`Notice refused: ${fault}`);
    const { userId, key } = notice;
    const now = clock();
    const wait = Math.max(0, (notice.notBefore?.getTime() ?? 0) - now.getTime());
    const inApp = isOn(kind, 'in_app', await choicesOf(tx, userId, kind.kind));
    const id = newId(now.getTime());
    const added = await insertNotification(tx, {
      id,
      userId,
      kind: kind.kind,
      values: storable(notice.values),
      path: notice.path ?? null,
      key,
      inApp,
      visibleAt: new Date(now.getTime() + wait),
      now,
    });
    if (!added) return;
    const start = wait === 0 ? {} : { startAfterSeconds: Math.ceil(wait / second) };
    await jobs.send(tx, planNotice, { notification_id: id }, start);
    if (inApp && wait === 0) {
      tx.afterCommit(() => publishInbox(realtime, userId, { event: 'arrived', id, kind: kind.kind }));
    }
  };
}
