// @vitest-environment happy-dom
import { cleanup, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { type Answers, refusal, renderAt } from '../../render.fixture.tsx';
import { quest, questId } from '../quest.fixture.ts';
import { BuyDialog } from './buy-dialog.tsx';

const wallet = (amount: number): Answers => ({
  'GET /payments/wallet': () => ({
    balances: [{ amount, currency: 'RUB' }],
    items: [],
    next_cursor: null,
  }),
});

const order = (state: string, confirmationUrl: string | null) => ({
  id: '00000000-0000-7000-8000-0000000000f1',
  state,
  payment:
    confirmationUrl === null ? null : { id: 'p', status: 'pending', confirmation_url: confirmationUrl },
});

async function open(answers: Answers) {
  const left: string[] = [];
  const done: string[] = [];
  const asked = await renderAt(
    <BuyDialog
      quest={quest}
      leave={(url) => left.push(url)}
      onClose={() => done.push('closed')}
      onOwned={() => done.push('owned')}
    />,
    { path: '/quests/:id', address: `/quests/${questId}`, answer: answers },
  );
  return { asked, left, done };
}

const orderAsked = (asked: Awaited<ReturnType<typeof open>>['asked']) =>
  asked.find(({ method, path }) => method === 'POST' && path === '/v2/orders')?.body;

afterEach(cleanup);

describe('buying', () => {
  it('goes to the payment service with what was chosen', async () => {
    const { asked, left } = await open({
      ...wallet(0),
      'POST /v2/orders': () => order('awaiting_payment', 'https://pay.example/1'),
    });
    await userEvent.click(await screen.findByRole('radio', { name: 'SBP (fast payments)' }));
    await userEvent.click(screen.getByRole('button', { name: 'Pay ₽490' }));
    await waitFor(() => expect(left).toEqual(['https://pay.example/1']));
    expect(orderAsked(asked)).toEqual({
      kind: 'quest',
      quest_id: questId,
      method: 'sbp',
      receipt_email: 'anna@example.test',
    });
  });

  it('takes a checked code and credits off, and plays at once when nothing is left', async () => {
    const { asked, done, left } = await open({
      ...wallet(90_000),
      'POST /v2/promo-codes/check': () => ({
        discount: { amount: 9_000, currency: 'RUB' },
        total: { amount: 40_000, currency: 'RUB' },
      }),
      'POST /v2/orders': () => order('paid', null),
    });
    await userEvent.type(await screen.findByRole('textbox', { name: 'Promo code' }), 'spring');
    await userEvent.click(screen.getByRole('button', { name: 'Apply' }));
    expect(await screen.findByRole('button', { name: 'Pay ₽400' })).toBeDefined();
    await userEvent.click(await screen.findByRole('switch', { name: 'Pay ₽400 with credits' }));
    expect(screen.queryByRole('textbox', { name: 'E-mail for the receipt' })).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Get the quest' }));
    await waitFor(() => expect(done).toEqual(['closed', 'owned']));
    expect(left).toEqual([]);
    expect(orderAsked(asked)).toEqual({
      kind: 'quest',
      quest_id: questId,
      promo_code: 'spring',
      use_credits: true,
    });
  });

  it('says what is wrong with a code, and keeps the price', async () => {
    await open({ ...wallet(0), 'POST /v2/promo-codes/check': () => refusal(409, 'quests.promo_spent') });
    await userEvent.type(await screen.findByRole('textbox', { name: 'Promo code' }), 'old-code{Enter}');
    expect(await screen.findByText('This promo code is used up.')).toBeDefined();
    expect(screen.getByRole('button', { name: 'Pay ₽490' })).toBeDefined();
  });

  it('stays open with the reason when the order is refused', async () => {
    const { done } = await open({
      ...wallet(0),
      'POST /v2/orders': () => refusal(503, 'payments.unavailable'),
    });
    await userEvent.click(await screen.findByRole('button', { name: 'Pay ₽490' }));
    expect(await screen.findByText('The payment service does not answer. Try a little later.')).toBeDefined();
    expect(done).toEqual([]);
  });

  it('needs an address for the receipt', async () => {
    await open(wallet(0));
    const field = await screen.findByRole('textbox', { name: 'E-mail for the receipt' });
    await userEvent.clear(field);
    await userEvent.type(field, 'anna');
    expect(await screen.findByText('This does not look like an e-mail address')).toBeDefined();
    expect(screen.getByRole('button', { name: 'Pay ₽490' }).hasAttribute('disabled')).toBe(true);
  });
});
