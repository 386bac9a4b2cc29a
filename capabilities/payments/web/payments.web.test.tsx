// @vitest-environment happy-dom
import { cleanup, configure, render, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { MemoryRouter, Route, Routes } from 'react-router';
import { afterEach, describe, expect, it } from 'vitest';
import { createWebPlatform, type Socket, WebProviders } from '#platform/web';
import type { OperatorPayment, SandboxCheckout } from '../contract/index.ts';
import { paymentsWeb } from './index.ts';
import { LedgerScreen } from './ledger/ledger-screen.tsx';
import { PaymentScreen } from './operations/payment-screen.tsx';
import { ReconciliationScreen } from './operations/reconciliation-screen.tsx';
import { SandboxScreen } from './sandbox/sandbox-screen.tsx';
import { WalletScreen } from './wallet/wallet-screen.tsx';

// A busy machine is no fault of the page.
configure({ asyncUtilTimeout: 15_000 });
afterEach(cleanup);

const id = '00000000-0000-7000-8000-00000000cccc';
const silent = (): Socket => ({ onopen: null, onclose: null, onmessage: null, send() {}, close() {} });

interface Asked {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
}

async function show(page: ReactNode, path: string, answer: (asked: Asked) => object | undefined) {
  const asked: Asked[] = [];
  const request: typeof fetch = async (input, init) => {
    const { pathname } = new URL(String(input), 'http://test.invalid');
    const body: unknown = typeof init?.body === 'string' ? JSON.parse(init.body) : undefined;
    const call = { method: init?.method ?? 'GET', path: pathname, body };
    asked.push(call);
    const reply = answer(call);
    return reply === undefined
      ? Response.json({ type: 'about:blank', title: 'Not Found', status: 404 }, { status: 404 })
      : Response.json(reply);
  };
  const platform = await createWebPlatform({
    modules: [paymentsWeb],
    language: 'en',
    fetch: request,
    openSocket: silent,
    session: () => ({
      refresh: () => Promise.reject(new Error('not here')),
      logout: () => Promise.resolve(),
      loadUser: () => Promise.reject(new Error('not here')),
      issueTicket: () => Promise.resolve('ticket'),
    }),
  });
  platform.session.hear('ended');
  render(
    <WebProviders platform={platform}>
      <MemoryRouter initialEntries={[path.replace(':id', id)]}>
        <Routes>
          <Route path={path} element={page} />
          <Route path="*" element={<p>elsewhere</p>} />
        </Routes>
      </MemoryRouter>
    </WebProviders>,
  );
  return asked;
}

const payment: OperatorPayment = {
  id,
  purpose: 'shop.order',
  subject_id: id,
  payer_id: id,
  provider: 'sandbox',
  method: 'bank_card',
  flow: 'charge',
  status: 'succeeded',
  amount: 123_450,
  currency: 'RUB',
  captured: 123_450,
  refunded: 0,
  confirmation_url: null,
  cancellation_reason: null,
  expires_at: null,
  created_at: '2026-11-21T10:00:00.000Z',
  mismatched: true,
};

describe('the checkout page of the sandbox', () => {
  const checkout: SandboxCheckout = {
    id,
    status: 'pending',
    amount: 50_000,
    currency: 'RUB',
    method: null,
    two_stage: false,
    description: 'A quest',
    reason: null,
    return_path: '/app/orders',
  };

  it('pays with the chosen card and leads back', async () => {
    let status: SandboxCheckout['status'] = 'pending';
    const asked = await show(<SandboxScreen />, '/pay/sandbox/:id', ({ method }) => {
      if (method === 'POST') status = 'succeeded';
      return { ...checkout, status };
    });
    await userEvent.click(await screen.findByRole('button', { name: /^Pay RUB\s?500\.00$/ }));
    expect((await screen.findByRole('status')).textContent).toContain('Paid');
    expect(asked.find(({ method }) => method === 'POST')?.body).toEqual({
      action: 'pay',
      card: '5555555555554444',
    });
    await userEvent.click(screen.getByRole('link', { name: 'Back to the shop' }));
    expect(screen.getByText('elsewhere')).toBeDefined();
  });

  it('declines with a reason and says so', async () => {
    let declined = false;
    const asked = await show(<SandboxScreen />, '/pay/sandbox/:id', ({ method }) => {
      declined ||= method === 'POST';
      return declined ? { ...checkout, status: 'canceled', reason: 'card_expired' } : checkout;
    });
    await userEvent.click(await screen.findByRole('button', { name: 'Decline' }));
    expect(await screen.findByText(/the card has expired/)).toBeDefined();
    expect(asked.find(({ method }) => method === 'POST')?.body).toEqual({
      action: 'decline',
      reason: 'general_decline',
    });
  });
});

describe('the wallet', () => {
  it('shows credits, what changed them, and payments', async () => {
    const entry = { id, kind: 'payments.adjustment', amount: 500, currency: 'RUB', subject_id: null };
    await show(<WalletScreen />, '/wallet', ({ path }) =>
      path === '/payments/wallet'
        ? {
            balances: [{ amount: 98_765, currency: 'RUB' }],
            items: [{ ...entry, at: '2026-11-21T10:00:00.000Z' }],
            next_cursor: null,
          }
        : { items: [payment], next_cursor: null },
    );
    expect(await screen.findByText(/987\.65/)).toBeDefined();
    expect(await screen.findByText('Adjustment')).toBeDefined();
    expect(await screen.findByText(/1,234\.50/)).toBeDefined();
  });
});

describe('operators', () => {
  it('see what happened and give a part back, once', async () => {
    const history = {
      payment,
      refunds: [],
      events: [{ id, version: 1, kind: 'requested', data: { a: 1 }, at: payment.created_at }],
    };
    const asked = await show(<PaymentScreen />, '/admin/payments/:id', ({ method }) =>
      method === 'POST' ? payment : history,
    );
    expect(await screen.findByText('The sum differs at the provider')).toBeDefined();
    expect(screen.getByText('1. Asked for')).toBeDefined();
    await userEvent.click(screen.getByRole('button', { name: 'Give back' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Give money back' }));
    await userEvent.type(dialog.getByRole('textbox', { name: /^Sum/ }), '100,50');
    await userEvent.type(dialog.getByRole('textbox', { name: /^Reason/ }), 'broken');
    await userEvent.click(dialog.getByRole('button', { name: 'Give back' }));
    await waitFor(() => expect(asked.some(({ method }) => method === 'POST')).toBe(true));
    expect(asked.find(({ method }) => method === 'POST')).toMatchObject({
      path: `/payments/admin/payments/${id}/refund`,
      body: { amount: 10_050, reason: 'broken', key: expect.any(String) },
    });
  });

  it('open the differences of a report', async () => {
    const report = { id, provider: 'yookassa', day: '2026-11-20', payments_checked: 3, refunds_checked: 1 };
    const full = { ...report, differences: 1, finished_at: payment.created_at };
    const difference = { id, object: 'payment', kind: 'missing_here', provider_id: 'theirs-1' };
    await show(<ReconciliationScreen />, '/admin/reconciliation', ({ path }) =>
      path === '/payments/admin/reconciliation'
        ? { items: [full], next_cursor: null }
        : {
            report: full,
            items: [{ ...difference, payment_id: null, ours: null, theirs: 'succeeded 100 RUB' }],
            next_cursor: null,
          },
    );
    await userEvent.click(await screen.findByRole('button', { name: 'Show' }));
    expect(await screen.findByText(/missing with us/)).toBeDefined();
  });
});

describe('the ledger', () => {
  const account = { account: `user:${id}:credits`, currency: 'RUB', balance: 50_000 };
  const entry = { id, transaction_id: id, kind: 'payments.adjustment', amount: -500, currency: 'RUB' };

  it('leads from an account to its entries', async () => {
    await show(<LedgerScreen />, '/admin/ledger', ({ path }) =>
      path === '/payments/admin/ledger/accounts'
        ? { items: [account], next_cursor: null }
        : {
            items: [{ ...entry, subject_id: null, reason: 'A mistake', at: '2026-11-21T10:00:00.000Z' }],
            next_cursor: null,
          },
    );
    await userEvent.click(await screen.findByRole('button', { name: /:credits/ }));
    expect(await screen.findByText('A mistake')).toBeDefined();
    expect(screen.getByText('Adjustment')).toBeDefined();
    await userEvent.click(screen.getByRole('button', { name: 'All accounts' }));
    expect(await screen.findByRole('button', { name: /:credits/ })).toBeDefined();
  });

  it('corrects credits once every field is right', async () => {
    const asked = await show(<LedgerScreen />, '/admin/ledger', ({ method }) =>
      method === 'POST' ? account : { items: [], next_cursor: null },
    );
    await userEvent.click(await screen.findByRole('button', { name: 'Correct credits' }));
    const dialog = within(await screen.findByRole('dialog'));
    await userEvent.click(dialog.getByRole('button', { name: 'Give' }));
    expect(await dialog.findByText('Write at least three characters.')).toBeDefined();
    await userEvent.type(dialog.getByLabelText(/Account number/), id);
    await userEvent.type(dialog.getByLabelText(/^Sum/), '99.50');
    await userEvent.type(dialog.getByLabelText(/^Reason/), 'Bonus');
    await userEvent.click(dialog.getByRole('button', { name: 'Give' }));
    await waitFor(() =>
      expect(asked.find(({ method }) => method === 'POST')?.body).toEqual({
        user_id: id,
        amount: 9_950,
        currency: 'RUB',
        reason: 'Bonus',
      }),
    );
  });
});
