import webPush from 'web-push';
import type { Clock } from '#base/time';
import { day, hour, second } from '#base/time';
import type { Breakers } from '#platform/server/resilience';
import type { Outcome } from '../delivery/outcome.ts';
import type { Push, PushTransport } from '../delivery/transports.ts';
import type { Device } from '../devices/device.ts';
import { type EndpointPolicy, pushServiceOf } from '../devices/endpoint.rules.ts';
import { hasUsableKeys } from '../devices/subscription.rules.ts';
import { attempt } from './attempt.ts';
import { type Answer, post } from './post.ts';
import type { Vapid } from './vapid.ts';

/** Reads what a push service answered (RFC 8030 §5). */
function outcomeOf({ status, retryAfterSeconds }: Answer): Outcome {
  if (status >= 200 && status < 300) return { kind: 'sent' };
  if (status === 404 || status === 410) return { kind: 'gone' };
  if (status === 429) return { kind: 'later', reason: 'status_429', afterSeconds: retryAfterSeconds };
  return { kind: 'refused', reason: `status_${status}` };
}

/** Encrypts for the device and signs; undefined when the device's keys are no keys. */
function requestFor(device: Device, { notificationId, kind, urgent }: Push, vapid: Vapid) {
  if (device.keys === null || !hasUsableKeys(device.keys)) return undefined;
  return webPush.generateRequestDetails(
    { endpoint: device.address, keys: { ...device.keys } },
    JSON.stringify({ k: kind, id: notificationId }),
    {
      vapidDetails: { ...vapid },
      TTL: (urgent ? hour : day) / second,
      urgency: urgent ? 'high' : 'normal',
      // A repeat of the same notice replaces the one that still waits at the service.
      topic: notificationId.replaceAll('-', ''),
      contentEncoding: 'aes128gcm',
    },
  );
}

/** Sends by Web Push: encrypted for the device (RFC 8291), signed by us (RFC 8292). */
export function createWebPush(parts: {
  readonly vapid: Vapid;
  readonly policy: EndpointPolicy;
  readonly breakers: Breakers;
  readonly timeoutMs: number;
  readonly clock: Clock;
}): PushTransport {
  const { vapid, policy, breakers, timeoutMs, clock } = parts;
  return async (device, push, signal) => {
    // Checked again: the list of allowed services may have changed since the device came.
    const service = pushServiceOf(device.address, policy);
    if (service === undefined) return { kind: 'refused', reason: 'push_service' };
    const request = requestFor(device, push, vapid);
    if (request === undefined) return { kind: 'gone' };
    const headers = Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [name, String(value)] as const),
    );
    return attempt(breakers.breaker(`web-push ${service}`), async () =>
      outcomeOf(
        await post({
          url: device.address,
          headers,
          body: new Uint8Array(request.body ?? []),
          timeoutMs,
          signal,
          now: clock(),
        }),
      ),
    );
  };
}
