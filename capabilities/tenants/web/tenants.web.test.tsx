// @vitest-environment happy-dom
import { cleanup, configure, render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { MemoryRouter, useLocation } from 'react-router';
import { afterEach, describe, expect, it } from 'vitest';
import { createWebPlatform, Screens, type Socket, WebProviders } from '#platform/web';
import { tenantsWeb } from './index.ts';

// A busy machine is no fault of the page.
configure({ asyncUtilTimeout: 15_000 });

afterEach(cleanup);

const id = '01890000-0000-7000-8000-000000000001';
const me = '01890000-0000-7000-8000-00000000aaaa';
const at = '2026-01-02T03:04:05.000Z';
const company = { id, name: 'Daisy', personal: false, role: 'owner', active: true, created_at: at };
const member = { user_id: me, display_name: 'Reader', role: 'owner', joined_at: at };
const rules = {
  second_factor_required: false,
  directory_required: false,
  has_directory: false,
  mine: { second_factor: false, confirmed_until: null },
};
const none = { items: [], next_cursor: null };

interface Asked {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
}

/** Answers a request; undefined is 404. */
type Answer = (asked: Asked) => Response | object | undefined;

const silent = (): Socket => ({ onopen: null, onclose: null, onmessage: null, send() {}, close() {} });

function Address(): ReactNode {
  const { pathname, search } = useLocation();
  return <output data-testid="address">{`${pathname}${search}`}</output>;
}

function refused(status: number, code: string, more: object = {}): Response {
  return Response.json({ title: 'Refused', status, code, detail: 'In English only.', ...more }, { status });
}

/** Opens an address over made-up answers; returns what the server was asked. */
async function open(address: string, answer: Answer): Promise<readonly Asked[]> {
  const asked: Asked[] = [];
  const request: typeof fetch = async (input, init) => {
    const url = new URL(String(input), 'http://test.invalid');
    const body: unknown = typeof init?.body === 'string' ? JSON.parse(init.body) : undefined;
    const call = { method: init?.method ?? 'GET', path: url.pathname, body };
    asked.push(call);
    const reply = answer(call);
    if (reply instanceof Response) return reply;
    return reply === undefined ? refused(404, 'http.not_found') : Response.json(reply);
  };
  const user = {
    id: me,
    email: null,
    display_name: 'Reader',
    roles: [],
    permissions: [],
    locale: 'en' as const,
  };
  const platform = await createWebPlatform({
    modules: [tenantsWeb],
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
        <Screens modules={[tenantsWeb]} />
        <Address />
      </MemoryRouter>
    </WebProviders>,
  );
  return asked;
}

describe('a company that asks for more than an account', () => {
  it('says so once, and leads to the way in and back', async () => {
    await open(`/companies/${id}`, ({ path }) => {
      if (path === `/companies/${id}`) return company;
      if (path === `/companies/${id}/members`)
        return refused(403, 'tenants.directory_required', { company_id: id });
      return undefined;
    });
    expect(await screen.findAllByText(/asks you to confirm this session/)).toHaveLength(1);
    expect(screen.queryByText('In English only.')).toBeNull();
    expect(screen.queryByRole('button', { name: 'Invite' })).toBeNull();
    await userEvent.click(screen.getByRole('link', { name: 'Confirm' }));
    expect(screen.getByTestId('address').textContent).toBe(
      `/companies/${id}/enter?from=${encodeURIComponent(`/companies/${id}`)}`,
    );
  });

  it('shows what is missing and what is there', async () => {
    await open(`/companies/${id}/enter`, ({ path }) =>
      path === `/companies/${id}/entry`
        ? {
            ...rules,
            second_factor_required: true,
            directory_required: true,
            has_directory: true,
            mine: { second_factor: true, confirmed_until: null },
          }
        : undefined,
    );
    expect(await screen.findByText('It is on.')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Confirm with the work account' })).toBeTruthy();
    expect(screen.queryByRole('link', { name: 'Go on' })).toBeNull();
  });

  it('is changed by its owner, who reads why not', async () => {
    const asked = await open(`/companies/${id}`, ({ method, path }) => {
      if (path === `/companies/${id}`) return company;
      if (path.endsWith('/members')) return { items: [member], next_cursor: null };
      if (path.endsWith('/invitations')) return none;
      if (path.endsWith('/directory')) return { directory: null, redirect_uri: 'https://q.test/back' };
      if (path.endsWith('/entry'))
        return method === 'PUT' ? refused(409, 'tenants.own_second_factor_first') : rules;
      return undefined;
    });
    const factor = await screen.findByRole('switch', { name: /second step/ });
    expect(screen.getByRole('switch', { name: /every 12 hours/ })).toHaveProperty('disabled', true);
    await userEvent.click(factor);
    await waitFor(() =>
      expect(asked.find(({ method }) => method === 'PUT')?.body).toEqual({
        second_factor_required: true,
        directory_required: false,
      }),
    );
    expect(factor).toHaveProperty('checked', false);
  });

  it('has its directory tried before it is kept, with the fault at its field', async () => {
    const asked = await open(`/companies/${id}`, ({ method, path }) => {
      if (path === `/companies/${id}`) return company;
      if (path.endsWith('/members')) return { items: [member], next_cursor: null };
      if (path.endsWith('/invitations')) return none;
      if (path.endsWith('/entry')) return rules;
      if (path.endsWith('/directory') && method === 'PUT')
        return refused(422, 'tenants.directory_unreachable', {
          errors: [{ pointer: '/body/issuer', message: 'It does not answer.' }],
        });
      if (path.endsWith('/directory')) return { directory: null, redirect_uri: 'https://q.test/back' };
      return undefined;
    });
    await userEvent.click(await screen.findByRole('button', { name: 'Set up' }));
    expect(screen.getByText('https://q.test/back')).toBeTruthy();
    await userEvent.type(screen.getByLabelText(/issuer/), 'https://id.work.test');
    await userEvent.type(screen.getByLabelText(/Client ID/), 'client');
    await userEvent.type(screen.getByLabelText(/Name for sign-in/), 'Ромашка');
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText('Small Latin letters, figures and hyphens')).toBeTruthy();
    await userEvent.clear(screen.getByLabelText(/Name for sign-in/));
    await userEvent.type(screen.getByLabelText(/Name for sign-in/), 'daisy');
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText('It does not answer.')).toBeTruthy();
    expect(asked.filter(({ method }) => method === 'PUT').map(({ body }) => body)).toEqual([
      { issuer: 'https://id.work.test', client_id: 'client', sign_in_name: 'daisy', joins_as: null },
    ]);
  });
});

describe('sign-in through a company', () => {
  it('takes the name from the link and refuses what is none', async () => {
    await open('/sign-in/company?company=daisy', () => undefined);
    const name = await screen.findByLabelText(/Name of the company/);
    expect(name).toHaveProperty('value', 'daisy');
    await userEvent.clear(name);
    await userEvent.type(name, 'no such/name');
    await userEvent.click(screen.getByRole('button', { name: 'Go on to the company' }));
    expect(name.getAttribute('aria-invalid')).toBe('true');
  });
});

describe('a closed company', () => {
  it('is restored from the list', async () => {
    const gone = '2026-02-01T00:00:00.000Z';
    const asked = await open('/companies', ({ path, method }) => {
      if (path === '/companies/') return { items: [company], next_cursor: null };
      if (path === '/companies/deleted')
        return { items: [{ id, name: 'Tulip', deleted_at: at, gone_at: gone }], next_cursor: null };
      if (path === `/companies/${id}/restore` && method === 'POST') return { ...company, name: 'Tulip' };
      return undefined;
    });
    await userEvent.click(await screen.findByRole('button', { name: 'Restore' }));
    await waitFor(() => expect(asked.some(({ path }) => path.endsWith('/restore'))).toBe(true));
  });
});

describe('the trail', () => {
  it('names who did what to whom', async () => {
    const entry = {
      seq: 2,
      at,
      action: 'tenants.role_changed',
      actor_id: me,
      actor_name: 'Ann',
      subject_name: 'Bob',
      details: {},
    };
    const other = {
      ...entry,
      seq: 1,
      action: 'shop.something_done',
      actor_id: null,
      actor_name: '',
      subject_name: null,
    };
    await open(`/companies/${id}/audit`, ({ path }) =>
      path.endsWith('/audit') ? { items: [entry, other], next_cursor: null } : undefined,
    );
    expect(await screen.findByText(/Ann — changed a role: Bob/)).toBeTruthy();
    expect(screen.getByText(/The system — shop\.something_done/)).toBeTruthy();
  });
});
