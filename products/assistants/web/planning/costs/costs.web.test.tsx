// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Answers, page, renderAt } from '../../render.fixture.tsx';
import { PlanScreen } from '../plan/plan-screen.tsx';
import { computed, planId, saved } from '../planning.fixture.ts';

const path = '/assistants/plans/:id';
const address = `/assistants/plans/${planId}?tab=costs`;
const earned = {
  status_date: '2026-03-05',
  bac: 40_000,
  pv: 10_000,
  ev: 8_000,
  ac: 9_000,
  schedule_variance: -2_000,
  cost_variance: -1_000,
  spi: 0.8,
  cpi: 0.89,
  eac: 45_000,
  etc: 36_000,
  vac: -5_000,
  tcpi: null,
};
const answers: Answers = {
  'GET /companies/': () => page({ id: 'c', role: 'member', active: true }),
  [`GET /api/assistants/plans/${planId}`]: () => saved,
  'POST /api/assistants/plans/schedule': ({ body }) => ({
    ...computed,
    earned_value: JSON.stringify(body).includes('"status_date":"2026-03-05"') ? earned : null,
  }),
  [`PUT /api/assistants/plans/${planId}`]: () => ({ ...saved, version: 4 }),
};
const field = (name: string) => screen.findByRole<HTMLInputElement>('textbox', { name });

beforeEach(() => sessionStorage.clear());
afterEach(cleanup);

it('rates, fixed costs and what was spent are written, taken back and saved', async () => {
  const asked = await renderAt(<PlanScreen />, { path, address, answers });
  const tasks = await screen.findByRole('table', { name: 'Costs of tasks' });
  const row = within(tasks).getByRole('row', { name: /Development/ });
  await waitFor(() => expect(within(row).getAllByText(/RUB\s40,000/)).toHaveLength(2));
  const rates = screen.getByRole('table', { name: 'Rates' });
  expect(within(rates).getByText('40 hr')).toBeDefined();
  fireEvent.change(await field('Rate an hour: Developer'), { target: { value: '1500' } });
  fireEvent.change(await field('Fixed cost: Analysis'), { target: { value: '7000' } });
  await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
  expect((await field('Fixed cost: Analysis')).value).toBe('');
  await userEvent.click(screen.getByRole('button', { name: 'Redo' }));
  fireEvent.change(await field('Spent: Analysis'), { target: { value: '5000' } });
  fireEvent.change(await field('% done: Analysis'), { target: { value: '50' } });
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  await screen.findByText('Saved as version 4.');
  expect(asked.find(({ method }) => method === 'PUT')?.body).toMatchObject({
    plan: {
      resources: [{ rate: 1_500 }],
      tasks: [{ fixed_cost: 7_000, actual_cost: 5_000, percent_complete: 50 }, {}],
    },
  });
});

it('what is no number is told at its row', async () => {
  await renderAt(<PlanScreen />, { path, address, answers });
  fireEvent.change(await field('Fixed cost: Analysis'), { target: { value: 'much' } });
  const wrong = await field('Fixed cost: Analysis');
  await waitFor(() => expect(wrong.getAttribute('aria-invalid')).toBe('true'));
  expect(document.getElementById(wrong.getAttribute('aria-describedby') ?? '')?.textContent).toBe(
    '“much” is no number.',
  );
  fireEvent.change(await field('Rate an hour: Developer'), { target: { value: 'x' } });
  await waitFor(async () =>
    expect((await field('Rate an hour: Developer')).getAttribute('aria-invalid')).toBe('true'),
  );
  await userEvent.click(screen.getByRole('button', { name: 'Resource “Developer”' }));
  await waitFor(() => expect(document.activeElement?.getAttribute('data-resource')).toBe('dev'));
});

it('earned value is asked for by a day', async () => {
  await renderAt(<PlanScreen />, { path, address, answers });
  const section = await screen.findByRole('region', { name: 'Earned value' });
  expect(within(section).queryByText('Budget (BAC)')).toBeNull();
  fireEvent.change(within(section).getByLabelText('By the end of'), { target: { value: '2026-03-05' } });
  expect(await within(section).findByText('Budget (BAC)')).toBeDefined();
  expect(within(section).getByText('0.89')).toBeDefined();
  expect(within(section).getByText(/-RUB\s2,000/)).toBeDefined();
});
