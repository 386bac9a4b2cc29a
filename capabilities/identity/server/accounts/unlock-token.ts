import type { Clock } from '#base/time';
import { hour } from '#base/time';
import { deriveKey } from '#platform/server/config';
import { keyedDigest, sameText } from '../secrets/opaque.ts';

/**
 * What a locked person holds after their password was right: it proves for an hour who asks to be let in again,
 * and opens nothing.
 */
export interface UnlockTokens {
  issue(userId: string): string;
  /** The person, or undefined for a forged, damaged or old token. */
  read(token: string): string | undefined;
}

const lifetime = hour;

export function createUnlockTokens(secretKey: string, clock: Clock): UnlockTokens {
  const key = deriveKey(secretKey, 'identity.unlock');
  const sign = (userId: string, until: string) => keyedDigest(key, userId, until).toString('base64url');
  return {
    issue(userId) {
      const until = (clock().getTime() + lifetime).toString(36);
      return `${userId}.${until}.${sign(userId, until)}`;
    },
    read(token) {
      const [userId = '', until = '', signature = ''] = token.split('.');
      const fresh = Number.parseInt(until, 36) > clock().getTime();
      return fresh && sameText(signature, sign(userId, until)) ? userId : undefined;
    },
  };
}
