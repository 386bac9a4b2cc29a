import { errors, jwtVerify, SignJWT } from 'jose';
import { LRUCache } from 'lru-cache';
import { newId } from '#base/ids';
import { Refusal } from '#base/refusal';
import type { Clock } from '#base/time';
import type { Keyring } from '../keys/keyring.ts';
import { tokenHash } from '../secrets/opaque.ts';

/** In seconds. */
export const accessTokenLifetime = 900;

interface AccessClaims {
  readonly userId: string;
  readonly sessionId: string;
  /** The permission version when the token was made. */
  readonly version: number;
  /** In seconds since the epoch. */
  readonly expiresAt: number;
}

export interface AccessTokens {
  issue(claims: Pick<AccessClaims, 'userId' | 'sessionId' | 'version'>): Promise<string>;
  /** Throws a refusal unless the token is ours, whole and in time. */
  verify(token: string): Promise<AccessClaims>;
}

const audience = 'quintet';
const type = 'at+jwt';
const maxCached = 10_000;

function refused(cause?: unknown): Refusal {
  const refusal = new Refusal('unauthenticated', 'identity.token_invalid', 'The access token is not valid.');
  if (cause instanceof errors.JWTExpired) {
    return new Refusal('unauthenticated', 'identity.token_expired', 'The access token has expired.');
  }
  return refusal;
}

/** Access tokens: RS256 JWT of the profile of RFC 9068. Checked signatures are remembered until they expire. */
export function createAccessTokens(keyring: Keyring, issuer: string, clock: Clock): AccessTokens {
  const checked = new LRUCache<string, AccessClaims>({ max: maxCached });

  async function check(token: string): Promise<AccessClaims> {
    try {
      const { payload } = await jwtVerify(
        token,
        async ({ kid }) => {
          const key = kid === undefined ? undefined : await keyring.verifier(kid);
          if (key === undefined) throw new errors.JWKSNoMatchingKey();
          return key;
        },
        {
          algorithms: ['RS256'],
          issuer,
          audience,
          typ: type,
          currentDate: clock(),
          requiredClaims: ['sub', 'sid', 'jti', 'pv', 'exp'],
        },
      );
      const { sub, exp } = payload;
      const sessionId = payload['sid'];
      const version = payload['pv'];
      if (
        sub === undefined ||
        exp === undefined ||
        typeof sessionId !== 'string' ||
        typeof version !== 'number'
      ) {
        throw refused();
      }
      return { userId: sub, sessionId, version, expiresAt: exp };
    } catch (error) {
      if (error instanceof errors.JOSEError) throw refused(error);
      throw error;
    }
  }

  return {
    async issue({ userId, sessionId, version }) {
      const { kid, key } = await keyring.signer();
      const now = Math.floor(clock().getTime() / 1_000);
      return new SignJWT({ sid: sessionId, pv: version })
        .setProtectedHeader({ alg: 'RS256', typ: type, kid })
        .setIssuer(issuer)
        .setAudience(audience)
        .setSubject(userId)
        .setJti(newId(now * 1_000))
        .setIssuedAt(now)
        .setExpirationTime(now + accessTokenLifetime)
        .sign(key);
    },
    async verify(token) {
      const key = tokenHash(token).toString('base64');
      const known = checked.get(key);
      if (known !== undefined && known.expiresAt * 1_000 > clock().getTime()) return known;
      const claims = await check(token);
      checked.set(key, claims);
      return claims;
    },
  };
}
