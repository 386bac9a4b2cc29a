// @vitest-environment happy-dom
import { cleanup, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { renderScreen } from '../render.fixture.tsx';
import { PreferencesScreen } from './preferences-screen.tsx';

const channels = { in_app: true, email: true, push: false, telegram: false };
const saved = {
  kinds: [{ kind: 'sample.parcel_arrived', label: 'Parcels', urgent: true, channels }],
  available: ['in_app', 'email', 'push'],
  quiet_hours: null,
  time_zone: 'Europe/Moscow',
};
const phone = {
  id: '01890000-0000-7000-8000-000000000009',
  platform: 'fcm',
  label: 'Phone',
  created_at: '2026-03-10T12:00:00.000Z',
  last_seen_at: '2026-03-10T12:00:00.000Z',
};

afterEach(cleanup);

async function open(webPushKey: string | null = null) {
  const devices = [phone];
  return renderScreen(<PreferencesScreen />, ({ method, path }) => {
    if (path === '/notifications/preferences') return saved;
    if (path === '/notifications/devices') return { items: devices, web_push_key: webPushKey };
    if (method === 'DELETE' && path.endsWith(phone.id)) {
      devices.pop();
      return null;
    }
    return undefined;
  });
}

describe('the settings', () => {
  it('save what was chosen, quiet hours included', async () => {
    const { asked } = await open();
    const group = await screen.findByRole('group', { name: 'Parcels (urgent)' });
    expect(group).toBeDefined();
    expect(screen.queryByRole('checkbox', { name: 'Telegram' })).toBeNull();
    await userEvent.click(screen.getByRole('checkbox', { name: 'E-mail' }));
    await userEvent.click(screen.getByRole('switch', { name: 'Keep quiet hours' }));
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() =>
      expect(asked.find(({ method }) => method === 'PUT')?.body).toEqual({
        kinds: [{ kind: 'sample.parcel_arrived', channels: { ...channels, email: false } }],
        quiet_hours: { from: '22:00', to: '08:00' },
      }),
    );
  });

  it('list devices and let go of them', async () => {
    await open();
    await userEvent.click(await screen.findByRole('button', { name: 'Remove: Phone' }));
    expect(await screen.findByText('No device gets pushes yet.')).toBeDefined();
    expect(screen.getByText('This installation of Quintet sends no pushes to browsers.')).toBeDefined();
  });

  it('say when this browser cannot receive pushes', async () => {
    await open('B'.repeat(87));
    expect(await screen.findByText('This browser cannot receive pushes.')).toBeDefined();
    expect(screen.queryByRole('button', { name: 'Enable on this device' })).toBeNull();
  });
});
