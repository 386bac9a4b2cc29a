import { createHash } from 'node:crypto';

/** The key a provider knows one act by: 64 characters that any repeat of the act arrives at again. */
export function idempotenceKey(eventId: string, action: string): string {
  return createHash('sha256').update(`${eventId}:${action}`).digest('hex').slice(0, 64);
}
