import { type Static, Type } from 'typebox';

const optional = (description: string) => Type.Optional(Type.String({ minLength: 1, description }));
const issuer = (description: string) =>
  Type.Optional(Type.String({ pattern: '^https?://[^\\s]+[^\\s/]$', description }));

/** Social sign-in. A provider without a client id is hidden. */
export const IdentityConfig = Type.Object({
  GOOGLE_CLIENT_ID: optional('OAuth client of Google; turns Google sign-in on.'),
  GOOGLE_CLIENT_SECRET: optional('Secret of the Google client.'),
  GOOGLE_ISSUER: issuer('OpenID issuer. Default: https://accounts.google.com.'),
  FACEBOOK_CLIENT_ID: optional('Facebook application; turns Facebook sign-in on.'),
  FACEBOOK_CLIENT_SECRET: optional('Secret of the Facebook application.'),
  FACEBOOK_ISSUER: issuer('Base URL of dialog and Graph API together. Default: www. and graph.facebook.com.'),
  VK_CLIENT_ID: optional('VK ID application; turns VK sign-in on.'),
  VK_CLIENT_SECRET: optional('Only for confidential VK ID applications; public ones must not have it.'),
  VK_ISSUER: issuer('Base URL of VK ID. Default: https://id.vk.ru.'),
  SOCIAL_TIMEOUT_MS: Type.Integer({
    default: 8_000,
    minimum: 50,
    maximum: 60_000,
    description: 'How long a provider may take to answer one request, in milliseconds.',
  }),
});

export type IdentityConfig = Static<typeof IdentityConfig>;
