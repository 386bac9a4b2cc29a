import { defineRef } from '#base/ref';
import type { Clock } from '#base/time';
import type { Environment } from '#platform/server/config';
import { sql } from '#platform/server/database';
import type { Module } from '#platform/server/modules';
import { startTestApp, type TestApp } from '#platform/testing';
import { type MessengerTransport, type Notice, notificationsRef } from '../server/index.ts';
import type { NotificationsService } from '../server/service.ts';
import { sampleModule } from './kinds.ts';

export interface NotificationsApp extends TestApp {
  readonly service: NotificationsService;
  /** Tells a person, as a listener of a product would. */
  tell(userId: string, notice?: Partial<Notice>): Promise<void>;
  /** Runs everything that is due. */
  drain(): Promise<void>;
  deliveries(userId: string): Promise<readonly KeptDelivery[]>;
  /** Does what a delivery's job would do now. */
  deliver(id: string): Promise<void>;
}

export interface KeptDelivery {
  readonly id: string;
  readonly channel: string;
  readonly to_device: boolean;
  readonly state: string;
  readonly reason: string | null;
  readonly attempts: number;
  readonly due_at: Date;
}

export interface NotificationsAppOptions {
  /** Identity and notifications. */
  readonly modules: readonly Module[];
  readonly environment?: Environment;
  readonly clock?: Clock;
  readonly messenger?: MessengerTransport;
  readonly listen?: boolean;
}

let keys = 0;

/** Accounts, notifications and the sample kinds; pushes go at once unless the environment says otherwise. */
export async function startNotificationsApp(options: NotificationsAppOptions): Promise<NotificationsApp> {
  const { modules, environment, messenger, ...rest } = options;
  const app = await startTestApp({
    modules: [...modules, sampleModule(messenger)],
    environment: { NOTIFICATIONS_PUSH_DELAY_SECONDS: '0', ...environment },
    ...rest,
  });
  const { database, jobs } = app.app;
  const service = app.app.service(defineRef<NotificationsService>(notificationsRef.id));
  return {
    ...app,
    service,
    async tell(userId, notice = {}) {
      keys += 1;
      const whole = {
        kind: 'sample.parcel_arrived',
        userId,
        values: { place: 'the door' },
        key: `key-${keys}`,
      };
      await database.transaction((tx) => service.notify(tx, { ...whole, ...notice }));
    },
    drain: () => jobs.drain(),
    deliver: (id) => service.deliver(id, new AbortController().signal),
    deliveries: (userId) =>
      database.rows<KeptDelivery>(sql`
        SELECT d.id, d.channel, d.to_device, d.state, d.reason, d.attempts, d.due_at
        FROM notifications.delivery d JOIN notifications.notification n ON n.id = d.notification_id
        WHERE n.user_id = ${userId}::uuid ORDER BY d.channel, d.to_device, d.id`),
  };
}
