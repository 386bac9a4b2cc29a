import { deriveKey } from '#platform/server/config';
import { keyedDigest, randomToken, sameText } from '../secrets/opaque.ts';

/** Double-submit tokens bound to a session: one planted by a stranger fits no session of the victim. */
export interface Csrf {
  issue(sessionId: string): string;
  verify(sessionId: string, cookie: string | undefined, header: string | undefined): boolean;
}

export function createCsrf(secretKey: string): Csrf {
  const key = deriveKey(secretKey, 'identity.csrf');
  const sign = (sessionId: string, nonce: string) => keyedDigest(key, sessionId, nonce).toString('base64url');
  return {
    issue(sessionId) {
      const nonce = randomToken().slice(0, 22);
      return `${nonce}.${sign(sessionId, nonce)}`;
    },
    verify(sessionId, cookie, header) {
      if (cookie === undefined || header === undefined || !sameText(cookie, header)) return false;
      const [nonce = '', signature = ''] = header.split('.');
      return sameText(signature, sign(sessionId, nonce));
    },
  };
}
