import type { Clock } from '#base/time';
import type { Breakers } from '#platform/server/resilience';
import type { Outcome } from '../delivery/outcome.ts';
import { attempt } from './attempt.ts';
import { type Answer, post } from './post.ts';

/** Tells the operators' channel. */
export type Slack = (
  alert: { readonly code: string; readonly text: string },
  signal: AbortSignal,
) => Promise<Outcome>;

/** What Slack reads as markup or mentions is written as plain characters. */
function plain(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function outcomeOf({ status, retryAfterSeconds }: Answer): Outcome {
  if (status === 200) return { kind: 'sent' };
  if (status === 429) return { kind: 'later', reason: 'status_429', afterSeconds: retryAfterSeconds };
  return { kind: 'refused', reason: `status_${status}` };
}

export function createSlack(parts: {
  readonly webhookUrl: string;
  readonly breakers: Breakers;
  readonly timeoutMs: number;
  readonly clock: Clock;
}): Slack {
  const { webhookUrl, breakers, timeoutMs, clock } = parts;
  return ({ code, text }, signal) =>
    attempt(breakers.breaker('slack'), async () =>
      outcomeOf(
        await post({
          url: webhookUrl,
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ text: `[${plain(code)}] ${plain(text)}` }),
          timeoutMs,
          signal,
          now: clock(),
        }),
      ),
    );
}
