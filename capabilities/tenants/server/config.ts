import { type Static, Type } from 'typebox';

/** How the OpenID Connect providers of companies are reached. */
export const TenantsConfig = Type.Object({
  DIRECTORY_PRIVATE_ADDRESSES: Type.Optional(
    Type.Boolean({
      description:
        'Companies may name providers inside this network, over plain HTTP too: for an installation of one company. Default: only outside production.',
    }),
  ),
  DIRECTORY_TIMEOUT_MS: Type.Integer({
    default: 8_000,
    minimum: 50,
    maximum: 60_000,
    description: 'How long the provider of a company may take to answer one request, in milliseconds.',
  }),
});

export type TenantsConfig = Static<typeof TenantsConfig>;
