import { type Static, Type } from 'typebox';
import { defineRoute, Id, IdParams, Instant, Nullable } from '#platform/contract';

export const ApiKey = Type.Object({
  id: Id,
  name: Type.String(),
  /** The beginning of the key, to tell keys apart: `qt_xxxxxxxx`. */
  prefix: Type.String(),
  scopes: Type.Array(Type.String()),
  created_at: Instant,
  expires_at: Nullable(Instant),
  last_used_at: Nullable(Instant),
});
export type ApiKey = Static<typeof ApiKey>;

export const listApiKeys = defineRoute({
  method: 'GET',
  path: '/api-keys/',
  name: 'identity.list_api_keys',
  summary: 'API keys of the signed-in person',
  access: 'signed-in',
  reply: Type.Object({ items: Type.Array(ApiKey), next_cursor: Nullable(Type.String()) }),
});

export const createApiKey = defineRoute({
  method: 'POST',
  path: '/api-keys/',
  name: 'identity.create_api_key',
  summary: 'Make an API key; its secret is shown once',
  secretReply: true,
  access: 'signed-in',
  body: Type.Object(
    {
      name: Type.String({ minLength: 1, maxLength: 100, pattern: '^[^\\u0000-\\u001f]*$' }),
      scopes: Type.Array(Type.String({ pattern: '^[a-z][a-z0-9_-]*(:[a-z][a-z0-9_-]*)+$', maxLength: 64 }), {
        minItems: 1,
        maxItems: 50,
        uniqueItems: true,
      }),
      /** Never, when left out. */
      expires_in_days: Type.Optional(Type.Integer({ minimum: 1, maximum: 3_650 })),
    },
    { additionalProperties: false },
  ),
  reply: Type.Object({ key: Type.String(), api_key: ApiKey }),
  status: 201,
  refusals: ['identity.scope_unknown', 'identity.too_many_keys'],
  rateLimit: { max: 20, windowSeconds: 300 },
});

export const revokeApiKey = defineRoute({
  method: 'DELETE',
  path: '/api-keys/:id',
  name: 'identity.revoke_api_key',
  summary: 'Revoke an API key',
  access: 'signed-in',
  params: IdParams,
  status: 204,
  refusals: ['identity.api_key_unknown'],
});
