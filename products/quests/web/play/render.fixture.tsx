import { configure, render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { MemoryRouter, Route, Routes } from 'react-router';
import { createWebPlatform, type Socket, WebProviders } from '#platform/web';
import { questsWeb } from '../module.ts';

/** Answers a request by method and path; undefined is 404. */
export type Answer = (method: string, path: string, body: unknown) => unknown;

// A busy machine is no fault of the page.
configure({ asyncUtilTimeout: 15_000 });

const silent = (): Socket => ({ onopen: null, onclose: null, onmessage: null, send() {}, close() {} });

export const me = {
  id: '00000000-0000-7000-8000-00000000aaaa',
  email: 'walker@example.test',
  display_name: 'Walker',
  roles: ['user'],
  permissions: [],
  locale: 'en',
} as const;

/** Renders a screen at its address as a signed-in person sees it, in English, over made-up answers. */
export async function renderScreen(
  screen: ReactNode,
  route: string,
  address: string,
  answer: Answer,
): Promise<void> {
  const request: typeof fetch = async (input, init) => {
    const url = new URL(String(input), 'http://test.invalid');
    const body: unknown = typeof init?.body === 'string' ? JSON.parse(init.body) : undefined;
    const reply = answer(init?.method ?? 'GET', `${url.pathname}${url.search}`, body);
    if (reply instanceof Response) return reply;
    return reply === undefined
      ? Response.json({ type: 'about:blank', title: 'Not found', status: 404 }, { status: 404 })
      : Response.json(reply);
  };
  const platform = await createWebPlatform({
    modules: [questsWeb],
    language: 'en',
    fetch: request,
    openSocket: silent,
    session: () => ({
      refresh: () => Promise.reject(new Error('not here')),
      logout: () => Promise.resolve(),
      loadUser: () => Promise.resolve(me),
      issueTicket: () => Promise.resolve('ticket'),
    }),
  });
  platform.session.signIn({ access_token: 'token', expires_in: 900, user: me });
  render(
    <WebProviders platform={platform}>
      <MemoryRouter initialEntries={[address]}>
        <Routes>
          <Route path={route} element={screen} />
          <Route path="*" element={null} />
        </Routes>
      </MemoryRouter>
    </WebProviders>,
  );
}
