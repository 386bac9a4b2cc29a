import type { ReadExtensions } from '#platform/server/modules';
import { type Breakers, withTimeout } from '#platform/server/resilience';
import type { Outcome } from '../delivery/outcome.ts';
import type { Transports } from '../delivery/transports.ts';
import { messengerTransportPoint } from '../index.ts';
import { attempt } from './attempt.ts';

/** Sends through the first messenger that knows the person. */
export function createMessenger(parts: {
  readonly filled: ReadExtensions;
  readonly breakers: Breakers;
  readonly timeoutMs: number;
}): Transports['messenger'] {
  const { filled, breakers, timeoutMs } = parts;
  return (userId, text) =>
    attempt(breakers.breaker('messenger'), async (): Promise<Outcome> => {
      for (const transport of filled(messengerTransportPoint)) {
        const answer = await withTimeout(() => transport.send(userId, text), timeoutMs);
        if (answer === 'sent') return { kind: 'sent' };
      }
      return { kind: 'unreachable', reason: 'no_messenger' };
    });
}
