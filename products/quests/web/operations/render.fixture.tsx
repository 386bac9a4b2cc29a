import { configure, render } from '@testing-library/react';
import { type ReactNode, useSyncExternalStore } from 'react';
import { MemoryRouter, useLocation } from 'react-router';
import { filesWeb } from '#capabilities/files/web';
import {
  createWebPlatform,
  defineWebModule,
  type Socket,
  type WebPlatform,
  WebProviders,
} from '#platform/web';
import { operationsTexts } from './texts.ts';

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

export const page = (...items: readonly object[]) => ({ items, next_cursor: null });

function Address(): ReactNode {
  const { pathname, search } = useLocation();
  return <output data-testid="address">{`${pathname}${search}`}</output>;
}

function Notices({ board }: { readonly board: WebPlatform['notices'] }): ReactNode {
  const notices = useSyncExternalStore(board.store.subscribe, board.store.getState);
  return notices.map(({ id, text }) => <p key={id}>{text}</p>);
}

const user = {
  id: '00000000-0000-7000-8000-00000000aaaa',
  email: 'mia@example.test',
  display_name: 'Mia',
  roles: ['manager'],
  permissions: ['manage_shop', 'manage_play', 'can_edit_quests', 'manage_payments'],
  locale: 'en',
} as const;

/** Renders a screen in English over made-up answers; returns what the server was asked. */
export async function renderDesk(
  screen: ReactNode,
  answer: Answer,
  address = '/admin',
): Promise<readonly Asked[]> {
  const asked: Asked[] = [];
  const request: typeof fetch = async (input, init) => {
    const url = new URL(String(input), 'http://test.invalid');
    const body: unknown = typeof init?.body === 'string' ? JSON.parse(init.body) : undefined;
    const call = { method: init?.method ?? 'GET', path: `${url.pathname}${url.search}`, body };
    asked.push(call);
    const reply = answer(call);
    if (reply instanceof Response) return reply;
    return reply === undefined ? refusal(404, 'http.not_found') : Response.json(reply);
  };
  const quests = defineWebModule({
    name: 'quests',
    title: { ru: 'Квесты', en: 'Quests' },
    texts: [operationsTexts],
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
        <Notices board={platform.notices} />
      </MemoryRouter>
    </WebProviders>,
  );
  return asked;
}
