import { configure, render } from '@testing-library/react';
import { type ReactNode, useSyncExternalStore } from 'react';
import { MemoryRouter, Route, Routes, useLocation } from 'react-router';
import { filesWeb } from '#capabilities/files/web';
import { createWebPlatform, type Socket, type WebPlatform, WebProviders } from '#platform/web';
import { questsWeb } from './module.ts';

export interface Asked {
  readonly method: string;
  /** With the query. */
  readonly path: string;
  readonly pathname: string;
  readonly query: URLSearchParams;
  readonly body: unknown;
  readonly headers: Headers;
}

/** Answers a request; undefined is 404. */
export type Answer = (asked: Asked) => Response | object | undefined;

/** Answers by `METHOD /pathname`; what is not there is 404. */
export type Answers = Readonly<Record<string, (asked: Asked) => Response | object>>;

// A busy machine is no fault of the page.
configure({ asyncUtilTimeout: 15_000 });

const silent = (): Socket => ({ onopen: null, onclose: null, onmessage: null, send() {}, close() {} });

/** A refusal as the server puts it. */
export function refusal(status: number, code: string, more: object = {}): Response {
  const problem = {
    type: 'about:blank',
    title: 'Refused',
    status,
    code,
    detail: 'In English only.',
    ...more,
  };
  return Response.json(problem, { status });
}

export const nothing = (): Response => new Response(null, { status: 204 });
export const page = (...items: readonly object[]) => ({ items, next_cursor: null });

export const me = {
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

/** Passing messages, which the shell would show. */
function Notices({ board }: { readonly board: WebPlatform['notices'] }): ReactNode {
  const notices = useSyncExternalStore(board.store.subscribe, board.store.getState);
  return notices.map(({ id, text }) => <p key={id}>{text}</p>);
}

export interface Setting {
  /** The screen's path as in the module (`/studio/:id`), and where the person stands. */
  readonly path: string;
  readonly address?: string;
  readonly answer: Answer | Answers;
  readonly permissions?: readonly string[];
  /** Nobody is signed in. */
  readonly anonymous?: boolean;
}

/** Renders a screen in English over made-up answers; gives what the server was asked. */
export async function renderAt(screen: ReactNode, setting: Setting): Promise<readonly Asked[]> {
  const asked: Asked[] = [];
  const { answer } = setting;
  const answerTo: Answer =
    typeof answer === 'function' ? answer : (call) => answer[`${call.method} ${call.pathname}`]?.(call);
  const request: typeof fetch = async (input, init) => {
    const { pathname, search, searchParams } = new URL(String(input), 'http://test.invalid');
    const body: unknown = typeof init?.body === 'string' ? JSON.parse(init.body) : undefined;
    const call: Asked = {
      method: init?.method ?? 'GET',
      path: `${pathname}${search}`,
      pathname,
      query: searchParams,
      body,
      headers: new Headers(init?.headers),
    };
    asked.push(call);
    const reply = answerTo(call);
    if (reply instanceof Response) return reply;
    return reply === undefined ? refusal(404, 'http.not_found') : Response.json(reply);
  };
  const user = { ...me, permissions: setting.permissions ?? [] };
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
  if (setting.anonymous === true) platform.session.hear('ended');
  else platform.session.signIn({ access_token: 'token', expires_in: 900, user });
  render(
    <WebProviders platform={platform}>
      <MemoryRouter initialEntries={[setting.address ?? setting.path]}>
        <Routes>
          <Route path={setting.path} element={screen} />
          <Route path="*" element={null} />
        </Routes>
        <Address />
        <Notices board={platform.notices} />
      </MemoryRouter>
    </WebProviders>,
  );
  return asked;
}

/** Renders a desk of those who run the quests. */
export function renderDesk(
  screen: ReactNode,
  answer: Answer,
  address = '/admin/desk',
): Promise<readonly Asked[]> {
  const permissions = ['manage_shop', 'manage_play', 'can_edit_quests', 'manage_payments'];
  return renderAt(screen, { path: '/admin/*', address, answer, permissions });
}
