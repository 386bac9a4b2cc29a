// @vitest-environment happy-dom
import { cleanup, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import type { Order } from '../../../contract/index.ts';
import { type Answer, refusal, renderAt } from '../../render.fixture.tsx';
import { orderId, orderOf, questId, questOrderOf } from '../shop.fixture.ts';
import { OrderScreen } from './order-screen.tsx';

afterEach(cleanup);

const soon = new Date(Date.now() + 3 * 86_400_000).toISOString();
const payment = { id: '00000000-0000-7000-8000-0000000000e1', confirmation_url: null };

const show = (answer: Answer) =>
  renderAt(<OrderScreen />, { path: '/orders/:id', address: `/orders/${orderId}`, answer });
const showOrder = (order: Order, more: Answer = () => undefined) =>
  show((asked) => more(asked) ?? (asked.path === `/v2/orders/${orderId}` ? order : undefined));
const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }));

describe('an order', () => {
  it('leads to its payment, shows what it costs, and turns paid by itself', async () => {
    let order = orderOf({
      discount: { amount: 18_000, currency: 'RUB' },
      promo_code: 'SPRING',
      credits: 10_500,
    });
    await show(({ path }) => (path === `/v2/orders/${orderId}` ? order : undefined));
    const pay = await screen.findByRole('link', { name: 'Go to payment' });
    expect(pay.getAttribute('href')).toBe('https://pay.test/1');
    expect(screen.getByText('Discount by SPRING')).toBeDefined();
    expect(screen.getByText(/895/)).toBeDefined();
    order = orderOf({
      state: 'paid',
      delivery_state: 'preparing',
      payment: { ...payment, status: 'succeeded' },
    });
    expect(await screen.findByText('Paid', { selector: 'p' })).toBeDefined();
    expect(screen.queryByRole('link', { name: 'Go to payment' })).toBeNull();
  });

  it('is paid anew when the payment was cancelled', async () => {
    const cancelled = orderOf({ payment: { ...payment, status: 'canceled' } });
    const asked = await showOrder(cancelled, ({ method, path }) =>
      `${method} ${path}` === 'POST /payments' ? refusal(503, 'payments.provider_unavailable') : undefined,
    );
    expect(await screen.findByText('Payment did not go through')).toBeDefined();
    await press('Pay again');
    expect(await screen.findByText(/The payment provider does not answer/)).toBeDefined();
    expect(asked.find(({ path }) => path === '/payments')?.body).toEqual({
      purpose: 'quests.order',
      subject_id: orderId,
    });
  });

  it('is given up after a question', async () => {
    let order = orderOf();
    const asked = await show(({ method, path }) => {
      if (method === 'POST') order = orderOf({ state: 'cancelled' });
      return path.startsWith('/v2/orders') ? order : undefined;
    });
    await press('Give up the order');
    const dialog = within(await screen.findByRole('dialog'));
    expect(asked.every(({ method }) => method === 'GET')).toBe(true);
    await userEvent.click(dialog.getByRole('button', { name: 'Give up the order' }));
    expect(await screen.findByText('Given up')).toBeDefined();
    expect(screen.queryByRole('button', { name: 'Give up the order' })).toBeNull();
  });

  it('of a quest is played at once, and given back within the rule', async () => {
    const asked = await showOrder(questOrderOf({ refundable_until: soon }), ({ path }) => {
      if (path.endsWith('/cancel')) return refusal(409, 'quests.refund_too_late');
      return path === '/v2/sessions' ? Response.json({ id: 'session-1' }, { status: 201 }) : undefined;
    });
    expect(
      await screen.findByText(/can be given back until .*while you are at its very beginning/),
    ).toBeDefined();
    await press('Give back');
    const dialog = within(await screen.findByRole('dialog'));
    await userEvent.click(dialog.getByRole('button', { name: 'Give back' }));
    expect(await dialog.findByText('By the rules it is too late to give it back.')).toBeDefined();
    await userEvent.click(dialog.getByRole('button', { name: 'Cancel' }));
    await press('Play now');
    expect((await screen.findByTestId('address')).textContent).toBe('/play/session-1');
    expect(asked.find(({ path }) => path === '/v2/sessions')?.body).toEqual({ quest_id: questId });
  });

  it('cannot be given back once its time is over', async () => {
    await showOrder(questOrderOf({ refundable_until: '2026-01-01T00:00:00.000Z' }));
    await screen.findByRole('button', { name: 'Play now' });
    expect(screen.queryByRole('button', { name: 'Give back' })).toBeNull();
  });

  it('shows where its parcel is', async () => {
    await showOrder(
      orderOf({ state: 'paid', delivery_state: 'sent', tracking_number: 'RA 123', payment: null }),
    );
    expect(await screen.findByText('RA 123')).toBeDefined();
    expect(screen.getByRole('button', { name: 'Copy the tracking number' })).toBeDefined();
    expect(document.querySelector('[aria-current="step"]')?.textContent).toContain('On its way');
  });

  it('of somebody else is not there', async () => {
    await show(() => refusal(404, 'quests.order_not_found'));
    expect(await screen.findByRole('heading', { name: 'There is no such order' })).toBeDefined();
  });
});
