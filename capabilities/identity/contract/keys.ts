import { Type } from 'typebox';
import { defineRoute } from '#platform/contract';

export const getJwks = defineRoute({
  method: 'GET',
  path: '/.well-known/jwks.json',
  name: 'identity.get_jwks',
  summary: 'Public keys that verify access tokens',
  access: 'public',
  reply: Type.Object({
    keys: Type.Array(
      Type.Object({
        kty: Type.Literal('RSA'),
        use: Type.Literal('sig'),
        alg: Type.Literal('RS256'),
        kid: Type.String(),
        n: Type.String(),
        e: Type.String(),
      }),
    ),
  }),
});
