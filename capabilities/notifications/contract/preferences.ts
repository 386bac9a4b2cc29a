import { type Static, Type } from 'typebox';
import { defineRoute, Nullable } from '#platform/contract';
import { Channel, ChannelChoice } from './channels.ts';

const timeOfDay = Type.String({
  pattern: '^([01]\\d|2[0-3]):[0-5]\\d$',
  description: 'Local wall-clock time, HH:MM.',
});

/** From–to in the person's time zone; past midnight when `from` is later than `to`. */
export const QuietHours = Type.Object({ from: timeOfDay, to: timeOfDay }, { additionalProperties: false });

export type QuietHours = Static<typeof QuietHours>;

const kind = Type.String({ minLength: 3, maxLength: 100, pattern: '^[a-z][a-z0-9_-]*\\.[a-z][a-z0-9_]*$' });

export const Preferences = Type.Object({
  kinds: Type.Array(
    Type.Object({
      kind: Type.String(),
      /** In the language of the request. */
      label: Type.String(),
      /** Goes out at once, even in quiet hours. */
      urgent: Type.Boolean(),
      channels: ChannelChoice,
    }),
  ),
  /** Channels this installation can use at all. */
  available: Type.Array(Channel),
  quiet_hours: Nullable(QuietHours),
  /** IANA name, from the profile. */
  time_zone: Type.String(),
});

export type Preferences = Static<typeof Preferences>;

export const getPreferences = defineRoute({
  method: 'GET',
  path: '/notifications/preferences',
  name: 'notifications.get_preferences',
  summary: 'Which notices reach me by which channels, and when not',
  access: 'signed-in',
  reply: Preferences,
});

export const setPreferences = defineRoute({
  method: 'PUT',
  path: '/notifications/preferences',
  name: 'notifications.set_preferences',
  summary: 'Choose channels and quiet hours; kinds that are left out go back to their defaults',
  access: 'signed-in',
  body: Type.Object(
    {
      kinds: Type.Array(Type.Object({ kind, channels: ChannelChoice }, { additionalProperties: false }), {
        maxItems: 300,
      }),
      quiet_hours: Nullable(QuietHours),
    },
    { additionalProperties: false },
  ),
  reply: Preferences,
  refusals: [
    'notifications.unknown_kind',
    'notifications.kind_named_twice',
    'notifications.empty_quiet_hours',
  ],
});
