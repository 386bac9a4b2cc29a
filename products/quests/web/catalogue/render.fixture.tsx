import { configure, render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { MemoryRouter, Route, Routes, useLocation } from 'react-router';
import { filesWeb } from '#capabilities/files/web';
import { createWebPlatform, defineWebModule, type Socket, WebProviders } from '#platform/web';
import { mapTexts } from '../map/texts.ts';
import { piecesTexts } from '../pieces/texts.ts';
import { catalogueTexts } from './texts.ts';

export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: unknown;
}

/** Answers by `METHOD /path`; what is not there is 404. */
export type Answers = Readonly<Record<string, (asked: Asked) => Response | object>>;

// A busy machine is no fault of the page.
configure({ asyncUtilTimeout: 15_000 });

const silent = (): Socket => ({ onopen: null, onclose: null, onmessage: null, send() {}, close() {} });

/** A refusal as the server puts it. */
export function refusal(status: number, code: string): Response {
  return Response.json({ type: 'about:blank', title: 'Refused', status, code }, { status });
}

export const nothing = (): Response => new Response(null, { status: 204 });
export const pageOf = (...items: readonly object[]) => ({ items, next_cursor: null });

const me = {
  id: '00000000-0000-7000-8000-00000000aaaa',
  email: 'anna@example.test',
  display_name: 'Anna',
  roles: ['user'],
  permissions: [],
  locale: 'en',
} as const;

function Address(): ReactNode {
  const { pathname, search } = useLocation();
  return <output data-testid="address">{`${pathname}${search}`}</output>;
}

interface Setting {
  readonly path: string;
  readonly address?: string;
  readonly answers: Answers;
  readonly anonymous?: boolean;
}

/** Renders a screen in English over made-up answers; gives what the server was asked. */
export async function renderAt(screen: ReactNode, setting: Setting): Promise<readonly Asked[]> {
  const asked: Asked[] = [];
  const request: typeof fetch = async (input, init) => {
    const { pathname, searchParams } = new URL(String(input), 'http://test.invalid');
    const body: unknown = typeof init?.body === 'string' ? JSON.parse(init.body) : undefined;
    const call: Asked = { method: init?.method ?? 'GET', path: pathname, query: searchParams, body };
    asked.push(call);
    const reply = setting.answers[`${call.method} ${pathname}`]?.(call);
    if (reply instanceof Response) return reply;
    return reply === undefined ? refusal(404, 'http.not_found') : Response.json(reply);
  };
  const quests = defineWebModule({
    name: 'quests',
    title: { ru: 'Квесты', en: 'Quests' },
    texts: [catalogueTexts, piecesTexts, mapTexts],
    screens: [],
  });
  const platform = await createWebPlatform({
    modules: [quests, filesWeb],
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
  if (setting.anonymous === true) platform.session.hear('ended');
  else platform.session.signIn({ access_token: 'token', expires_in: 900, user: me });
  render(
    <WebProviders platform={platform}>
      <MemoryRouter initialEntries={[setting.address ?? setting.path]}>
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
