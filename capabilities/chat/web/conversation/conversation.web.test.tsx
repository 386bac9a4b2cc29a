// @vitest-environment happy-dom
import { act, cleanup, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import type { ServerFrame } from '../../contract/index.ts';
import {
  type Answer,
  bob,
  me,
  message,
  renderScreen,
  room,
  roomId,
  socketDouble,
} from '../render.fixture.tsx';
import { RoomList } from '../rooms/room-list.tsx';
import { Conversation } from './conversation.tsx';

afterEach(cleanup);

const calls: string[] = [];
const history: Answer = (method, path) => {
  calls.push(`${method} ${path}`);
  if (path === `/chats/${roomId}`) return room;
  if (path.includes('before=1')) return { items: [message(0, 'Long ago')], people: [], next_cursor: null };
  if (path.startsWith(`/chats/${roomId}/messages`) && method === 'GET')
    return {
      items: [message(1, 'Hello', { author_id: me }), message(2, 'Hi')],
      people: [],
      next_cursor: '1',
    };
  if (path.startsWith('/chats/?')) return { items: [room], next_cursor: null };
  return method === 'GET' ? undefined : null;
};

async function open(answer: Answer = history) {
  const socket = socketDouble();
  const user = userEvent.setup();
  calls.length = 0;
  await renderScreen(<Conversation roomId={roomId} openSocket={socket.open} />, answer);
  await screen.findByText('Hi');
  await waitFor(() => expect(calls).toContain(`POST /chats/${roomId}/read`));
  await waitFor(() => expect(socket.opened).toHaveLength(1));
  const hear = (frame: ServerFrame) => act(async () => socket.hear(frame));
  return { socket, user, hear };
}

describe('a conversation', () => {
  it('shows history, goes on from it, and says what comes to screen readers', async () => {
    const { socket, hear } = await open();
    expect(screen.getByRole('heading', { name: 'Bob' })).toBeTruthy();
    expect(socket.paths).toEqual([`/chats/${roomId}/${me}?after_seq=2&after_rev=2`]);
    expect(screen.getByTitle('Read')).toBeTruthy();
    await hear({ type: 'typing', user_id: bob });
    expect(screen.getByText('Bob is writing…')).toBeTruthy();
    await hear({ type: 'message', message: message(3, 'New words') });
    expect(screen.getByText('New words')).toBeTruthy();
    expect(socket.said).toContainEqual({ type: 'read', seq: 3 });
    expect(screen.getByRole('status').textContent).toContain('New message from Bob: New words');
    expect(screen.queryByText('Bob is writing…')).toBeNull();
    await hear({
      type: 'edited',
      message: message(3, 'Newer words', { rev: 4, edited_at: '2026-01-01T10:01:00.000Z' }),
    });
    expect(screen.getByText('Newer words')).toBeTruthy();
    await hear({ type: 'deleted', id: message(3, '').id, seq: 3, rev: 5 });
    expect(screen.getByText('Message deleted')).toBeTruthy();
  });

  it('shows what was written at once, again after a break under the same id, and what was refused', async () => {
    const { socket, user, hear } = await open();
    await user.type(screen.getByLabelText('Write a message'), 'See you{Enter}');
    expect(screen.getByText('Sending…')).toBeTruthy();
    const sent = () => socket.said.flatMap((frame) => (frame.type === 'send' ? [frame] : []));
    const [first] = sent();
    await act(async () => socket.drop(1006));
    expect(screen.getByText(/No connection/)).toBeTruthy();
    await waitFor(() => expect(sent()).toEqual([first, first]), { timeout: 10_000 });
    expect(socket.paths.at(-1)).toContain('after_seq=2');
    await hear({
      type: 'message',
      message: message(3, 'See you', { author_id: me, client_id: first?.client_id ?? '' }),
    });
    expect(screen.queryByText('Sending…')).toBeNull();
    expect(screen.getAllByText('See you')).toHaveLength(1);
    await user.type(screen.getByLabelText('Write a message'), 'Spam{Enter}');
    await hear({ type: 'error', code: 'chat.blocked', client_id: sent().at(-1)?.client_id ?? '' });
    expect(screen.getByText(/Not sent. One of you has blocked the other/)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(screen.getByText('Sending…')).toBeTruthy();
  });

  it('replies, edits, deletes, reports, and loads what was earlier', async () => {
    const { socket, user } = await open();
    const [own, other] = screen.getAllByRole('button', { name: 'What to do with the message' });
    if (own === undefined || other === undefined) throw new Error('Two messages have menus.');
    await user.click(other);
    await user.click(await screen.findByRole('menuitem', { name: 'Reply' }));
    await user.type(screen.getByLabelText('Write a message'), 'Yes{Enter}');
    expect(socket.said.at(-1)).toMatchObject({ type: 'send', text: 'Yes', reply_to: message(2, '').id });
    await user.click(own);
    await user.click(await screen.findByRole('menuitem', { name: 'Edit' }));
    await user.type(screen.getByLabelText('Write a message'), '!{Enter}');
    expect(socket.said.at(-1)).toEqual({ type: 'edit', id: message(1, '').id, text: 'Hello!' });
    await user.click(own);
    await user.click(await screen.findByRole('menuitem', { name: 'Delete' }));
    await user.click(await screen.findByRole('button', { name: 'Delete' }));
    await waitFor(() => expect(calls).toContain(`DELETE /chats/${roomId}/messages/${message(1, '').id}`));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await user.click(other);
    await user.click(await screen.findByRole('menuitem', { name: 'Report' }));
    await user.click(await screen.findByRole('button', { name: 'Report' }));
    await waitFor(() => expect(calls).toContain(`POST /chats/${roomId}/report`));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await user.click(screen.getByRole('button', { name: 'Show earlier messages' }));
    expect(await screen.findByText('Long ago')).toBeTruthy();
  });

  it('says when one may not be here, and tries no more', async () => {
    const { socket } = await open();
    await act(async () => socket.drop(4403));
    expect(screen.getByText('You are not in this conversation.')).toBeTruthy();
    expect(screen.queryByLabelText('Write a message')).toBeNull();
    expect(socket.paths).toHaveLength(1);
  });
});

describe('the list', () => {
  it('names rooms after the others and counts what is unread', async () => {
    const opened: string[] = [];
    await renderScreen(<RoomList me={me} current={null} onOpen={(id) => opened.push(id)} />, history);
    const entry = await screen.findByRole('button', { name: /Bob/ });
    expect(entry.textContent).toContain('3 unread messages');
    await userEvent.click(entry);
    expect(opened).toEqual([roomId]);
  });
});
