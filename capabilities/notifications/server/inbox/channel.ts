import type { ChannelRule, Realtime } from '#platform/server/realtime';

export type InboxEvent = 'arrived' | 'read' | 'read_all' | 'deleted';

/** The channel of a person's inbox: only they may follow it. */
export const inboxRule: ChannelRule = {
  prefix: 'inbox',
  mayFollow: (caller, rest) => rest === caller.userId,
};

/** Tells the person's open windows that something changed; ids only. */
export function publishInbox(
  realtime: Realtime,
  userId: string,
  message: { readonly event: InboxEvent; readonly id?: string; readonly kind?: string },
): Promise<void> {
  return realtime.publish(`inbox:${userId}`, message);
}
