import { configure, render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { MemoryRouter, useLocation } from 'react-router';
import { createWebPlatform, type Socket, WebProviders } from '#platform/web';
import { memoryAgentWeb } from './module.ts';

/** Answers a request by method and path; undefined is 404. A string is an event stream. */
export type Answer = (method: string, path: string, body: unknown) => unknown;

// A busy machine is no fault of the page.
configure({ asyncUtilTimeout: 15_000 });

const silent = (): Socket => ({ onopen: null, onclose: null, onmessage: null, send() {}, close() {} });

function Address(): ReactNode {
  const { pathname, search } = useLocation();
  return <output data-testid="address">{`${pathname}${search}`}</output>;
}

const user = {
  id: '00000000-0000-7000-8000-00000000aaaa',
  email: 'reader@example.test',
  display_name: 'Reader',
  roles: ['user'],
  permissions: [],
  locale: 'en',
} as const;

/** Renders a screen as a signed-in person sees it, in English, over made-up answers. */
export async function renderScreen(screen: ReactNode, address: string, answer: Answer): Promise<void> {
  const request: typeof fetch = async (input, init) => {
    const url = new URL(String(input), 'http://test.invalid');
    const method = init?.method ?? 'GET';
    const body: unknown = typeof init?.body === 'string' ? JSON.parse(init.body) : undefined;
    const reply = answer(method, `${url.pathname}${url.search}`, body);
    if (reply instanceof Response) return reply;
    if (typeof reply === 'string') {
      return new Response(reply, { headers: { 'content-type': 'text/event-stream' } });
    }
    return reply === undefined
      ? Response.json({ type: 'about:blank', title: 'Not found', status: 404 }, { status: 404 })
      : Response.json(reply);
  };
  const platform = await createWebPlatform({
    modules: [memoryAgentWeb],
    language: 'en',
    fetch: request,
    openSocket: silent,
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
      <MemoryRouter initialEntries={[address]}>
        {screen}
        <Address />
      </MemoryRouter>
    </WebProviders>,
  );
}
