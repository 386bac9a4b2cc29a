import type { NotificationChannel, NotificationKind } from '../index.ts';

/** Where a person chose otherwise than a kind's own channels. */
export interface Choice {
  readonly kind: string;
  readonly channel: NotificationChannel;
  readonly enabled: boolean;
}

export const channels = ['in_app', 'email', 'push', 'telegram'] as const;

/** Whether a kind uses a channel for a person. */
export function isOn(
  kind: NotificationKind,
  channel: NotificationChannel,
  choices: readonly Choice[],
): boolean {
  const choice = choices.find((one) => one.kind === kind.kind && one.channel === channel);
  return choice?.enabled ?? kind.channels.includes(channel);
}

/** What must be kept of a choice for all channels: only where it differs from the kind's own. */
export function deviations(
  kind: NotificationKind,
  wanted: Readonly<Record<NotificationChannel, boolean>>,
): readonly Choice[] {
  return channels
    .filter((channel) => wanted[channel] !== kind.channels.includes(channel))
    .map((channel) => ({ kind: kind.kind, channel, enabled: wanted[channel] }));
}
