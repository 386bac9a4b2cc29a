import { configure, render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { MemoryRouter, Route, Routes, useLocation } from 'react-router';
import { filesWeb } from '#capabilities/files/web';
import { createWebPlatform, type Socket, WebProviders } from '#platform/web';
import { questsWeb } from '../module.ts';

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
export function refusal(status: number, code: string): Response {
  const problem = { type: 'about:blank', title: 'Refused', status, code, detail: 'In English only.' };
  return Response.json(problem, { status });
}

const user = {
  id: '00000000-0000-7000-8000-00000000aaaa',
  email: 'author@example.test',
  display_name: 'Author',
  roles: ['author'],
  permissions: ['write_quests'],
  locale: 'en',
} as const;

function Address(): ReactNode {
  const { pathname, search } = useLocation();
  return <output data-testid="address">{`${pathname}${search}`}</output>;
}

interface Setting {
  /** As in the module: `/studio/:id`. */
  readonly path: string;
  readonly address: string;
  readonly answer: Answer;
}

/** Renders a screen as a signed-in author sees it, in English, over made-up answers; returns what was asked. */
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
  const platform = await createWebPlatform({
    modules: [questsWeb, filesWeb],
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
      <MemoryRouter initialEntries={[setting.address]}>
        <Routes>
          <Route path={setting.path} element={screen} />
          <Route path="*" element={null} />
        </Routes>
        <Address />
      </MemoryRouter>
    </WebProviders>,
  );
  return asked;
}
