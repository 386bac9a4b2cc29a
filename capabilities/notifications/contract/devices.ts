import { type Static, Type } from 'typebox';
import { defineRoute, Id, IdParams, Instant, Nullable } from '#platform/contract';

const label = Type.String({
  minLength: 1,
  maxLength: 100,
  pattern: '\\S',
  description: 'As the person knows it.',
});

/** What `PushSubscription.toJSON()` gives in a browser. */
const WebPushSubscription = Type.Object({
  endpoint: Type.String({ minLength: 10, maxLength: 2_048, pattern: '^https?://[^\\s]+$' }),
  keys: Type.Object({
    p256dh: Type.String({ pattern: '^[A-Za-z0-9_-]{87}=?$', description: 'P-256 point, base64url.' }),
    auth: Type.String({ pattern: '^[A-Za-z0-9_-]{22}(==)?$', description: '16 bytes, base64url.' }),
  }),
});

export const Device = Type.Object({
  id: Id,
  platform: Type.Enum(['webpush', 'fcm']),
  label: Type.String(),
  created_at: Instant,
  last_seen_at: Instant,
});

export type Device = Static<typeof Device>;

/** A new device, or the same one again: registering is repeatable and moves the device to who is signed in. */
export const NewDevice = Type.Union([
  Type.Object({ platform: Type.Literal('webpush'), label, subscription: WebPushSubscription }),
  Type.Object({
    platform: Type.Literal('fcm'),
    label,
    token: Type.String({ minLength: 20, maxLength: 4_096, pattern: '^[A-Za-z0-9_:-]+$' }),
  }),
]);

export type NewDevice = Static<typeof NewDevice>;

export const registerDevice = defineRoute({
  method: 'POST',
  path: '/notifications/devices',
  name: 'notifications.register_device',
  summary: 'Let pushes come to this browser or application',
  access: 'signed-in',
  body: NewDevice,
  reply: Device,
  status: 201,
  idempotent: false,
  rateLimit: { max: 30, windowSeconds: 60 },
  refusals: ['notifications.push_service_refused', 'notifications.bad_subscription'],
});

export const listDevices = defineRoute({
  method: 'GET',
  path: '/notifications/devices',
  name: 'notifications.list_devices',
  summary: 'My devices that pushes come to (at most 20), and the key browsers subscribe with',
  access: 'signed-in',
  reply: Type.Object({
    items: Type.Array(Device),
    /** The application server key (VAPID), base64url; null when this installation sends no web pushes. */
    web_push_key: Nullable(Type.String()),
  }),
});

export const deleteDevice = defineRoute({
  method: 'DELETE',
  path: '/notifications/devices/:id',
  name: 'notifications.delete_device',
  summary: 'No more pushes to this device',
  access: 'signed-in',
  params: IdParams,
  status: 204,
  refusals: ['notifications.device_not_found'],
});
