import type { Credentials } from '../http/caller.ts';

export const protocol = 'quintet';

const kinds: readonly (readonly [string, (value: string) => Credentials])[] = [
  ['ticket.', (ticket) => ({ kind: 'ws-ticket', ticket })],
  ['access_token.', (token) => ({ kind: 'bearer', token })],
];

/** Reads the credentials out of `Sec-WebSocket-Protocol: quintet, ticket.…`. Nothing else may carry them. */
export function readCredentials(header: string | undefined): Credentials | undefined {
  const offered = (header ?? '').split(',').map((item) => item.trim());
  if (!offered.includes(protocol)) return undefined;
  for (const item of offered) {
    for (const [prefix, make] of kinds) {
      if (item.startsWith(prefix) && item.length > prefix.length) return make(item.slice(prefix.length));
    }
  }
  return undefined;
}

/** When a token that was verified already ends, in milliseconds since the epoch. Tickets only open the door. */
export function expiryOf(credentials: Credentials): number | undefined {
  if (credentials.kind !== 'bearer') return undefined;
  try {
    const claims: unknown = JSON.parse(
      Buffer.from(credentials.token.split('.')[1] ?? '', 'base64url').toString(),
    );
    const known = typeof claims === 'object' && claims !== null && 'exp' in claims;
    return known && typeof claims.exp === 'number' ? claims.exp * 1_000 : undefined;
  } catch {
    return undefined;
  }
}
