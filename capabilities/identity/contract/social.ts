import { type Static, Type } from 'typebox';
import { defineRoute } from '#platform/contract';
import { Email, MailedCode, OpaqueToken } from './fields.ts';
import { SignedIn } from './tokens.ts';

export const ProviderName = Type.Enum(['google', 'facebook', 'vk']);
export type ProviderName = Static<typeof ProviderName>;

const ProviderParams = Type.Object({ provider: ProviderName });

/** A path of the web application to come back to. */
const ReturnTo = Type.String({ maxLength: 500, pattern: '^/app/[A-Za-z0-9/_.~?=&%-]*$' });

/**
 * Where the callback sends the browser. The outcome is in the fragment, as a query string:
 * `outcome=signed_in` (the refresh cookie is set), `linked`, `challenge` (+ `challenge_token`),
 * `pending` (+ `pending_token`, `needs_email=true|false`) or `error` (+ `code`); always `provider`,
 * and `return_to` when it was asked for.
 */
export const socialLandingPath = '/app/sign-in/social';

export const listProviders = defineRoute({
  method: 'GET',
  path: '/auth/providers',
  name: 'identity.list_providers',
  summary: 'Providers that are configured',
  access: 'public',
  reply: Type.Object({ providers: Type.Array(Type.Object({ name: ProviderName, title: Type.String() })) }),
});

export const startSocial = defineRoute({
  method: 'GET',
  path: '/auth/oauth/:provider',
  name: 'identity.start_social',
  summary: 'Send the browser to a provider',
  access: 'public',
  params: ProviderParams,
  query: Type.Object({ return_to: Type.Optional(ReturnTo) }),
  status: 302,
  streams: 'redirect',
  refusals: ['identity.provider_unknown', 'identity.provider_down'],
  rateLimit: { max: 30, windowSeconds: 60, by: 'address' },
});

export const finishSocial = defineRoute({
  method: 'GET',
  path: '/auth/oauth/:provider/callback',
  name: 'identity.finish_social',
  summary: 'Where a provider sends the browser back to',
  access: 'public',
  params: ProviderParams,
  query: Type.Object(
    {
      code: Type.Optional(Type.String({ maxLength: 4_096 })),
      state: Type.Optional(Type.String({ maxLength: 512 })),
      error: Type.Optional(Type.String({ maxLength: 200 })),
      iss: Type.Optional(Type.String({ maxLength: 500 })),
      /** VK ID. */
      device_id: Type.Optional(Type.String({ maxLength: 512 })),
      /** VK ID: the same fields as JSON. */
      payload: Type.Optional(Type.String({ maxLength: 8_192 })),
    },
    { additionalProperties: true },
  ),
  status: 302,
  streams: 'redirect',
  refusals: ['identity.provider_unknown'],
  rateLimit: { max: 30, windowSeconds: 60, by: 'address' },
});

export const linkSocial = defineRoute({
  method: 'POST',
  path: '/auth/oauth/:provider/link',
  name: 'identity.link_social',
  summary: 'Begin to connect a provider to the signed-in account',
  access: 'signed-in',
  params: ProviderParams,
  reply: Type.Object({ authorization_url: Type.String() }),
  refusals: ['identity.provider_unknown', 'identity.provider_down'],
  rateLimit: { max: 10, windowSeconds: 60 },
});

export const unlinkSocial = defineRoute({
  method: 'DELETE',
  path: '/auth/oauth/:provider/link',
  name: 'identity.unlink_social',
  summary: 'Disconnect a provider',
  access: 'signed-in',
  params: ProviderParams,
  status: 204,
  refusals: ['identity.provider_not_linked', 'identity.last_way_in'],
});

export const completeSocial = defineRoute({
  method: 'POST',
  path: '/auth/oauth/complete',
  name: 'identity.complete_social',
  summary: 'Give the address of a pending account; a code goes there',
  access: 'public',
  body: Type.Object(
    {
      pending_token: OpaqueToken,
      /** Needed when the provider gave none; otherwise the provider's own is used. */
      email: Type.Optional(Email),
    },
    { additionalProperties: false },
  ),
  reply: Type.Object({ status: Type.Literal('accepted') }),
  status: 202,
  refusals: ['identity.pending_invalid', 'identity.email_required'],
  rateLimit: { max: 10, windowSeconds: 300, by: 'address' },
});

export const confirmSocial = defineRoute({
  method: 'POST',
  path: '/auth/oauth/confirm',
  name: 'identity.confirm_social',
  summary: 'Prove the address of a pending account and sign in',
  secretReply: true,
  access: 'public',
  body: Type.Object({ pending_token: OpaqueToken, code: MailedCode }, { additionalProperties: false }),
  reply: SignedIn,
  refusals: ['identity.pending_invalid', 'identity.code_invalid', 'identity.too_many_attempts'],
  rateLimit: { max: 20, windowSeconds: 300, by: 'address' },
});
