// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { PlanFile } from '#products/assistants/engines/planning';
import { type Answers, type Asked, page, refusal, renderAt } from '../../render.fixture.tsx';
import { PlanScreen } from '../plan/plan-screen.tsx';
import { computed, plan, planId, saved, simulated } from '../planning.fixture.ts';

const path = '/assistants/plans/:id';
const address = `/assistants/plans/${planId}`;
const risky: PlanFile = {
  ...plan,
  risks: [
    { id: 'a', name: 'Small delay', probability: 0.1, impact: 1, tasks: ['1'] },
    {
      id: 'b',
      name: 'Long delay',
      probability: 0.5,
      impact: { optimistic: 2, likely: 4, pessimistic: 6 },
      tasks: ['1', '2'],
    },
    { id: 'c', name: 'Fine', probability: 0.2, impact: 0, cost: 50_000, tasks: [] },
    { id: 'd', name: 'Nothing', probability: 0.9, impact: 5, tasks: [] },
  ],
};
const answersOf = (document: PlanFile): Answers => ({
  'GET /companies/': () => page({ id: 'c', role: 'member', active: true }),
  [`GET /api/assistants/plans/${planId}`]: () => ({ ...saved, plan: document }),
  'POST /api/assistants/plans/schedule': () => computed,
  [`PUT /api/assistants/plans/${planId}`]: () => ({ ...saved, version: 4 }),
});
const show = (document: PlanFile, more: Answers = {}, tab = 'risks') =>
  renderAt(<PlanScreen />, {
    path,
    address: `${address}?tab=${tab}`,
    answers: { ...answersOf(document), ...more },
  });
const press = async (name: string | RegExp): Promise<void> =>
  userEvent.click(await screen.findByRole('button', { name }));
const type = (name: string, value: string): void => {
  fireEvent.change(screen.getByRole('textbox', { name }), { target: { value } });
};
const lines = () =>
  within(screen.getByRole('list', { name: 'Risks' }))
    .getAllByRole('heading')
    // A sum has spaces that do not break.
    .map(({ textContent }) => textContent?.replaceAll('\u00a0', ' '));
const savedPlan = async (asked: readonly Asked[]): Promise<unknown> => {
  await press('Save');
  await screen.findByText('Saved as version 4.');
  return asked.find(({ method }) => method === 'PUT')?.body;
};

beforeEach(() => sessionStorage.clear());
afterEach(cleanup);

it('the register tells the heaviest first, by delay or by money', async () => {
  await show(risky);
  await screen.findByRole('button', { name: /^Long delay/ });
  expect(lines()).toEqual([
    'Long delayprobability 50% · expected +2 days',
    'Small delayprobability 10% · expected +0.1 days',
    'Fineprobability 20% · expected +RUB 10,000',
    'Nothingprobability 90% · changes nothing',
  ]);
  expect(screen.getByText(/Expected together: \+RUB\s10,000\./)).toBeDefined();
  await userEvent.click(screen.getByRole('combobox', { name: 'Sort by' }));
  await userEvent.click(await screen.findByRole('option', { name: 'Highest cost' }));
  await waitFor(() => expect(lines()[0]).toMatch(/^Fine/));
});

it('a risk is added and written, taken back, and saved', async () => {
  const asked = await show(plan);
  await press('Add a risk');
  await waitFor(() => expect(document.activeElement?.getAttribute('data-risk')).toBe('risk-0'));
  type('What may happen', 'The shop is late');
  type('Probability, %', '12.5');
  const delay = screen.getByRole('group', { name: 'Delay of each task' });
  fireEvent.change(within(delay).getByRole('textbox', { name: 'At most' }), { target: { value: '9' } });
  await press('Undo');
  await press('Redo');
  await userEvent.click(screen.getByRole('combobox', { name: 'Which tasks it delays' }));
  await userEvent.click(await screen.findByRole('option', { name: '2 Development' }));
  const money = screen.getByRole('group', { name: 'Extra cost, RUB' });
  fireEvent.change(within(money).getByRole('textbox', { name: 'Likely' }), { target: { value: '2 000' } });
  expect(await savedPlan(asked)).toMatchObject({
    plan: {
      risks: [
        {
          id: 'r1',
          name: 'The shop is late',
          probability: 0.125,
          impact: { optimistic: 1, likely: 1, pessimistic: 9 },
          unit: 'days',
          cost: 2_000,
          tasks: ['2'],
        },
      ],
    },
  });
});

it('lines stay in their place while they are written, and are put in order on wish', async () => {
  await show(risky);
  await press(/^Small delay/);
  type('Probability, %', '100');
  const delay = screen.getByRole('group', { name: 'Delay of each task' });
  fireEvent.change(within(delay).getByRole('textbox', { name: 'Likely' }), { target: { value: '30' } });
  expect(lines()[1]).toMatch(/^Small delay/);
  await press('Put in order again');
  expect(lines()[0]).toMatch(/^Small delay/);
  await press('Delete the risk');
  await waitFor(() => expect(lines()).toHaveLength(3));
  await press('Undo');
  expect(lines()).toHaveLength(4);
});

it('a fault is told at its risk and field, and the list leads there', async () => {
  const bad = refusal(422, 'assistants.plan_invalid');
  const faults = [
    {
      code: 'planning.points_out_of_order',
      severity: 'error',
      at: '/risks/1/impact',
      message: { ru: 'Не по порядку.', en: 'Points are out of order.' },
    },
  ];
  const body = { ...(await bad.json()), faults };
  await show(risky, {
    'POST /api/assistants/plans/schedule': () => Response.json(body, { status: 422 }),
  });
  await press('Risk “Long delay”');
  const delay = await screen.findByRole('group', { name: 'Delay of each task' });
  const likely = within(delay).getByRole('textbox', { name: 'Likely' });
  expect(likely.getAttribute('aria-invalid')).toBe('true');
  const words = document.getElementById(likely.getAttribute('aria-describedby') ?? '');
  expect(words?.textContent).toBe('Points are out of order.');
  expect(screen.getByRole('textbox', { name: 'Probability, %' }).getAttribute('aria-invalid')).toBe('false');
  type('Probability, %', 'often');
  expect((await screen.findAllByText(/“often” is no probability/)).length).toBe(2);
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Save' }).disabled).toBe(true);
});

it('a run tells which risks were counted and what they add', async () => {
  const risks = (risky.risks ?? []).map(({ id }) => ({
    id,
    share: 0.5,
    expected_delay_hours: id === 'b' ? 16 : 0.8,
    expected_cost: id === 'c' ? 10_000 : 0,
  }));
  const asked = await show(
    risky,
    {
      'POST /api/assistants/plans/simulate': ({ body }) =>
        JSON.stringify(body).includes('"risks":[]')
          ? {
              ...simulated,
              finish: { ...simulated.finish, p80: '2026-03-12T12:00' },
              hours: { ...simulated.hours, p80: 68 },
            }
          : { ...simulated, risks },
    },
    'chance',
  );
  await press('Run');
  expect(await screen.findByText(/^Risks counted: 3 of 4\. Without effect: Nothing\.$/)).toBeDefined();
  const effect = await screen.findByRole('table', { name: 'What risks add' });
  const row = within(effect).getByRole('row', { name: /^P80/ });
  expect(
    within(row)
      .getAllByRole('cell')
      .map(({ textContent }) => textContent),
  ).toEqual(['Mar 16, 2026', 'Mar 12, 2026', '+2 days', 'RUB\u00a00']);
  const names = within(screen.getByRole('table', { name: 'Risks' })).getAllByRole('rowheader');
  expect(names.map(({ textContent }) => textContent)).toEqual(['Long delay', 'Fine', 'Small delay']);
  const [first, second] = asked.filter(({ pathname }) => pathname.endsWith('/simulate'));
  expect(first?.body).toMatchObject({ seed: 1, runs: 10_000, plan: { risks: risky.risks } });
  expect(second?.body).toMatchObject({ seed: 1, runs: 10_000, plan: { risks: [] } });
});

it('a run without the risks that fails leaves the answer with them', async () => {
  await show(
    risky,
    {
      'POST /api/assistants/plans/simulate': ({ body }) =>
        JSON.stringify(body).includes('"risks":[]')
          ? refusal(503, 'assistants.engines_busy')
          : { ...simulated, risks: [{ id: 'b', share: 0.5, expected_delay_hours: 16, expected_cost: 0 }] },
    },
    'chance',
  );
  await press('Run');
  expect(await screen.findByText(/Too many computations are under way/)).toBeDefined();
  expect(screen.getByRole('table', { name: 'Risks' })).toBeDefined();
});
