import type { NewDevice } from '../../contract/index.ts';
import { isIos, type PushState, pushStateOf } from './push-state.rules.ts';

type Subscription = Extract<NewDevice, { platform: 'webpush' }>['subscription'];

const capable = (): boolean =>
  'serviceWorker' in navigator && 'PushManager' in globalThis && 'Notification' in globalThis;

const installed = (): boolean =>
  ('standalone' in navigator && navigator.standalone === true) ||
  matchMedia('(display-mode: standalone)').matches;

async function managerOf(): Promise<PushManager | null> {
  if (!capable()) return null;
  // `ready` would wait for ever where no worker is registered.
  return (await navigator.serviceWorker.getRegistration())?.pushManager ?? null;
}

function wireOf(subscription: PushSubscription): Subscription | null {
  const { endpoint, keys } = subscription.toJSON();
  const [p256dh, auth] = [keys?.['p256dh'], keys?.['auth']];
  if (endpoint === undefined || p256dh === undefined || auth === undefined) return null;
  return { endpoint, keys: { p256dh, auth } };
}

function bytesOf(key: string): Uint8Array<ArrayBuffer> {
  const text = atob(key.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

function isFor(subscription: PushSubscription, key: string): boolean {
  const own = subscription.options.applicationServerKey;
  if (own === null) return false;
  const wanted = bytesOf(key);
  return new Uint8Array(own).every((byte, index) => byte === wanted[index]);
}

/** What the browser says now; the subscription only when it is for this installation's key. */
export async function lookAtBrowser(
  serverKey: string | null,
): Promise<{ readonly state: PushState; readonly subscription: Subscription | null }> {
  const manager = await managerOf();
  const found = (await manager?.getSubscription()) ?? null;
  const subscription = found !== null && serverKey !== null && isFor(found, serverKey) ? wireOf(found) : null;
  const state = pushStateOf({
    serverKey,
    capable: manager !== null,
    ios: isIos(navigator.userAgent, navigator.maxTouchPoints),
    installed: installed(),
    permission: 'Notification' in globalThis ? Notification.permission : 'default',
    subscribed: subscription !== null,
  });
  return { state, subscription };
}

/** Asks for permission and subscribes; call it from a tap. Null when the person or the browser says no. */
export async function subscribe(serverKey: string): Promise<Subscription | null> {
  if ((await Notification.requestPermission()) !== 'granted') return null;
  const manager = await managerOf();
  if (manager === null) return null;
  const old = await manager.getSubscription();
  if (old !== null && !isFor(old, serverKey)) await old.unsubscribe();
  const options = { userVisibleOnly: true, applicationServerKey: bytesOf(serverKey) };
  return wireOf(await manager.subscribe(options));
}

export async function unsubscribe(): Promise<void> {
  await (await (await managerOf())?.getSubscription())?.unsubscribe();
}
