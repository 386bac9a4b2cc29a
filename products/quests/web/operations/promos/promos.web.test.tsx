// @vitest-environment happy-dom
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, it } from 'vitest';
import { type Asked, page, refusal, renderDesk } from '../../render.fixture.tsx';
import { PromosScreen } from './promos-screen.tsx';

afterEach(cleanup);

const id = '01938d3a-0000-7000-8000-000000000001';
const promo = {
  id,
  code: 'NEVA20',
  kind: 'percent',
  value: 20,
  currency: 'RUB',
  budget: 500_000,
  max_uses: 50,
  per_person: 1,
  quest_id: null,
  city: 'kazan',
  valid_from: '2026-11-01T00:00:00.000Z',
  valid_until: null,
  active: true,
  used: 10,
  spent: 125_000,
  created_at: '2026-11-01T00:00:00.000Z',
};
const kazan = { id, kind: 'city', code: 'kazan', name: { ru: 'Казань', en: 'Kazan' }, active: true };

const answer =
  (created: Response | object = promo) =>
  ({ method, path }: Asked) => {
    if (method === 'POST') return created;
    if (method === 'PATCH') return promo;
    if (path.startsWith('/v2/dictionaries/city')) return { items: [kazan] };
    if (path.startsWith('/v2/admin/promo-codes')) return page(promo);
    return { ...page(), total: 0, facets: {}, corrected_to: null };
  };

async function openForm(): Promise<HTMLElement> {
  await userEvent.click(await screen.findByRole('button', { name: 'New promo code' }));
  return screen.findByRole('dialog', { name: 'New promo code' });
}

it('lists what codes cost so far, and switches one off', async () => {
  const asked = await renderDesk(<PromosScreen />, answer());
  await screen.findByText('10 of 50');
  screen.getByText('city: Kazan');
  const bar = screen.getByRole('progressbar', { name: 'Spent with NEVA20: ₽1,250 of ₽5,000' });
  expect(bar.getAttribute('aria-valuenow')).toBe('25');
  await userEvent.click(screen.getByRole('switch', { name: '“NEVA20” switched on' }));
  await waitFor(() =>
    expect(asked.find(({ method }) => method === 'PATCH')?.body).toEqual({ active: false }),
  );
});

it('shows each fault of a new code at its field and creates it when all is well', async () => {
  const asked = await renderDesk(<PromosScreen />, answer());
  const form = await openForm();
  const create = within(form).getByRole('button', { name: 'Create' });
  await userEvent.click(create);
  await within(form).findByText('Please fill this in');
  await userEvent.type(within(form).getByRole('textbox', { name: /Code/ }), 'winter');
  await userEvent.type(within(form).getByRole('spinbutton', { name: 'Percent' }), '120');
  await userEvent.type(within(form).getByRole('textbox', { name: 'Budget, ₽' }), '0');
  await userEvent.click(create);
  const percent = within(form).getByRole('spinbutton', { name: 'Percent' });
  await waitFor(() => expect(percent.getAttribute('aria-invalid')).toBe('true'));
  within(form).getByText('Give a sum, for example 1500 or 99.50');
  expect(asked.some(({ method }) => method === 'POST')).toBe(false);

  await userEvent.clear(percent);
  await userEvent.type(percent, '15');
  await userEvent.clear(within(form).getByRole('textbox', { name: 'Budget, ₽' }));
  await userEvent.type(within(form).getByRole('textbox', { name: 'Budget, ₽' }), '1000,50');
  await userEvent.click(create);
  await screen.findByText('The promo code is ready');
  expect(asked.find(({ method }) => method === 'POST')?.body).toMatchObject({
    code: 'WINTER',
    kind: 'percent',
    value: 15,
    budget: 100_050,
    max_uses: null,
    per_person: 1,
    city: null,
    quest_id: null,
    valid_until: null,
  });
});

it('says in its own words that a code is taken', async () => {
  await renderDesk(<PromosScreen />, answer(refusal(409, 'quests.code_taken')));
  const form = await openForm();
  await userEvent.type(within(form).getByRole('textbox', { name: /Code/ }), 'NEVA20');
  await userEvent.type(within(form).getByRole('spinbutton', { name: 'Percent' }), '5');
  await userEvent.click(within(form).getByRole('button', { name: 'Create' }));
  await within(form).findByText('This code is taken. Choose another one.');
});
