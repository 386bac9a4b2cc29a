import type { Clock } from '#base/time';
import type { Database } from '#platform/server/database';
import { randomToken, tokenHash } from '../secrets/opaque.ts';
import { insertTicket, takeTicket } from './ticket.store.ts';

export const ticketLifetimeSeconds = 30;

export interface Tickets {
  issue(userId: string, sessionId: string): Promise<string>;
  /** Uses the ticket up; undefined when it is unknown, used or too old. */
  take(ticket: string): Promise<{ readonly userId: string; readonly sessionId: string } | undefined>;
}

export function createTickets(database: Database, clock: Clock): Tickets {
  return {
    async issue(userId, sessionId) {
      const ticket = randomToken();
      const expiresAt = new Date(clock().getTime() + ticketLifetimeSeconds * 1_000);
      await insertTicket(database, { hash: tokenHash(ticket), userId, sessionId, expiresAt });
      return ticket;
    },
    take: (ticket) => takeTicket(database, tokenHash(ticket), clock()),
  };
}
