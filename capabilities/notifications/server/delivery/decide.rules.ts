import { second } from '#base/time';
import type { StoredNotification } from '../notification.ts';
import { type QuietHours, quietUntil } from '../quiet/quiet-hours.rules.ts';

/** Ways that leave the application; the inbox needs no delivery. */
export type OutboundChannel = 'email' | 'push' | 'telegram';

export type Decision =
  | { readonly kind: 'send' }
  | { readonly kind: 'wait'; readonly until: Date }
  | { readonly kind: 'skip'; readonly reason: 'deleted' | 'read' | 'seen' | 'switched_off' };

export interface Situation {
  readonly notification: Pick<StoredNotification, 'deletedAt' | 'readAt' | 'seenAt'>;
  readonly channel: OutboundChannel;
  /** Whether the person's choice for this kind has the channel on. */
  readonly on: boolean;
  readonly urgent: boolean;
  readonly quietHours: QuietHours | null;
  readonly timeZone: string;
  readonly now: Date;
}

/** When a notice may first go out: a push gives an open window time to show it, quiet hours hold back what can wait. */
export function firstDue(
  situation: Pick<Situation, 'channel' | 'urgent' | 'quietHours' | 'timeZone' | 'now'>,
  pushDelaySeconds: number,
): Date {
  const { channel, urgent, quietHours, timeZone, now } = situation;
  if (urgent) return now;
  const delay = channel === 'push' ? pushDelaySeconds * second : 0;
  const due = new Date(now.getTime() + delay);
  return quietUntil(quietHours, due, timeZone) ?? due;
}

/** What happens to a delivery whose time has come. */
export function decide(situation: Situation): Decision {
  const { notification, channel, on, urgent, quietHours, timeZone, now } = situation;
  if (notification.deletedAt !== null) return { kind: 'skip', reason: 'deleted' };
  if (notification.readAt !== null) return { kind: 'skip', reason: 'read' };
  if (channel === 'push' && notification.seenAt !== null) return { kind: 'skip', reason: 'seen' };
  if (!on) return { kind: 'skip', reason: 'switched_off' };
  const until = urgent ? null : quietUntil(quietHours, now, timeZone);
  return until === null ? { kind: 'send' } : { kind: 'wait', until };
}
