import { type Static, Type } from 'typebox';

/** Environment of the module. */
export const ModerationConfig = Type.Object({
  MODERATION_TRUSTED_HOSTS: Type.Optional(
    Type.String({
      maxLength: 4_000,
      pattern: '^[a-zа-я0-9.-]+(,[a-zа-я0-9.-]+)*$',
      description:
        'Comma list of host names whose links (and those of their subdomains) are no reason to flag a text. Default: none but PUBLIC_URL.',
    }),
  ),
});

export type ModerationConfig = Static<typeof ModerationConfig>;
