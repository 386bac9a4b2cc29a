import { configure, render } from '@testing-library/react';
import { type ReactNode, useSyncExternalStore } from 'react';
import { MemoryRouter, Route, Routes, useLocation } from 'react-router';
import { createWebPlatform, type Socket, type WebPlatform, WebProviders } from '#platform/web';
import { assistantsWeb } from './module.ts';

export interface Asked {
  readonly method: string;
  /** With the query. */
  readonly path: string;
  readonly pathname: string;
  readonly query: URLSearchParams;
  /** JSON as a value; anything else undefined. */
  readonly body: unknown;
  readonly signal: AbortSignal | undefined;
}

/** Answers by `METHOD /pathname`; a string is an event stream, what is not there is 404. */
export type Answers = Readonly<
  Record<string, (asked: Asked) => Response | Promise<Response> | object | string>
>;

// A busy machine is no fault of the page.
configure({ asyncUtilTimeout: 15_000 });

const silent = (): Socket => ({ onopen: null, onclose: null, onmessage: null, send() {}, close() {} });

/** A refusal as the server puts it. */
export function refusal(status: number, code: string): Response {
  return Response.json(
    { type: 'about:blank', title: 'Refused', status, code, detail: 'In English only.' },
    { status },
  );
}

export const nothing = (): Response => new Response(null, { status: 204 });
export const page = (...items: readonly object[]) => ({ items, next_cursor: null });

/** An event of a stream. */
export const frame = (event: string, data: unknown): string =>
  `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;

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

/** Passing messages, which the shell would show. */
function Notices({ board }: { readonly board: WebPlatform['notices'] }): ReactNode {
  const notices = useSyncExternalStore(board.store.subscribe, board.store.getState);
  return notices.map(({ id, text }) => <p key={id}>{text}</p>);
}

export interface Setting {
  /** The screen's path as in the module (`/assistants/roles/:role`), and where the person stands. */
  readonly path: string;
  readonly address?: string;
  readonly answers: Answers;
}

/** Renders a screen in English as a signed-in person sees it, over made-up answers; gives what the server was asked. */
export async function renderAt(screen: ReactNode, setting: Setting): Promise<readonly Asked[]> {
  const asked: Asked[] = [];
  const request: typeof fetch = async (input, init) => {
    const { pathname, search, searchParams } = new URL(String(input), 'http://test.invalid');
    const call: Asked = {
      method: init?.method ?? 'GET',
      path: `${pathname}${search}`,
      pathname,
      query: searchParams,
      body: typeof init?.body === 'string' ? JSON.parse(init.body) : undefined,
      signal: init?.signal ?? undefined,
    };
    asked.push(call);
    const reply = await setting.answers[`${call.method} ${call.pathname}`]?.(call);
    if (reply instanceof Response) return reply;
    if (typeof reply === 'string') {
      return new Response(reply, { headers: { 'content-type': 'text/event-stream' } });
    }
    return reply === undefined ? refusal(404, 'http.not_found') : Response.json(reply);
  };
  const platform = await createWebPlatform({
    modules: [assistantsWeb],
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
