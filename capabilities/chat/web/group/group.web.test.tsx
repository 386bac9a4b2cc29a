// @vitest-environment happy-dom
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Route, Routes } from 'react-router';
import { afterEach, describe, expect, it } from 'vitest';
import { BlocksScreen } from '../blocks/blocks-screen.tsx';
import { type Answer, bob, me, message, renderScreen, room, roomId } from '../render.fixture.tsx';
import { RoomList } from '../rooms/room-list.tsx';
import { ChatsButton } from '../unread/chats-button.tsx';
import { unreadRooms } from '../unread/unread.rules.ts';
import { acquaintances } from './acquaintances.rules.ts';
import { MembersScreen } from './members-screen.tsx';
import { NewGroupScreen } from './new-group-screen.tsx';

afterEach(cleanup);

interface Sent {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
}

const group = {
  ...room,
  kind: 'group' as const,
  title: 'Walkers',
  members: [
    { id: me, display_name: 'Ann', role: 'owner' as const, last_read_seq: 0 },
    { id: bob, display_name: 'Bob', role: 'member' as const, last_read_seq: 0 },
  ],
};

function server(found: object = group) {
  const sent: Sent[] = [];
  const answer: Answer = (method, path, body) => {
    if (method !== 'GET') sent.push({ method, path, body });
    if (path.startsWith('/chats/blocks') && method === 'GET')
      return {
        items: [{ person: { id: bob, display_name: 'Bob' }, created_at: room.created_at }],
        next_cursor: null,
      };
    if (path.startsWith('/chats/?')) return { items: [found], next_cursor: null };
    if (path === '/chats/' || path.startsWith(`/chats/${roomId}?`) || path === `/chats/${roomId}`)
      return method === 'DELETE' ? null : found;
    return method === 'GET' ? undefined : null;
  };
  return { sent, answer };
}

describe('a new group', () => {
  it('asks for a title and people, and is made of both', async () => {
    const { sent, answer } = server(room);
    const user = userEvent.setup();
    await renderScreen(<NewGroupScreen />, answer);
    await user.click(await screen.findByRole('button', { name: 'Create the group' }));
    expect(screen.getByText('Give the group a title.')).toBeDefined();
    expect(screen.getByText('Choose at least one person.')).toBeDefined();
    expect(sent).toEqual([]);
    await user.type(screen.getByLabelText('Title'), ' Walkers ');
    await user.click(screen.getByRole('combobox', { name: 'Members' }));
    await user.click(await screen.findByRole('option', { name: 'Bob' }));
    await user.click(screen.getByRole('button', { name: 'Create the group' }));
    await waitFor(() =>
      expect(sent).toEqual([
        {
          method: 'POST',
          path: '/chats/',
          body: { kind: 'group', title: 'Walkers', member_ids: [bob] },
        },
      ]),
    );
  });
});

describe('members', () => {
  const screenAt = (
    <Routes>
      <Route path="/chats/:roomId/members" element={<MembersScreen />} />
    </Routes>
  );

  it('are taken out by the owner, who is asked first', async () => {
    const { sent, answer } = server();
    const user = userEvent.setup();
    await renderScreen(screenAt, answer, `/chats/${roomId}/members`);
    await user.click(await screen.findByRole('button', { name: 'Remove: Bob' }));
    const dialog = await screen.findByRole('dialog');
    expect(sent).toEqual([]);
    await user.click(within(dialog).getByRole('button', { name: 'Remove' }));
    await waitFor(() => expect(sent.map(({ method }) => method)).toEqual(['DELETE']));
    expect(sent[0]?.path).toMatch(new RegExp(`/members/${bob}$`));
  });

  it('look on where the group is somebody else’s', async () => {
    const { answer } = server({
      ...group,
      members: group.members
        .toReversed()
        .map((one) => ({ ...one, role: one.id === bob ? 'owner' : 'member' })),
    });
    await renderScreen(screenAt, answer, `/chats/${roomId}/members`);
    expect(await screen.findByText('owner')).toBeDefined();
    expect(screen.queryByRole('button', { name: /Remove/ })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Rename' })).toBeNull();
  });
});

describe('blocked people', () => {
  it('are let write again', async () => {
    const { sent, answer } = server();
    await renderScreen(<BlocksScreen />, answer);
    await userEvent.click(await screen.findByRole('button', { name: 'Unblock: Bob' }));
    await waitFor(() => expect(sent[0]).toMatchObject({ method: 'DELETE', path: `/chats/blocks/${bob}` }));
  });
});

describe('the button in the bar', () => {
  it('counts chats with something new, but for muted ones', async () => {
    const { answer } = server();
    await renderScreen(<ChatsButton />, answer);
    expect(await screen.findByRole('link', { name: '1 chat with new messages' })).toBeDefined();
    expect(unreadRooms([room, { ...room, muted: true }, { ...room, unread_count: 0 }])).toBe(1);
  });
});

it('a line of the system is put into words; an unknown one never shows its code', async () => {
  const line = (code: string) => ({
    ...group,
    last_message: message(3, '', { system: { code, values: { name: 'Eve' } } }),
  });
  await renderScreen(
    <RoomList me={me} current={null} onOpen={() => undefined} />,
    server(line('team.joined')).answer,
  );
  expect(await screen.findByText('Eve joined the chat')).toBeDefined();
  cleanup();
  await renderScreen(
    <RoomList me={me} current={null} onOpen={() => undefined} />,
    server(line('team.odd')).answer,
  );
  expect(await screen.findByText('Something changed in the chat')).toBeDefined();
});

it('acquaintances are everybody once, by name, without the erased and those left out', () => {
  const person = (id: string, display_name: string) => ({
    id,
    display_name,
    role: 'member' as const,
    last_read_seq: 0,
  });
  const rooms = [
    { members: [person('1', 'Яна'), person('2', 'Анна')] },
    { members: [person('1', 'Яна'), person('3', ''), person('4', 'Я')] },
  ];
  expect(acquaintances(rooms, new Set(['4']), 'ru').map(({ display_name }) => display_name)).toEqual([
    'Анна',
    'Яна',
  ]);
});
