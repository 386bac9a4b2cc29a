import { Type } from 'typebox';
import { Id } from '#platform/contract';
import { defineJob } from '#platform/server/jobs';

/** Tells the members of a room what they have not read. */
export const notifyUnread = defineJob({
  name: 'chat.notify_unread',
  data: Type.Object({ room_id: Id }),
  retry: { limit: 5, delaySeconds: 10, backoff: true },
  timeoutSeconds: 60,
  concurrency: 2,
});
