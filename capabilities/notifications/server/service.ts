import type { Identity } from '#capabilities/identity/server';
import type { PlatformServices } from '#platform/server/modules';
import type { PersonalData } from '#platform/server/privacy';
import { type Alerts, createAlerts } from './alerts/alerts.ts';
import type { NotificationsConfig } from './config.ts';
import { createDelivering } from './delivery/delivering.ts';
import { createPlanning } from './delivery/planning.ts';
import { createDevices, type Devices } from './devices/devices.ts';
import { parseHosts } from './devices/endpoint.rules.ts';
import { createInbox, type Inbox } from './inbox/inbox.ts';
import { messengerTransportPoint, type NotificationChannel, type Notifications } from './index.ts';
import { createKinds, type Kinds } from './kinds.ts';
import { createNotify } from './notify/notify.ts';
import { createPreferences, type Preferences } from './preferences/preferences.ts';
import { createPersonalData } from './privacy.ts';
import { createPurge } from './purge/purge.ts';
import { createSlack } from './transports/slack.ts';
import { createTransports } from './transports/transports.ts';
import { loadVapid } from './transports/vapid.ts';

/** Everything this module's own doors use; other modules see `Notifications` only. */
export interface NotificationsService extends Notifications {
  readonly alerts: Alerts;
  readonly devices: Devices;
  readonly inbox: Inbox;
  readonly kinds: Kinds;
  readonly personalData: PersonalData;
  readonly preferences: Preferences;
  /** The public VAPID key; undefined when this installation sends no web pushes. */
  readonly webPushKey: string | undefined;
  plan(notificationId: string): Promise<void>;
  deliver(deliveryId: string, signal: AbortSignal): Promise<void>;
  purge(): Promise<number>;
}

type Context = PlatformServices & { readonly identity: Identity; readonly config: NotificationsConfig };

export function createNotifications(context: Context): NotificationsService {
  const { database, clock, jobs, realtime, breakers, identity, filled, config, platform, log } = context;
  const vapid = loadVapid(config, platform);
  const policy = {
    hosts: parseHosts(config.PUSH_SERVICE_HOSTS),
    allowLoopback: platform.environment !== 'production',
  };
  const transports = createTransports({ config, platform, breakers, filled, clock, policy, vapid });
  const kinds = createKinds(filled);
  const pushes = vapid !== undefined || config.FCM_SERVICE_ACCOUNT !== undefined;

  function available(): readonly NotificationChannel[] {
    const telegram = filled(messengerTransportPoint).length > 0;
    return [
      'in_app',
      'email',
      ...(pushes ? (['push'] as const) : []),
      ...(telegram ? (['telegram'] as const) : []),
    ];
  }

  const webhookUrl = config.SLACK_WEBHOOK_URL;
  const timeoutMs = config.NOTIFICATIONS_TIMEOUT_MS;
  const slack =
    webhookUrl === undefined ? undefined : createSlack({ webhookUrl, breakers, timeoutMs, clock });
  const alerts = createAlerts({ database, jobs, clock, log, slack });
  const pushDelaySeconds = config.NOTIFICATIONS_PUSH_DELAY_SECONDS;
  const planning = { database, jobs, realtime, identity, kinds, clock, available, pushDelaySeconds };

  return {
    alert: alerts.alert,
    alerts,
    deliver: createDelivering({ ...planning, transports, publicUrl: platform.publicUrl, log }),
    devices: createDevices({ database, clock, policy }),
    inbox: createInbox({ database, realtime, kinds, clock }),
    kinds,
    notify: createNotify({ jobs, realtime, kinds, clock }),
    personalData: createPersonalData(database),
    plan: createPlanning(planning),
    preferences: createPreferences({ database, identity, kinds, available }),
    purge: createPurge(database, clock),
    webPushKey: vapid?.publicKey,
  };
}
