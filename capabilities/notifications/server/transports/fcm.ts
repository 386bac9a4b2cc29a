import { type Clock, day, hour, second } from '#base/time';
import type { Breakers } from '#platform/server/resilience';
import type { Outcome } from '../delivery/outcome.ts';
import type { Push, PushTransport } from '../delivery/transports.ts';
import { attempt } from './attempt.ts';
import type { FcmTokens } from './fcm-token.ts';
import { type Answer, post } from './post.ts';

/** The message of FCM HTTP v1. Data only, so that the application fetches the text; iOS needs words to show anything. */
function messageOf(token: string, { kind, notificationId, urgent }: Push, now: Date): unknown {
  const ttl = (urgent ? hour : day) / second;
  return {
    message: {
      token,
      data: { k: kind, id: notificationId },
      android: { priority: urgent ? 'HIGH' : 'NORMAL', ttl: `${ttl}s`, collapse_key: notificationId },
      apns: {
        headers: {
          'apns-priority': urgent ? '10' : '5',
          'apns-expiration': String(Math.floor(now.getTime() / second) + ttl),
          'apns-collapse-id': notificationId,
        },
        payload: { aps: { alert: { title: 'Quintet' }, 'mutable-content': 1 } },
      },
    },
  };
}

function errorCodeOf(text: string): string {
  return /"errorCode"\s*:\s*"([A-Z_]{1,40})"/.exec(text)?.[1] ?? '';
}

function outcomeOf({ status, retryAfterSeconds, text }: Answer): Outcome {
  const code = errorCodeOf(text);
  if (status === 200) return { kind: 'sent' };
  // Neither will ever work for this token again.
  if (code === 'UNREGISTERED' || code === 'SENDER_ID_MISMATCH') return { kind: 'gone' };
  if (status === 401) return { kind: 'later', reason: 'status_401', afterSeconds: null };
  if (status === 429) return { kind: 'later', reason: 'status_429', afterSeconds: retryAfterSeconds };
  return { kind: 'refused', reason: `status_${status}` };
}

/** Sends by Firebase Cloud Messaging, HTTP v1. */
export function createFcm(parts: {
  readonly projectId: string;
  readonly apiUrl: string;
  readonly tokens: FcmTokens;
  readonly breakers: Breakers;
  readonly timeoutMs: number;
  readonly clock: Clock;
}): PushTransport {
  const { projectId, apiUrl, tokens, breakers, timeoutMs, clock } = parts;
  return (device, push, signal) =>
    attempt(breakers.breaker('fcm'), async () => {
      const answer = await post({
        url: `${apiUrl}/v1/projects/${encodeURIComponent(projectId)}/messages:send`,
        headers: {
          authorization: `Bearer ${await tokens.get(signal)}`,
          'content-type': 'application/json',
        },
        body: JSON.stringify(messageOf(device.address, push, clock())),
        timeoutMs,
        signal,
        now: clock(),
      });
      if (answer.status === 401) tokens.drop();
      return outcomeOf(answer);
    });
}
