import { configure, render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { MemoryRouter } from 'react-router';
import { createWebPlatform, WebProviders } from '#platform/web';
import type { ChatMessage, ClientFrame, Room, ServerFrame } from '../contract/index.ts';
import { chatWeb } from './index.ts';
import type { OpenSocket, RoomSocket } from './live/room-client.ts';

// A busy machine is no fault of the page.
configure({ asyncUtilTimeout: 15_000 });

export const me = '00000000-0000-7000-8000-00000000aaaa';
export const bob = '00000000-0000-7000-8000-00000000bbbb';
export const roomId = '00000000-0000-7000-8000-00000000cccc';

export function message(seq: number, text: string, more: Partial<ChatMessage> = {}): ChatMessage {
  return {
    id: `00000000-0000-7000-8000-${String(seq).padStart(12, '0')}`,
    seq,
    rev: seq,
    author_id: bob,
    client_id: null,
    text,
    system: null,
    reply_to: null,
    attachments: [],
    held: false,
    created_at: '2026-01-01T10:00:00.000Z',
    edited_at: null,
    deleted_at: null,
    deleted_by: null,
    ...more,
  };
}

export const room: Room = {
  id: roomId,
  kind: 'direct',
  title: null,
  members: [
    { id: me, display_name: 'Ann', role: 'member', last_read_seq: 0 },
    { id: bob, display_name: 'Bob', role: 'member', last_read_seq: 1 },
  ],
  member_count: 2,
  last_message: message(2, 'Hello'),
  unread_count: 3,
  muted: false,
  blocked: false,
  last_message_at: '2026-01-01T10:00:00.000Z',
  created_at: '2026-01-01T09:00:00.000Z',
};

const user = {
  id: me,
  email: 'ann@example.test',
  display_name: 'Ann',
  roles: ['user'],
  permissions: [],
  locale: 'en',
} as const;

export type Answer = (method: string, path: string, body: unknown) => unknown;

/** Sockets that a test holds the other end of. */
export function socketDouble() {
  const paths: string[] = [];
  const opened: string[] = [];
  const said: ClientFrame[] = [];
  let current: RoomSocket | undefined;
  const open: OpenSocket = (path) => {
    paths.push(path);
    const socket: RoomSocket = {
      onopen: null,
      onclose: null,
      onmessage: null,
      send: (text) => said.push(JSON.parse(text)),
      close: () => undefined,
    };
    current = socket;
    setTimeout(() => {
      socket.onopen?.();
      opened.push(path);
    });
    return socket;
  };
  return {
    open,
    paths,
    opened,
    said,
    hear: (frame: ServerFrame) => current?.onmessage?.(JSON.stringify(frame)),
    drop: (code: number) => current?.onclose?.(code),
  };
}

/** Renders a screen as a signed-in person sees it, in English, over made-up answers. */
export async function renderScreen(screen: ReactNode, answer: Answer, path = '/chats'): Promise<void> {
  const request: typeof fetch = async (input, init) => {
    const url = new URL(String(input), 'http://test.invalid');
    const body: unknown = typeof init?.body === 'string' ? JSON.parse(init.body) : undefined;
    const reply =
      url.pathname === '/auth/ws-ticket'
        ? { ticket: 'ticket', expires_in: 30 }
        : answer(init?.method ?? 'GET', `${url.pathname}${url.search}`, body);
    if (reply === null) return new Response(null, { status: 204 });
    return reply === undefined
      ? Response.json({ type: 'about:blank', title: 'Not found', status: 404 }, { status: 404 })
      : Response.json(reply);
  };
  const platform = await createWebPlatform({
    modules: [chatWeb],
    language: 'en',
    fetch: request,
    openSocket: () => ({ onopen: null, onclose: null, onmessage: null, send() {}, close() {} }),
    session: () => ({
      refresh: () => Promise.reject(new Error('not here')),
      logout: () => Promise.resolve(),
      loadUser: () => Promise.resolve(user),
      issueTicket: () => Promise.resolve('ticket'),
    }),
  });
  platform.session.signIn({ access_token: 'token', expires_in: 900, user });
  render(
    <WebProviders platform={platform}>
      <MemoryRouter initialEntries={[path]}>{screen}</MemoryRouter>
    </WebProviders>,
  );
}
