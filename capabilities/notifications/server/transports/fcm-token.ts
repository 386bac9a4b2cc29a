import { importPKCS8, SignJWT } from 'jose';
import { type Clock, minute, second } from '#base/time';
import { post, ServiceTrouble } from './post.ts';
import type { ServiceAccount } from './service-account.ts';

const scope = 'https://www.googleapis.com/auth/firebase.messaging';
const grantType = 'urn:ietf:params:oauth:grant-type:jwt-bearer';

/** Access tokens of a service account (RFC 7523), kept until shortly before they end. */
export interface FcmTokens {
  get(signal: AbortSignal): Promise<string>;
  /** Forgets the token: the service did not take it. */
  drop(): void;
}

interface Kept {
  readonly token: string;
  readonly until: number;
}

export function createFcmTokens(parts: {
  readonly account: ServiceAccount;
  readonly tokenUrl: string;
  readonly timeoutMs: number;
  readonly clock: Clock;
}): FcmTokens {
  const { account, tokenUrl, timeoutMs, clock } = parts;
  let kept: Kept | undefined;
  let asking: Promise<Kept> | undefined;

  async function ask(signal: AbortSignal): Promise<Kept> {
    const now = clock();
    const seconds = Math.floor(now.getTime() / second);
    const key = await importPKCS8(account.private_key, 'RS256');
    const assertion = await new SignJWT({ scope })
      .setProtectedHeader({
        alg: 'RS256',
        typ: 'JWT',
        ...(account.private_key_id && { kid: account.private_key_id }),
      })
      .setIssuer(account.client_email)
      .setAudience(account.token_uri ?? tokenUrl)
      .setIssuedAt(seconds)
      .setExpirationTime(seconds + 3_600)
      .sign(key);
    const answer = await post({
      url: tokenUrl,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: String(new URLSearchParams({ grant_type: grantType, assertion })),
      timeoutMs,
      signal,
      now,
    });
    if (answer.status !== 200) throw new ServiceTrouble(answer.status, answer.retryAfterSeconds);
    const { access_token, expires_in }: { access_token?: unknown; expires_in?: unknown } = JSON.parse(
      answer.text,
    );
    if (typeof access_token !== 'string') throw new Error('The token endpoint answered no token.');
    const life = (typeof expires_in === 'number' ? expires_in : 0) * second;
    return { token: access_token, until: now.getTime() + Math.max(0, life - 5 * minute) };
  }

  return {
    async get(signal) {
      if (kept !== undefined && kept.until > clock().getTime()) return kept.token;
      asking ??= ask(signal).finally(() => {
        asking = undefined;
      });
      kept = await asking;
      return kept.token;
    },
    drop() {
      kept = undefined;
    },
  };
}
