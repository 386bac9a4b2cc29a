import { useEffect, useEffectEvent, useState } from 'react';
import { useApi, useInvalidate, useText } from '#platform/web';
import { deleteDevice, listDevices, registerDevice } from '../../contract/index.ts';
import { notificationTexts } from '../texts.ts';
import { lookAtBrowser, subscribe, unsubscribe } from './push-browser.ts';
import { labelOf, type PushState } from './push-state.rules.ts';

type Subscription = Awaited<ReturnType<typeof subscribe>>;

export interface ThisDevice {
  /** `failed` when the browser did not subscribe although it may. */
  readonly state: PushState | 'checking' | 'failed';
  /** Its row among the devices, once known. */
  readonly id: string | null;
  readonly busy: boolean;
  readonly error: unknown;
  enable(): Promise<void>;
  disable(): Promise<void>;
}

/** This browser as a device: what it can do, and turning pushes on and off here. */
export function useThisDevice(serverKey: string | null | undefined): ThisDevice {
  const t = useText(notificationTexts);
  const { call } = useApi();
  const invalidate = useInvalidate();
  const [state, setState] = useState<ThisDevice['state']>('checking');
  const [id, setId] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);

  async function register(subscription: NonNullable<Subscription>): Promise<void> {
    const label = labelOf(navigator.userAgent, t('devices.unknown_browser'));
    const device = await call(registerDevice, { body: { platform: 'webpush', label, subscription } });
    setId(device.id);
    await invalidate(listDevices);
  }

  const look = useEffectEvent(async (key: string | null) => {
    const seen = await lookAtBrowser(key);
    setState(seen.state);
    // Registering again is harmless and tells which of the devices this one is.
    if (seen.state === 'on' && seen.subscription !== null) await register(seen.subscription);
  });
  useEffect(() => {
    if (serverKey !== undefined) look(serverKey).catch(() => setState('unsupported'));
  }, [serverKey]);

  async function enable(): Promise<void> {
    if (serverKey === null || serverKey === undefined) return;
    setBusy(true);
    setError(null);
    try {
      const subscription = await subscribe(serverKey).catch(() => 'failed' as const);
      if (subscription === 'failed') return setState('failed');
      if (subscription !== null) await register(subscription);
      setState((await lookAtBrowser(serverKey)).state);
    } catch (fault) {
      setError(fault);
    } finally {
      setBusy(false);
    }
  }

  async function disable(): Promise<void> {
    setBusy(true);
    setError(null);
    try {
      if (id !== null) await call(deleteDevice, { params: { id } });
      await unsubscribe();
      setId(null);
      setState('off');
      await invalidate(listDevices);
    } catch (fault) {
      setError(fault);
    } finally {
      setBusy(false);
    }
  }

  return { state, id, busy, error, enable, disable };
}
