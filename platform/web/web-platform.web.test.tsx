// @vitest-environment happy-dom
import { act, cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { MemoryRouter, useSearchParams } from 'react-router';
import { Type } from 'typebox';
import { afterEach, describe, expect, it } from 'vitest';
import { defineRoute } from '#platform/contract';
import {
  ApiProblem,
  createWebPlatform,
  defineScreen,
  defineWebModule,
  ErrorNotice,
  Form,
  FormTextField,
  Screens,
  type SessionUser,
  SubmitButton,
  useCall,
  useForm,
  useNotice,
  useSend,
  useSession,
  WebProviders,
} from './index.ts';

const user: SessionUser = {
  id: 'u1',
  email: 'a@b.c',
  display_name: 'Anna B',
  roles: [],
  permissions: [],
  locale: 'en',
};
const readThings = defineRoute({
  method: 'GET',
  path: '/things',
  name: 'test.read_things',
  summary: 'Things',
  access: 'signed-in',
  reply: Type.Object({ names: Type.Array(Type.String()) }),
});
const addThing = defineRoute({
  method: 'POST',
  path: '/things',
  name: 'test.add_thing',
  summary: 'Adds a thing',
  access: 'signed-in',
  body: Type.Object({ name: Type.String({ minLength: 3 }), note: Type.Optional(Type.String()) }),
  reply: Type.Object({ id: Type.String() }),
  status: 201,
});

interface Asked {
  readonly method: string;
  readonly path: string;
  readonly headers: Headers;
  readonly body: string;
}

type Answer = (asked: Asked) => { readonly status: number; readonly body?: unknown };

/** A server in memory: answers by function, and keeps what it was asked. */
function serverWith(answer: Answer) {
  const asked: Asked[] = [];
  const request: typeof fetch = async (path, init) => {
    const call = {
      method: init?.method ?? 'GET',
      path: String(path),
      headers: new Headers(init?.headers),
      body: String(init?.body ?? ''),
    };
    asked.push(call);
    const { status, body } = answer(call);
    return new Response(body === undefined ? null : JSON.stringify(body), { status });
  };
  return { asked, fetch: request };
}

function ThingsScreen(): ReactNode {
  const things = useCall(readThings, {});
  return (
    <>
      <ErrorNotice error={things.error} onRetry={() => things.refetch()} />
      <p>{things.data?.names.join(', ')}</p>
    </>
  );
}

function AddScreen(): ReactNode {
  const notice = useNotice();
  const send = useSend(addThing, { invalidates: [readThings], onSuccess: () => notice.success('Added') });
  const form = useForm({
    schema: addThing.body,
    initial: { name: '' },
    submit: (body) => send.mutateAsync({ body }),
  });
  return (
    <Form form={form} label="New thing">
      <FormTextField form={form} name="name" label="Name" />
      <SubmitButton form={form}>Add</SubmitButton>
    </Form>
  );
}

function LoginScreen(): ReactNode {
  const { signIn } = useSession();
  const [parameters] = useSearchParams();
  return (
    <button type="button" onClick={() => signIn({ access_token: 't1', expires_in: 900, user })}>
      Enter {parameters.get('next')}
    </button>
  );
}

let crash = true;

function FragileScreen(): ReactNode {
  if (crash) throw new Error('boom');
  return <p>mended</p>;
}

const module = defineWebModule({
  name: 'test',
  title: { ru: 'Проба', en: 'Test' },
  screens: [
    defineScreen({
      path: '/things',
      title: { ru: 'Вещи', en: 'Things' },
      access: 'signed-in',
      load: async () => ThingsScreen,
    }),
    defineScreen({
      path: '/add',
      title: { ru: 'Новая', en: 'Add' },
      access: 'signed-in',
      load: async () => AddScreen,
    }),
    defineScreen({
      path: '/audit',
      title: { ru: 'Журнал', en: 'Audit' },
      access: { permission: 'view_audit' },
      load: async () => ThingsScreen,
    }),
    defineScreen({
      path: '/fragile',
      title: { ru: 'Хрупкое', en: 'Fragile' },
      access: 'public',
      load: async () => FragileScreen,
    }),
    defineScreen({
      path: '/login',
      title: { ru: 'Вход', en: 'Sign in' },
      access: 'anonymous',
      layout: 'bare',
      load: async () => LoginScreen,
    }),
  ],
});

/** What the server set and scripts may read. */
let cookies = '';

async function open(path: string, answer: Answer, signedIn: boolean) {
  const server = serverWith(answer);
  const refreshes: string[] = [];
  const platform = await createWebPlatform({
    modules: [module],
    language: 'en',
    fetch: server.fetch,
    cookies: () => cookies,
    session: () => ({
      refresh: async () => {
        refreshes.push('refresh');
        return { access_token: `t${refreshes.length + 1}`, expires_in: 900, user };
      },
      logout: async () => undefined,
      loadUser: async () => user,
      issueTicket: async () => 'x',
    }),
  });
  if (signedIn) platform.session.signIn({ access_token: 't1', expires_in: 900, user });
  else platform.session.hear('ended');
  await act(async () => {
    render(
      <WebProviders platform={platform}>
        <MemoryRouter initialEntries={[path]}>
          <Screens modules={[module]} />
        </MemoryRouter>
      </WebProviders>,
      { onCaughtError: () => {} },
    );
  });
  return { ...server, platform, refreshes };
}

afterEach(() => {
  cleanup();
  cookies = '';
});

const names = (): { status: number; body: unknown } => ({ status: 200, body: { names: ['one', 'two'] } });

describe('screens', () => {
  it('send a stranger to sign in and back to where they were going', async () => {
    const { asked } = await open('/things?x=1', names, false);
    await userEvent.click(await screen.findByRole('button', { name: 'Enter /things?x=1' }));
    await screen.findByText('one, two');
    expect(document.title).toBe('Things · Quintet');
    expect(asked[0]?.headers.get('authorization')).toBe('Bearer t1');
  });

  it('say so when a role does not include them, or when there are none', async () => {
    await open('/audit', names, true);
    await screen.findByRole('heading', { level: 1, name: 'This page is not open to you' });
    cleanup();
    await open('/nowhere', names, true);
    await screen.findByRole('heading', { level: 1, name: 'There is no such page' });
  });

  it('recover from a fault of their own without losing the menus', async () => {
    crash = true;
    await open('/fragile', names, true);
    await screen.findByRole('alert');
    expect(screen.getAllByRole('link', { name: /Quintet/ }).length).toBeGreaterThan(0);
    crash = false;
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await screen.findByText('mended');
  });

  it('change their language at once', async () => {
    await open('/nowhere', names, true);
    const [button] = await screen.findAllByRole('button', { name: /Переключить на русский/ });
    if (button === undefined) throw new Error('No language switch');
    await userEvent.click(button);
    await screen.findByText('Такой страницы нет');
    expect(document.documentElement.lang).toBe('ru');
  });
});

describe('calls', () => {
  it('renew a refused token once for all of them and go on', async () => {
    cookies = 'quintet_csrf=c5rf';
    const { platform, refreshes } = await open(
      '/nowhere',
      ({ headers }) => (headers.get('authorization') === 'Bearer t1' ? { status: 401, body: {} } : names()),
      true,
    );
    const replies = await Promise.all([1, 2, 3].map(() => platform.api.call(readThings)));
    expect(replies.map((reply) => reply.names.length)).toEqual([2, 2, 2]);
    expect(refreshes).toHaveLength(1);
  });

  it('end the session when the token cannot be renewed', async () => {
    const { platform } = await open('/nowhere', () => ({ status: 401, body: { title: 'No' } }), true);
    await expect(platform.api.call(readThings)).rejects.toMatchObject({ status: 401 });
    expect(platform.session.store.getState()).toEqual({ status: 'anonymous', ended: true });
  });

  it('keep one idempotency key when a sent change is repeated with a new token', async () => {
    cookies = 'quintet_csrf=c5rf';
    const { platform, asked } = await open(
      '/nowhere',
      ({ headers }) =>
        headers.get('authorization') === 'Bearer t1' ? { status: 401 } : { status: 201, body: { id: '1' } },
      true,
    );
    await platform.api.call(addThing, { body: { name: 'abc' } });
    const keys = asked.map(({ headers }) => headers.get('idempotency-key'));
    expect(keys).toHaveLength(2);
    expect(keys[0]).toBe(keys[1]);
    expect(asked[1]?.headers.get('x-csrf-token')).toBe('c5rf');
  });

  it('tell an unreachable server from a refusal', async () => {
    const { platform } = await open(
      '/nowhere',
      () => {
        throw new TypeError('fetch failed');
      },
      true,
    );
    const fault: unknown = await platform.api.call(readThings).catch((error: unknown) => error);
    expect(fault).toBeInstanceOf(ApiProblem);
    expect(fault).toMatchObject({ status: 0, unreachable: true });
    expect(platform.connection.store.getState().reachable).toBe(false);
  });
});

describe('a fault', () => {
  it('shows the explanation and the id of the request, and can be tried again', async () => {
    let broken = true;
    const problem = { title: 'Conflict', status: 409, detail: 'Somebody was faster', request_id: 'r-77' };
    await open('/things', () => (broken ? { status: 409, body: problem } : names()), true);
    await screen.findByText('Somebody was faster');
    screen.getByText('Request r-77');
    broken = false;
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await screen.findByText('one, two');
    expect(screen.queryByText('Somebody was faster')).toBeNull();
  });
});

describe('a form', () => {
  it('checks against the contract before anything is sent, then shows what the server found', async () => {
    let taken = true;
    const errors = [{ pointer: '/body/name', message: 'This name is taken' }];
    const { asked } = await open(
      '/add',
      () =>
        taken
          ? { status: 422, body: { title: 'Invalid', status: 422, errors } }
          : { status: 201, body: { id: '9' } },
      true,
    );
    const field = await screen.findByRole('textbox', { name: /Name/ });
    const add = screen.getByRole('button', { name: 'Add' });
    await userEvent.click(add);
    await screen.findByText('Please fill this in');
    expect(document.activeElement).toBe(field);
    await userEvent.type(field, 'ab');
    await screen.findByText('At least 3 characters');
    expect(asked).toHaveLength(0);
    await userEvent.type(field, 'c');
    await userEvent.click(add);
    await screen.findByText('This name is taken');
    expect(field.getAttribute('aria-invalid')).toBe('true');
    taken = false;
    await userEvent.type(field, 'd');
    await userEvent.click(add);
    await waitFor(() => expect(asked).toHaveLength(2));
    expect(JSON.parse(asked[1]?.body ?? '')).toEqual({ name: 'abcd' });
    await screen.findByText('Added');
  });
});
