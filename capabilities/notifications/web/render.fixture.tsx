import { configure, render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { MemoryRouter, useLocation } from 'react-router';
import { createWebPlatform, type Socket, WebProviders } from '#platform/web';
import { notificationsWeb } from './index.ts';

export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
}

/** Answers a request; undefined is 404, null is an empty success. */
export type Answer = (asked: Asked) => object | null | undefined;

export interface Rendered {
  /** Whether a socket was opened. */
  following(): boolean;
  readonly asked: readonly Asked[];
  /** Says something on the person's inbox channel. */
  say(message: Readonly<Record<string, unknown>>): void;
}

// A busy machine is no fault of the page.
configure({ asyncUtilTimeout: 15_000 });

export const user = {
  id: '00000000-0000-7000-8000-00000000aaaa',
  email: 'reader@example.test',
  display_name: 'Reader',
  roles: ['user'],
  permissions: [],
  locale: 'en',
} as const;

function Address(): ReactNode {
  const { pathname } = useLocation();
  return <output data-testid="address">{pathname}</output>;
}

/** Renders a screen as a signed-in person sees it, in English, over made-up answers and a socket in memory. */
export async function renderScreen(screen: ReactNode, answer: Answer): Promise<Rendered> {
  const asked: Asked[] = [];
  const sockets: Socket[] = [];
  const request: typeof fetch = async (input, init) => {
    const url = new URL(String(input), 'http://test.invalid');
    const body: unknown = typeof init?.body === 'string' ? JSON.parse(init.body) : undefined;
    const call = { method: init?.method ?? 'GET', path: `${url.pathname}${url.search}`, body };
    asked.push(call);
    const reply = answer(call);
    if (reply === null) return new Response(null, { status: 204 });
    if (reply !== undefined) return Response.json(reply);
    return Response.json({ type: 'about:blank', title: 'Not found', status: 404 }, { status: 404 });
  };
  const platform = await createWebPlatform({
    modules: [notificationsWeb],
    language: 'en',
    fetch: request,
    openSocket: () => {
      const socket: Socket = { onopen: null, onclose: null, onmessage: null, send() {}, close() {} };
      sockets.push(socket);
      queueMicrotask(() => socket.onopen?.());
      return socket;
    },
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
      <MemoryRouter initialEntries={['/here']}>
        {screen}
        <Address />
      </MemoryRouter>
    </WebProviders>,
  );
  return {
    asked,
    following: () => sockets.length > 0,
    say: (message) =>
      sockets
        .at(-1)
        ?.onmessage?.({ data: JSON.stringify({ type: 'message', channel: `inbox:${user.id}`, message }) }),
  };
}
