// @vitest-environment happy-dom
import { cleanup, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { Bell } from '../bell/bell.tsx';
import { type Answer, renderScreen } from '../render.fixture.tsx';
import { InboxScreen } from './inbox-screen.tsx';

const notice = {
  id: '01890000-0000-7000-8000-000000000001',
  kind: 'sample.parcel_arrived',
  title: 'Your parcel is here',
  body: 'At the door.',
  path: '/app/parcels/1',
  created_at: '2026-03-10T12:00:00.000Z',
  read_at: null as string | null,
};

function server(): { readonly answer: Answer; readonly kept: (typeof notice)[] } {
  const kept = [{ ...notice }];
  const answer: Answer = ({ method, path }) => {
    if (path === '/notifications/count') return { unread: kept.filter((one) => one.read_at === null).length };
    if (path.startsWith('/notifications/?')) {
      const unread = path.includes('unread=true');
      return { items: kept.filter((one) => !unread || one.read_at === null), next_cursor: null };
    }
    if (path === '/notifications/read-all') {
      for (const one of kept) one.read_at ??= notice.created_at;
      return { read: 1 };
    }
    const found = kept.find(({ id }) => path.includes(id));
    if (found === undefined) return undefined;
    if (method === 'DELETE') {
      kept.splice(kept.indexOf(found), 1);
      return null;
    }
    if (path.endsWith('/seen')) return null;
    if (path.endsWith('/read')) found.read_at = notice.created_at;
    return found;
  };
  return { answer, kept };
}

afterEach(cleanup);

describe('the inbox', () => {
  it('reads a notice by opening it, and leads where it points', async () => {
    const { answer, kept } = server();
    await renderScreen(<InboxScreen />, answer);
    expect(await screen.findByRole('heading', { name: /Unread: Your parcel is here/ })).toBeDefined();
    await userEvent.click(screen.getByRole('link', { name: 'Your parcel is here' }));
    expect(screen.getByTestId('address').textContent).toBe('/parcels/1');
    await waitFor(() => expect(kept[0]?.read_at).not.toBeNull());
    await waitFor(() => expect(screen.queryByRole('button', { name: /Mark as read/ })).toBeNull());
  });

  it('deletes, filters and says when nothing is left', async () => {
    const { answer } = server();
    await renderScreen(<InboxScreen />, answer);
    await userEvent.click(await screen.findByRole('button', { name: 'Mark all as read' }));
    await userEvent.click(screen.getByRole('button', { name: 'Unread' }));
    expect(await screen.findByText('Everything is read')).toBeDefined();
    await userEvent.click(screen.getByRole('button', { name: 'All' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Delete: Your parcel is here' }));
    expect(await screen.findByText('Nothing here yet')).toBeDefined();
  });
});

describe('the bell', () => {
  it('counts, follows the channel, and says that the window showed what arrived', async () => {
    const { answer, kept } = server();
    const rendered = await renderScreen(<Bell />, answer);
    expect(await screen.findByRole('link', { name: 'Notifications: 1 unread' })).toBeDefined();
    await waitFor(() => expect(rendered.following()).toBe(true));
    const id = '01890000-0000-7000-8000-000000000002';
    kept.push({ ...notice, id });
    rendered.say({ event: 'arrived', id, kind: notice.kind });
    expect(await screen.findByRole('link', { name: 'Notifications: 2 unread' })).toBeDefined();
    const seen = { method: 'POST', path: `/notifications/${id}/seen` };
    await waitFor(() => expect(rendered.asked).toContainEqual({ ...seen, body: undefined }));
    await userEvent.click(screen.getByRole('link'));
    expect(screen.getByTestId('address').textContent).toBe('/notifications');
  });
});
