// @vitest-environment happy-dom
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, it } from 'vitest';
import { type Asked, page, refusal, renderDesk } from '../render.fixture.tsx';
import { DictionariesScreen } from './dictionaries/dictionaries-screen.tsx';
import { MerchScreen } from './merch/merch-screen.tsx';
import { OrdersScreen } from './orders/orders-screen.tsx';
import { PayoutsScreen } from './payouts/payouts-screen.tsx';
import { QuestsScreen } from './quests/quests-screen.tsx';

afterEach(cleanup);

const id = '01938d3a-0000-7000-8000-000000000001';
const otherId = '01938d3a-0000-7000-8000-000000000002';
const person = { id, name: 'Anna', avatar: null };
const rub = (amount: number) => ({ amount, currency: 'RUB' });
const words = (en: string, ru: string) => ({ en, ru });

const order = {
  id,
  number: 1_001,
  kind: 'merch',
  state: 'paid',
  delivery_state: 'preparing',
  delivery: { name: 'Anna', phone: '+7 921 0000000', address: 'Nevsky 1' },
  tracking_number: null,
  lines: [{ item_id: id, title: words('Map', 'Карта'), quantity: 2, unit_price: rub(50_000) }],
  total: rub(100_000),
  discount: rub(10_000),
  credits: 5_000,
  promo_code: 'NEVA20',
  payment: { id, status: 'succeeded', confirmation_url: null },
  refundable_until: null,
  created_at: '2026-11-21T10:00:00.000Z',
  buyer: person,
};

it('an order: the parcel goes on with its number, and the money back with a reason', async () => {
  const asked = await renderDesk(<OrdersScreen />, ({ method }) =>
    method === 'PATCH' ? order : page(order),
  );
  await userEvent.click(await screen.findByRole('button', { name: 'Open: No. 1001' }));
  const panel = await screen.findByRole('dialog', { name: 'Order no. 1001' });
  within(panel).getByText('₽850');
  within(panel).getByText('Nevsky 1');
  await userEvent.click(within(panel).getByRole('button', { name: 'Mark as sent' }));
  await userEvent.type(await screen.findByRole('textbox', { name: 'Tracking number' }), 'RA123');
  await userEvent.click(screen.getAllByRole('button', { name: 'Mark as sent' }).at(-1) ?? document.body);
  await screen.findByText('The parcel moved on');
  await userEvent.click(await within(panel).findByRole('button', { name: 'Refund' }));
  const refund = await screen.findByRole('dialog', { name: 'Refund order no. 1001?' });
  within(refund).getByText(/gets back ₽850/);
  await userEvent.type(within(refund).getByRole('textbox', { name: /Reason/ }), 'Torn');
  await userEvent.click(within(refund).getByRole('button', { name: 'Refund' }));
  await screen.findByText('The money goes back');
  expect(asked.filter(({ method }) => method === 'PATCH').map(({ body }) => body)).toEqual([
    { delivery_state: 'sent', tracking_number: 'RA123' },
    { refund: true, reason: 'Torn' },
  ]);
});

const entry = (code: string, position: number, own: string) => ({
  id: own,
  kind: 'category',
  code,
  name: words(code, code),
  position,
  active: true,
  place: null,
  time_zone: null,
  quest_count: 3,
});

it('a dictionary: entries change places by keys, and one in use is not deleted', async () => {
  const entries = [entry('history', 0, id), entry('food', 1, otherId)];
  const answer = ({ method }: Asked) => {
    if (method === 'DELETE') return refusal(409, 'quests.entry_in_use');
    return method === 'GET' ? { items: entries } : entries[0];
  };
  const asked = await renderDesk(<DictionariesScreen />, answer, '/admin/dictionaries?kind=category');
  (await screen.findByRole('button', { name: 'Move “food” up' })).focus();
  await userEvent.keyboard('{Enter}');
  await waitFor(() => expect(asked.filter(({ method }) => method === 'PATCH')).toHaveLength(2));
  expect(asked.filter(({ method }) => method === 'PATCH').map(({ path, body }) => [path, body])).toEqual([
    [`/v2/dictionaries/category/${otherId}`, { position: 0 }],
    [`/v2/dictionaries/category/${id}`, { position: 1 }],
  ]);
  await userEvent.click(await screen.findByRole('button', { name: 'Delete: history' }));
  const dialog = await screen.findByRole('dialog', { name: 'Delete “history”?' });
  await userEvent.click(within(dialog).getByRole('button', { name: 'Delete' }));
  await within(dialog).findByText('The entry is in use. Take it out of use instead of deleting it.');
});

it('a city needs both halves of its place', async () => {
  const asked = await renderDesk(<DictionariesScreen />, ({ method }) =>
    method === 'GET' ? { items: [] } : { ...entry('kazan', 0, id), kind: 'city' },
  );
  await userEvent.click(await screen.findByRole('button', { name: 'Add an entry' }));
  const form = await screen.findByRole('dialog', { name: 'Add an entry' });
  await userEvent.type(within(form).getByRole('textbox', { name: /Name in Russian/ }), 'Казань');
  await userEvent.type(within(form).getByRole('textbox', { name: /Name in English/ }), 'Kazan');
  await userEvent.type(within(form).getByRole('textbox', { name: /Code/ }), 'kazan');
  await userEvent.type(within(form).getByRole('spinbutton', { name: 'Latitude' }), '55.79');
  await userEvent.click(within(form).getByRole('button', { name: 'Save' }));
  await within(form).findByText('Give both latitude and longitude');
  await userEvent.type(within(form).getByRole('spinbutton', { name: 'Longitude' }), '49.1');
  await userEvent.click(within(form).getByRole('button', { name: 'Save' }));
  await screen.findByText('Added');
  expect(asked.find(({ method }) => method === 'POST')?.body).toEqual({
    code: 'kazan',
    position: 0,
    name: { ru: 'Казань', en: 'Kazan' },
    place: { lat: 55.79, lng: 49.1 },
    time_zone: null,
  });
});

it('merchandise: the price is typed in roubles and sent in kopecks', async () => {
  const merch = {
    id,
    title: words('Map', 'Карта'),
    description: words('Of paper', 'Бумажная'),
    price: rub(15_050),
    stock: 0,
    picture: null,
    active: true,
    vat_code: 1,
  };
  const asked = await renderDesk(<MerchScreen />, ({ method }) => (method === 'GET' ? page(merch) : merch));
  await screen.findByText('sold out');
  await userEvent.click(screen.getByRole('button', { name: 'Edit “Map”' }));
  const form = await screen.findByRole('dialog', { name: 'Edit “Map”' });
  const price = within(form).getByRole('textbox', { name: /Price/ });
  expect(price).toHaveProperty('value', '150.50');
  await userEvent.clear(price);
  await userEvent.type(price, '1,234.5');
  await userEvent.click(within(form).getByRole('button', { name: 'Save' }));
  await within(form).findByText('Give a sum, for example 1500 or 99.50');
  await userEvent.clear(price);
  await userEvent.type(price, '2000000');
  await userEvent.click(within(form).getByRole('button', { name: 'Save' }));
  await within(form).findByText('At most ₽1,000,000');
  await userEvent.clear(price);
  await userEvent.type(price, '199,90');
  await userEvent.click(within(form).getByRole('button', { name: 'Save' }));
  await screen.findByText('Saved');
  expect(asked.find(({ method }) => method === 'PATCH')?.body).toMatchObject({
    price: { amount: 19_990, currency: 'RUB' },
    stock: 0,
    vat_code: 1,
  });
});

it('payouts: sending one back needs a word why', async () => {
  const payout = {
    id,
    author: person,
    amount: 150_000,
    currency: 'RUB',
    state: 'requested',
    note: null,
    created_at: '2026-11-21T10:00:00.000Z',
    decided_at: null,
  };
  const asked = await renderDesk(<PayoutsScreen />, ({ method }) =>
    method === 'GET' ? page(payout) : payout,
  );
  await userEvent.click(await screen.findByRole('button', { name: 'Send back' }));
  const dialog = await screen.findByRole('dialog', { name: 'Send the request of Anna back?' });
  await userEvent.click(within(dialog).getByRole('button', { name: 'Send back' }));
  await within(dialog).findByText('Say why: the author reads it');
  await userEvent.type(within(dialog).getByRole('textbox', { name: 'Why' }), 'No bank details');
  await userEvent.click(within(dialog).getByRole('button', { name: 'Send back' }));
  await screen.findByText('The author is told');
  expect(asked.find(({ method }) => method === 'POST')?.body).toEqual({
    paid: false,
    note: 'No bank details',
  });
});

it('quests: one is archived after a question', async () => {
  const word = { id, code: 'x', name: words('Kazan', 'Казань') };
  const quest = {
    id,
    title: 'Secrets',
    summary: 'Short',
    city: word,
    price: rub(0),
    finished_count: 4,
    state: 'published',
    author: person,
  };
  const asked = await renderDesk(<QuestsScreen />, ({ method }) => (method === 'GET' ? page(quest) : quest));
  await userEvent.click(await screen.findByRole('button', { name: 'Archive: Secrets' }));
  const dialog = await screen.findByRole('dialog', { name: 'Archive “Secrets”?' });
  await userEvent.click(within(dialog).getByRole('button', { name: 'Archive' }));
  await screen.findByText('The quest is in the archive');
  expect(asked.find(({ method }) => method === 'POST')?.path).toBe(`/v2/quests/${id}/archive`);
  const link = await screen.findByRole('link', { name: 'Open in the studio: Secrets' });
  expect(link.getAttribute('href')).toBe(`/studio/${id}`);
});
