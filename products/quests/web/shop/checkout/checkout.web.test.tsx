// @vitest-environment happy-dom
import { cleanup, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Merch } from '../../../contract/index.ts';
import { type Answer, refusal, renderAt } from '../../render.fixture.tsx';
import { cartKey, useCart } from '../cart/cart-store.ts';
import { cup, merchOf, orderId, orderOf } from '../shop.fixture.ts';
import { MerchCheckoutScreen } from './merch-checkout-screen.tsx';

afterEach(cleanup);
beforeEach(() => useCart.setState({ cart: [{ merch_id: cup, quantity: 3 }] }));

interface Shelf {
  merch: Merch;
  order: () => Response;
  promo?: () => Response | object;
  credits?: number;
}

const answerOf =
  (shelf: Shelf): Answer =>
  ({ method, path }) => {
    if (path === `/v2/merch/${cup}`) return shelf.merch;
    if (path === '/v2/players/me') return { credits: shelf.credits ?? 0 };
    if (path === '/v2/promo-codes/check') return shelf.promo?.();
    return `${method} ${path}` === 'POST /v2/orders' ? shelf.order() : undefined;
  };
const placed = () => Response.json(orderOf({ payment: null }), { status: 201 });
const show = (shelf: Shelf) =>
  renderAt(<MerchCheckoutScreen />, { path: '/shop/checkout', answer: answerOf(shelf) });
const button = (name: RegExp) => screen.findByRole('button', { name });

async function fill(): Promise<void> {
  await userEvent.type(await screen.findByRole('textbox', { name: /Phone/ }), '+7 900 000-00-00');
  await userEvent.type(screen.getByRole('textbox', { name: /Address/ }), '1 Nevsky, St Petersburg');
}

describe('the checkout', () => {
  it('orders what is in the cart, empties it and leads to the order', async () => {
    const asked = await show({ merch: merchOf(), order: placed });
    await fill();
    await userEvent.click(await button(/^Pay .*1,770/));
    await waitFor(() => expect(screen.getByTestId('address').textContent).toBe(`/orders/${orderId}`));
    const sent = asked.find(({ path }) => path === '/v2/orders');
    expect(sent?.body).toEqual({
      kind: 'merch',
      lines: [{ merch_id: cup, quantity: 3 }],
      delivery: { name: 'Anna', phone: '+7 900 000-00-00', address: '1 Nevsky, St Petersburg' },
      receipt_email: 'anna@example.test',
      method: 'bank_card',
    });
    expect(sent?.headers.get('idempotency-key')).toBeTruthy();
    expect(localStorage.getItem(cartKey)).toContain('"cart":[]');
  });

  it('says that stock has run short, and shows what can be ordered now', async () => {
    const shelf: Shelf = {
      merch: merchOf(),
      order() {
        shelf.merch = merchOf({ stock: 1 });
        return refusal(409, 'quests.out_of_stock', { merch_id: cup });
      },
    };
    await show(shelf);
    await fill();
    await userEvent.click(await button(/^Pay .*1,770/));
    expect(await screen.findByText(/no longer there in this quantity/)).toBeDefined();
    expect(await button(/^Pay .*590/)).toBeDefined();
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: /Phone/ }).value).toBe('+7 900 000-00-00');
  });

  it('takes a promo code off, and says why another is refused', async () => {
    const shelf: Shelf = { merch: merchOf(), order: placed, promo: () => refusal(409, 'quests.promo_spent') };
    const asked = await show(shelf);
    const field = await screen.findByRole('textbox', { name: 'Promo code' });
    await userEvent.type(field, 'old{Enter}');
    expect(await screen.findByText('This promo code is used up.')).toBeDefined();
    shelf.promo = () => ({
      discount: { amount: 77_000, currency: 'RUB' },
      total: { amount: 100_000, currency: 'RUB' },
    });
    await userEvent.clear(screen.getByRole('textbox', { name: 'Promo code' }));
    await userEvent.type(screen.getByRole('textbox', { name: 'Promo code' }), 'new{Enter}');
    expect(await screen.findByText(/NEW takes off .*770/)).toBeDefined();
    await fill();
    await userEvent.click(await button(/^Pay .*1,000/));
    await waitFor(() =>
      expect(asked.find(({ path }) => path === '/v2/orders')?.body).toMatchObject({ promo_code: 'NEW' }),
    );
  });

  it('asks about the code again when the order is refused for it', async () => {
    const shelf: Shelf = {
      merch: merchOf(),
      promo: () => ({
        discount: { amount: 77_000, currency: 'RUB' },
        total: { amount: 100_000, currency: 'RUB' },
      }),
      order() {
        shelf.promo = () => refusal(409, 'quests.promo_spent');
        return refusal(409, 'quests.promo_spent');
      },
    };
    await show(shelf);
    await userEvent.type(await screen.findByRole('textbox', { name: 'Promo code' }), 'new{Enter}');
    await screen.findByText(/NEW takes off/);
    await fill();
    await userEvent.click(await button(/^Pay .*1,000/));
    expect(await button(/^Pay .*1,770/)).toBeDefined();
    expect(screen.getAllByText('This promo code is used up.')).toHaveLength(2);
  });

  it('pays with credits alone when they reach', async () => {
    const asked = await show({ merch: merchOf(), order: placed, credits: 500_000 });
    await fill();
    await userEvent.click(await screen.findByRole('checkbox', { name: /Use credits/ }));
    expect(screen.queryByRole('radio')).toBeNull();
    await userEvent.click(await button(/Complete the order/));
    await waitFor(() => {
      const body = asked.find(({ path }) => path === '/v2/orders')?.body;
      expect(body).toMatchObject({ use_credits: true });
      expect(body).not.toHaveProperty('method');
    });
  });

  it('sends the same order under the same key until the server has spoken', async () => {
    const replies = [refusal(503, 'http.unavailable'), refusal(409, 'quests.out_of_stock'), placed()];
    const asked = await show({ merch: merchOf(), order: () => replies.shift() ?? placed() });
    await fill();
    const send = async (count: number): Promise<void> => {
      await userEvent.click(await button(/^Pay/));
      await waitFor(() => expect(asked.filter(({ path }) => path === '/v2/orders')).toHaveLength(count));
      await screen.findAllByText(/.+/);
    };
    await send(1);
    await screen.findByRole('alert');
    await send(2);
    await screen.findByText(/no longer there in this quantity/);
    await send(3);
    const [first, second, third] = asked
      .filter(({ path }) => path === '/v2/orders')
      .map(({ headers }) => headers.get('idempotency-key'));
    expect(second).toBe(first);
    expect(third).not.toBe(first);
  });
});
