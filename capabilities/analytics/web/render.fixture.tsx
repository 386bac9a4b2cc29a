import { configure, render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { MemoryRouter } from 'react-router';
import { createWebPlatform, type Socket, WebProviders } from '#platform/web';
import { analyticsWeb } from './module.ts';

// A busy machine is no fault of the page.
configure({ asyncUtilTimeout: 15_000 });

const silent = (): Socket => ({ onopen: null, onclose: null, onmessage: null, send() {}, close() {} });

const user = {
  id: '00000000-0000-7000-8000-00000000aaaa',
  email: 'reader@example.test',
  display_name: 'Reader',
  roles: ['analyst'],
  permissions: ['view_analytics'],
  locale: 'en',
} as const;

/** Renders a screen as an analyst sees it over made-up answers by path; undefined is 404, a string is text. */
export async function renderScreen(
  screen: ReactNode,
  answer: (url: URL) => unknown,
  language: 'ru' | 'en' = 'en',
): Promise<void> {
  const request: typeof fetch = (input) => {
    const reply = answer(new URL(String(input), 'http://test.invalid'));
    if (typeof reply === 'string') return Promise.resolve(new Response(reply));
    return Promise.resolve(
      reply === undefined
        ? Response.json({ type: 'about:blank', title: 'Not found', status: 404 }, { status: 404 })
        : Response.json(reply),
    );
  };
  const platform = await createWebPlatform({
    modules: [analyticsWeb],
    language,
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
      <MemoryRouter>{screen}</MemoryRouter>
    </WebProviders>,
  );
}
