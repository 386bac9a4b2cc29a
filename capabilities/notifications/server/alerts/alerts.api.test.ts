import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signedInPerson } from '#capabilities/identity/testing';
import { identityModule } from '#modules/capabilities/identity';
import { sql } from '#platform/server/database';
import {
  type NotificationsApp,
  type SlackDouble,
  startNotificationsApp,
  startSlackDouble,
} from '../../testing/index.ts';
import { notificationsModule } from '../module.ts';

const modules = [identityModule, notificationsModule];
let app: NotificationsApp;
let slack: SlackDouble;
let shift = 0;

beforeAll(async () => {
  slack = await startSlackDouble();
  app = await startNotificationsApp({
    modules,
    clock: () => new Date(Date.now() + shift),
    environment: { SLACK_WEBHOOK_URL: slack.webhookUrl, NOTIFICATIONS_TIMEOUT_MS: '3000' },
  });
});
afterAll(async () => {
  await app.close();
  await slack.close();
});

const alert = (key: string, text = 'Payments <!channel> & more wait.') =>
  app.app.database.transaction((tx) => app.service.alert(tx, { code: 'payments.stuck', text, key }));
const row = (key: string) =>
  app.test.database.row<{ id: string; state: string; attempts: number }>(
    sql`SELECT id, state, attempts FROM notifications.alert WHERE once_key = ${key}`,
  );

describe('operators', () => {
  it('are told once per key, without mentions', async () => {
    await alert('one');
    await alert('one');
    await app.drain();
    expect(slack.received).toEqual(['[payments.stuck] Payments &lt;!channel&gt; &amp; more wait.']);
    expect(await row('one')).toMatchObject({ state: 'sent' });
  });

  it.each([
    ['429', { kind: 'status', status: 429, retryAfter: '30' }],
    ['500', { kind: 'status', status: 500 }],
    ['silence', { kind: 'hangs' }],
  ] as const)('are told later after %s', async (key, trouble) => {
    slack.behave(trouble);
    await alert(key);
    await app.drain();
    slack.behave({ kind: 'works' });
    const waiting = await row(key);
    expect(waiting).toMatchObject({ state: 'waiting', attempts: 1 });
    await app.service.alerts.tell(waiting?.id ?? '', new AbortController().signal);
    expect(await row(key)).toMatchObject({ state: 'sent', attempts: 2 });
  });

  it('are not told through a webhook that is gone; the log has it', async () => {
    slack.behave({ kind: 'status', status: 404 });
    await alert('gone');
    await app.drain();
    slack.behave({ kind: 'works' });
    expect(await row('gone')).toMatchObject({ state: 'failed' });
  });

  it('have the log when there is no Slack', async () => {
    const bare = await startNotificationsApp({ modules });
    try {
      await bare.app.database.transaction((tx) =>
        bare.service.alert(tx, { code: 'a.b', text: 'c', key: 'k' }),
      );
      await bare.drain();
      const state = await bare.test.database.row(sql`SELECT state FROM notifications.alert`);
      expect(state).toEqual({ state: 'logged' });
    } finally {
      await bare.close();
    }
  });
});

describe('what is old', () => {
  it('goes after ninety days when it was read', async () => {
    const { id } = await signedInPerson(app, { name: 'ann' });
    await app.tell(id, { key: 'read' });
    await app.tell(id, { key: 'unread' });
    await app.drain();
    await app.test.database.run(
      sql`UPDATE notifications.notification SET read_at = now() WHERE user_id = ${id}::uuid AND once_key = 'read'`,
    );
    const keys = async () =>
      (
        await app.test.database.rows<{ once_key: string }>(
          sql`SELECT once_key FROM notifications.notification WHERE user_id = ${id}::uuid ORDER BY once_key`,
        )
      ).map(({ once_key }) => once_key);
    await app.service.purge();
    expect(await keys()).toEqual(['read', 'unread']);
    shift = 91 * 24 * 3_600_000;
    await app.service.purge();
    shift = 0;
    expect(await keys()).toEqual(['unread']);
    expect(await row('one')).toBeUndefined();
  });
});

describe('personal data', () => {
  it('are exported without addresses of devices', async () => {
    const { id } = await signedInPerson(app, { name: 'eve' });
    await app.tell(id, { path: '/app/x' });
    await app.drain();
    await app.app.database.transaction((tx) =>
      tx.run(sql`INSERT INTO notifications.quiet_hours VALUES (${id}, 1320, 420)`),
    );
    await app.service.devices.register(
      { userId: id, sessionId: null },
      { platform: 'fcm', label: 'Phone', address: 'a-secret-token-of-a-phone', keys: null },
    );
    const data = await app.service.personalData.export(id);
    expect(data).toMatchObject({
      notifications: [{ kind: 'sample.parcel_arrived', values: { place: 'the door' }, path: '/app/x' }],
      deliveries: [{ channel: 'email', state: 'sent' }, { channel: 'push' }],
      devices: [{ platform: 'fcm', label: 'Phone' }],
      quiet_hours: { from: 1320, to: 420 },
    });
    expect(JSON.stringify(data)).not.toContain('a-secret-token');
  });
});
