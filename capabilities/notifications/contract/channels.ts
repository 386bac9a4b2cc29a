import { type Static, Type } from 'typebox';

/** Ways a notice reaches a person. */
export const notificationChannels = ['in_app', 'email', 'push', 'telegram'] as const;

export const Channel = Type.Enum(['in_app', 'email', 'push', 'telegram']);

export type Channel = Static<typeof Channel>;

/** For each channel whether it is on. */
export const ChannelChoice = Type.Object(
  {
    in_app: Type.Boolean(),
    email: Type.Boolean(),
    push: Type.Boolean(),
    telegram: Type.Boolean(),
  },
  { additionalProperties: false },
);

export type ChannelChoice = Static<typeof ChannelChoice>;
