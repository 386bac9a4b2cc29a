// @vitest-environment happy-dom
import { cleanup, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { nothing, page, refusal, renderAt } from '../render.fixture.tsx';
import { StatsScreen } from './stats/stats-screen.tsx';
import { UsageScreen } from './usage-screen.tsx';

const anna = '00000000-0000-7000-8000-00000000aaaa';
const boris = '00000000-0000-7000-8000-00000000bbbb';
const counts = (requests: number, tokens: number, cost: number) => ({
  requests,
  input_tokens: tokens,
  output_tokens: 10,
  cost,
});
const free = {
  tokens_per_day: null,
  cost_per_month: null,
  inherited: false,
  tokens_today: 0,
  cost_this_month: 0,
  share: null,
  state: 'free',
};
const warned = { ...free, cost_per_month: 10, cost_this_month: 9, share: 0.9, state: 'warning' };
const report = {
  currency: 'USD',
  from: '2026-11-19',
  to: '2026-11-21',
  total: counts(5, 300, 1.5),
  by_day: [
    { day: '2026-11-19', ...counts(2, 100, 0.5) },
    { day: '2026-11-21', ...counts(3, 200, 1) },
  ],
  by_role: [
    { role: 'developer', ...counts(1, 250, 1) },
    { role: 'tester', ...counts(4, 50, 0.5) },
  ],
  by_model: [{ model: 'openai:small', ...counts(5, 300, 1.5) }],
  by_user: [
    { user_id: anna, ...counts(4, 200, 1) },
    { user_id: null, ...counts(1, 100, 0.5) },
  ],
  budgets: { company: warned, mine: free, everyone: { tokens_per_day: 5_000, cost_per_month: null } },
};
const company = (role: string, personal = false) => ({
  id: '00000000-0000-7000-8000-00000000cccc',
  name: 'Daisy',
  personal,
  role,
  active: true,
  created_at: '2026-01-01T00:00:00Z',
});
const member = (id: string, name: string) => ({
  user_id: id,
  display_name: name,
  role: 'member',
  joined_at: '2026-01-01T00:00:00Z',
});
const assistant = (role: string, en: string) => ({ role, title: { ru: en, en }, built_in: true });
const answers = {
  'GET /api/assistants/usage': () => report,
  'GET /api/assistants/usage/budgets': () => page(),
  'GET /companies/': () => page(company('owner')),
  'GET /companies/00000000-0000-7000-8000-00000000cccc/members': () =>
    page(member(anna, 'Anna'), member(boris, 'Boris')),
  'GET /api/assistants/': () => page(assistant('developer', 'Developer'), assistant('tester', 'Tester')),
};
const path = '/assistants/usage';

afterEach(cleanup);

test('an administrator sees totals, everybody, and a budget that is nearly used up', async () => {
  const person = userEvent.setup();
  await renderAt(<UsageScreen />, { path, answers });
  expect(await screen.findByText('90% of the company’s budget is used.')).toBeTruthy();
  const roles = await screen.findByRole('list', { name: 'By assistant' });
  const names = () =>
    within(roles)
      .getAllByRole('link')
      .map(({ textContent }) => textContent);
  await expect.poll(names).toEqual(['Tester', 'Developer']);
  await person.click(screen.getByRole('button', { name: 'Cost' }));
  expect(names()).toEqual(['Developer', 'Tester']);
  const people = screen.getByRole('list', { name: 'By person' });
  expect(within(people).getByText('Anna')).toBeTruthy();
  expect(within(people).getByText('Deleted account')).toBeTruthy();
  const meter = screen.getByRole('progressbar', { name: 'This month' });
  expect(meter.getAttribute('aria-valuetext')).toBe('$9.00 of $10.00');
  const figures = screen.getByRole('table', { name: 'By day' });
  expect(within(figures).getAllByRole('row')).toHaveLength(3);
});

test('a member sees no other people and changes no budget', async () => {
  await renderAt(<UsageScreen />, {
    path,
    answers: { ...answers, 'GET /companies/': () => page(company('member')) },
  });
  expect(await screen.findByRole('heading', { name: 'Budgets' })).toBeTruthy();
  expect(screen.getByText('5,000 tokens a day')).toBeTruthy();
  expect(screen.queryByRole('list', { name: 'By person' })).toBeNull();
  expect(screen.queryByRole('button', { name: /Change/ })).toBeNull();
});

test('budgets are written, also with mistakes on the way', async () => {
  const person = userEvent.setup();
  const asked = await renderAt(<UsageScreen />, {
    path,
    answers: {
      ...answers,
      'PUT /api/assistants/usage/budgets/company': ({ body }) => Object(body),
      'DELETE /api/assistants/usage/budgets/everyone': nothing,
      [`PUT /api/assistants/usage/budgets/${boris}`]: () => refusal(404, 'assistants.member_not_found'),
    },
  });
  const sent = (method: string) => asked.filter((call) => call.method === method);
  await person.click(await screen.findByRole('button', { name: 'Change: The whole company' }));
  const dialog = await screen.findByRole('dialog', { name: 'Budget: The whole company' });
  const tokens = within(dialog).getByLabelText('Tokens a day');
  await person.type(tokens, 'a lot');
  await person.click(within(dialog).getByRole('button', { name: 'Save' }));
  expect(within(dialog).getByText('A whole number up to a trillion, or nothing.')).toBeTruthy();
  expect(sent('PUT')).toHaveLength(0);
  await person.clear(tokens);
  await person.type(tokens, '1 000 000');
  await person.click(within(dialog).getByRole('button', { name: 'Save' }));
  expect(await screen.findByText('The budget is saved.')).toBeTruthy();
  expect(sent('PUT')[0]?.body).toEqual({ tokens_per_day: 1_000_000, cost_per_month: 10 });

  await person.click(await screen.findByRole('button', { name: 'Change: Each member' }));
  const everyone = await screen.findByRole('dialog', { name: 'Budget: Each member' });
  await person.clear(within(everyone).getByLabelText('Tokens a day'));
  await person.click(within(everyone).getByRole('button', { name: 'Save' }));
  await expect.poll(() => sent('DELETE')).toHaveLength(1);

  await person.click(screen.getByRole('button', { name: 'Add a member' }));
  const own = await screen.findByRole('dialog', { name: 'Add a member' });
  await person.click(within(own).getByRole('button', { name: 'Save' }));
  expect(within(own).getByText('Choose a member.')).toBeTruthy();
  await person.click(within(own).getByRole('combobox', { name: /Member/ }));
  await person.click(await screen.findByRole('option', { name: 'Boris' }));
  await person.click(within(own).getByRole('button', { name: 'Save' }));
  expect(await within(own).findByText(/does not belong to the company any more/)).toBeTruthy();
});

test('one’s own space has one budget; without questions the page says so', async () => {
  await renderAt(<UsageScreen />, {
    path,
    answers: {
      ...answers,
      'GET /companies/': () => page(company('owner', true)),
      'GET /api/assistants/usage': () => ({
        ...report,
        total: counts(0, 0, 0),
        by_day: [],
        budgets: { ...report.budgets, company: free },
      }),
    },
  });
  expect(await screen.findByText('Nothing was asked in this time')).toBeTruthy();
  expect(await screen.findByRole('heading', { name: 'Your budget' })).toBeTruthy();
  expect(screen.queryByText('Each member')).toBeNull();
});

test('an assistant has figures of its own', async () => {
  const asked = await renderAt(<StatsScreen />, {
    path: '/assistants/usage/:role',
    address: '/assistants/usage/developer?days=7',
    answers: {
      ...answers,
      'GET /api/assistants/tools': () => page({ name: 'check_code', title: { ru: 'Код', en: 'Code check' } }),
      'GET /api/assistants/developer/stats': () => ({
        role: 'developer',
        from: '2026-11-15',
        to: '2026-11-21',
        currency: 'USD',
        requests: 12,
        conversations: 4,
        people: 2,
        tokens: 900,
        cost: 0.02,
        offline_requests: 3,
        latency_ms: { p50: 1_200, p95: null },
        tools: [{ name: 'check_code', calls: 7 }],
        feedback: { useful: 3, not_useful: 1, reasons: [{ reason: 'bad_code', count: 1 }] },
        by_day: [{ day: '2026-11-20', requests: 12, tokens: 900, cost: 0.02 }],
      }),
    },
  });
  expect(await screen.findByText('3 without a model')).toBeTruthy();
  expect(screen.getByText('1.2 sec')).toBeTruthy();
  expect(await screen.findByText('Code check')).toBeTruthy();
  expect(screen.getByText('75%')).toBeTruthy();
  expect(screen.getByText('Code does not work')).toBeTruthy();
  expect(asked.find(({ pathname }) => pathname.endsWith('/stats'))?.query.get('days')).toBe('7');
});

test('an assistant that is gone is told so', async () => {
  await renderAt(<StatsScreen />, {
    path: '/assistants/usage/:role',
    address: '/assistants/usage/nobody',
    answers: {
      ...answers,
      'GET /api/assistants/nobody/stats': () => refusal(404, 'assistants.role_not_found'),
    },
  });
  expect(await screen.findByText('There is no such assistant any more.')).toBeTruthy();
});
