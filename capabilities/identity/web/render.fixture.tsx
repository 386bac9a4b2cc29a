import { configure, render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { MemoryRouter, useLocation } from 'react-router';
import { createWebPlatform, type Socket, useSession, WebProviders } from '#platform/web';
import { identityWeb } from './index.ts';

export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
}

/** Answers a request; undefined is 404. */
export type Answer = (asked: Asked) => Response | object | undefined;

// A busy machine is no fault of the page.
configure({ asyncUtilTimeout: 15_000 });

const silent = (): Socket => ({ onopen: null, onclose: null, onmessage: null, send() {}, close() {} });

/** A refusal as the server puts it. */
export function refusal(
  status: number,
  code: string,
  headers: Readonly<Record<string, string>> = {},
): Response {
  const problem = { type: 'about:blank', title: 'Refused', status, code, detail: 'In English only.' };
  return Response.json(problem, { status, headers });
}

/** An account as profile and sign-in answer it. */
export const person = {
  id: '00000000-0000-7000-8000-00000000aaaa',
  email: 'reader@example.test',
  email_verified: true,
  display_name: 'Reader',
  locale: 'en',
  time_zone: 'UTC',
  roles: ['user'],
  permissions: [] as readonly string[],
  two_factor_enabled: false,
  has_password: true,
  external_providers: [],
  created_at: '2026-01-02T03:04:05.000Z',
} as const;

export const signedIn = {
  access_token: 'token',
  refresh_token: null,
  token_type: 'Bearer',
  expires_in: 900,
  user: person,
};

function Surroundings(): ReactNode {
  const { pathname, search, state } = useLocation();
  const { user } = useSession();
  return (
    <>
      <output data-testid="address">{`${pathname}${search}`}</output>
      <output data-testid="handed-over">{JSON.stringify(state)}</output>
      <output data-testid="person">{user?.display_name ?? 'nobody'}</output>
    </>
  );
}

export interface Setting {
  readonly address: string;
  readonly answer: Answer;
  /** What the signed-in person may do; nobody is signed in when left out. */
  readonly permissions?: readonly string[];
}

/** Renders a screen in English over made-up answers; returns what the server was asked. */
export async function renderScreen(screen: ReactNode, setting: Setting): Promise<readonly Asked[]> {
  const asked: Asked[] = [];
  const request: typeof fetch = async (input, init) => {
    const url = new URL(String(input), 'http://test.invalid');
    const body: unknown = typeof init?.body === 'string' ? JSON.parse(init.body) : undefined;
    const call = { method: init?.method ?? 'GET', path: `${url.pathname}${url.search}`, body };
    asked.push(call);
    const reply = setting.answer(call);
    if (reply instanceof Response) return reply;
    return reply === undefined ? refusal(404, 'http.not_found') : Response.json(reply);
  };
  const user = { ...person, permissions: setting.permissions ?? [] };
  const platform = await createWebPlatform({
    modules: [identityWeb],
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
  if (setting.permissions === undefined) platform.session.hear('ended');
  else platform.session.signIn({ access_token: 'token', expires_in: 900, user });
  render(
    <WebProviders platform={platform}>
      <MemoryRouter initialEntries={[setting.address]}>
        {screen}
        <Surroundings />
      </MemoryRouter>
    </WebProviders>,
  );
  return asked;
}
