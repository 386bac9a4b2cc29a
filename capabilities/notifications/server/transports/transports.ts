import type { Clock } from '#base/time';
import type { PlatformConfig } from '#platform/server/config';
import type { ReadExtensions } from '#platform/server/modules';
import type { Breakers } from '#platform/server/resilience';
import type { NotificationsConfig } from '../config.ts';
import type { PushTransport, Transports } from '../delivery/transports.ts';
import type { EndpointPolicy } from '../devices/endpoint.rules.ts';
import { createFcm } from './fcm.ts';
import { createFcmTokens } from './fcm-token.ts';
import { createMessenger } from './messenger.ts';
import { loadServiceAccount } from './service-account.ts';
import type { Vapid } from './vapid.ts';
import { createWebPush } from './web-push.ts';

export interface TransportParts {
  readonly config: NotificationsConfig;
  readonly platform: PlatformConfig;
  readonly breakers: Breakers;
  readonly filled: ReadExtensions;
  readonly clock: Clock;
  readonly policy: EndpointPolicy;
  readonly vapid: Vapid | undefined;
}

const off: PushTransport = async () => ({ kind: 'refused', reason: 'switched_off_here' });

function fcmOf({ config, breakers, clock }: TransportParts): PushTransport {
  if (config.FCM_SERVICE_ACCOUNT === undefined) return off;
  const account = loadServiceAccount(config.FCM_SERVICE_ACCOUNT);
  const timeoutMs = config.NOTIFICATIONS_TIMEOUT_MS;
  const tokenUrl = config.FCM_TOKEN_URL ?? account.token_uri ?? 'https://oauth2.googleapis.com/token';
  return createFcm({
    projectId: account.project_id,
    apiUrl: config.FCM_API_URL ?? 'https://fcm.googleapis.com',
    tokens: createFcmTokens({ account, tokenUrl, timeoutMs, clock }),
    breakers,
    timeoutMs,
    clock,
  });
}

/** The ways out of this installation, by its configuration. */
export function createTransports(parts: TransportParts): Transports {
  const { config, breakers, filled, clock, policy, vapid } = parts;
  const timeoutMs = config.NOTIFICATIONS_TIMEOUT_MS;
  const webPush = vapid === undefined ? off : createWebPush({ vapid, policy, breakers, timeoutMs, clock });
  const fcm = fcmOf(parts);
  return {
    push: (device, push, signal) => (device.platform === 'webpush' ? webPush : fcm)(device, push, signal),
    messenger: createMessenger({ filled, breakers, timeoutMs }),
  };
}
