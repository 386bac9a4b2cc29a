// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { page, refusal, renderAt } from '../../render.fixture.tsx';
import { PlanScreen } from '../plan/plan-screen.tsx';
import { computed, plan, planId, saved } from '../planning.fixture.ts';
import { PlansScreen } from './plans-screen.tsx';

const path = '/assistants/plans';
const some = { 'GET /api/assistants/plans': () => page(saved) };
const none = { 'GET /api/assistants/plans': () => page() };

beforeEach(() => sessionStorage.clear());
afterEach(cleanup);

it('lists the plans of the company', async () => {
  await renderAt(<PlansScreen />, { path, answers: some });
  const link = await screen.findByRole('link', { name: /Launch.*2 tasks · Version 3/ });
  expect(link.getAttribute('href')).toBe(`/assistants/plans/${planId}`);
});

it('an example opens with everything in it, and is saved as a plan', async () => {
  await renderAt(<PlansScreen />, { path, answers: none });
  await userEvent.click(
    (await screen.findAllByRole('button', { name: 'Open an example' }))[0] ?? document.body,
  );
  await waitFor(() => expect(screen.getByTestId('address').textContent).toBe('/assistants/plans/new'));
  cleanup();
  const asked = await renderAt(<PlanScreen />, {
    path: '/assistants/plans/:id',
    address: '/assistants/plans/new',
    answers: {
      'POST /api/assistants/plans/schedule': () => computed,
      'POST /api/assistants/plans': () => Response.json(saved, { status: 201 }),
      [`GET /api/assistants/plans/${planId}`]: () => saved,
    },
  });
  await userEvent.click(await screen.findByRole('button', { name: 'Save' }));
  await waitFor(() => expect(screen.getByTestId('address').textContent).toBe(`/assistants/plans/${planId}`));
  const sent = asked.find(
    ({ pathname, method }) => method === 'POST' && pathname === '/api/assistants/plans',
  );
  expect(sent?.body).toMatchObject({ name: 'Example: introducing 1C trade management' });
  expect(await screen.findByDisplayValue('Launch')).toBeDefined();
  expect(sessionStorage.length).toBe(0);
});

it('a file of another program is read, and asked about when a plan is not saved', async () => {
  const answers = { ...none, 'POST /api/assistants/plans/read': () => ({ plan, warnings: [] }) };
  const asked = await renderAt(<PlansScreen />, { path, answers });
  await screen.findByText('No plans yet');
  const file = new File(['id;name\n1;Analysis\n'], 'Team plan.csv', { type: 'text/csv' });
  await userEvent.upload(screen.getByLabelText('Import', { selector: 'input' }), file);
  await waitFor(() => expect(screen.getByTestId('address').textContent).toBe('/assistants/plans/new'));
  expect(asked.find(({ pathname }) => pathname.endsWith('/read'))?.body).toMatchObject({
    text: 'id;name\n1;Analysis\n',
    name: 'Team plan',
  });
  cleanup();
  await renderAt(<PlansScreen />, { path, answers });
  expect(await screen.findByText('In this tab there is a plan that was not saved: Launch.')).toBeDefined();
  await userEvent.click(screen.getByRole('button', { name: 'New plan' }));
  const dialog = await screen.findByRole('dialog', { name: 'Replace the unsaved plan?' });
  await userEvent.click(within(dialog).getByRole('button', { name: 'Replace' }));
  await waitFor(() => expect(screen.getByTestId('address').textContent).toBe('/assistants/plans/new'));
  expect(sessionStorage.length).toBe(0);
});

it('a file that cannot be read tells its lines', async () => {
  const problem = {
    ...(await refusal(422, 'assistants.plan_invalid').json()),
    faults: [
      {
        code: 'planning.bad_cell',
        severity: 'error',
        at: 'line 3',
        message: { ru: 'Не понять.', en: 'Not understood.' },
      },
    ],
  };
  await renderAt(<PlansScreen />, {
    path,
    answers: { ...none, 'POST /api/assistants/plans/read': () => Response.json(problem, { status: 422 }) },
  });
  await screen.findByText('No plans yet');
  const file = new File(['x'], 'x.csv', { type: 'text/csv' });
  await userEvent.upload(screen.getByLabelText('Import', { selector: 'input' }), file);
  expect(await screen.findByText('Line 3: Not understood.')).toBeDefined();
});

it('who belongs to no company is told what to do', async () => {
  await renderAt(<PlansScreen />, {
    path,
    answers: { 'GET /api/assistants/plans': () => refusal(404, 'tenants.company_not_found') },
  });
  expect(await screen.findByText(/You belong to no company/)).toBeDefined();
});

it('the throughput of past weeks says when the rest is done', async () => {
  const asked = await renderAt(<PlansScreen />, {
    path,
    address: `${path}?tab=forecast`,
    answers: {
      ...none,
      'POST /api/assistants/plans/forecast': () => ({
        weeks_of_history: 3,
        mean_per_week: 4,
        mean_added_per_week: 0,
        when: {
          items: 20,
          weeks: { p50: 5, p85: 6, p95: null },
          dates: { p50: '2026-04-06T00:00', p85: '2026-04-13T00:00', p95: null },
          never: 0.05,
        },
        how_many: { by: '2026-04-30', weeks: 8, at_least: { p50: 32, p85: 27, p95: 24 } },
      }),
    },
  });
  const button = await screen.findByRole<HTMLButtonElement>('button', { name: 'Forecast' });
  const field = (name: RegExp): HTMLElement => screen.getByLabelText(name);
  fireEvent.change(field(/^Finished in each past week/), { target: { value: '3 five' } });
  expect(button.disabled).toBe(true);
  fireEvent.change(field(/^Finished in each past week/), { target: { value: '3, 5, 4' } });
  fireEvent.change(field(/^Items left/), { target: { value: '20' } });
  fireEvent.change(field(/^Counting from/), { target: { value: '2026-03-02' } });
  fireEvent.change(field(/^How many by/), { target: { value: '2026-04-30' } });
  await userEvent.click(button);
  const when = await screen.findByRole('table', { name: 'When 20 items are done' });
  expect(within(when).getByText('Apr 13, 2026')).toBeDefined();
  expect(within(when).getByText('later than in ten years')).toBeDefined();
  expect(within(screen.getByRole('table', { name: /How many by/ })).getByText('27')).toBeDefined();
  expect(asked.find(({ pathname }) => pathname.endsWith('/forecast'))?.body).toEqual({
    history: [3, 5, 4],
    start: '2026-03-02',
    items: 20,
    by: '2026-04-30',
  });
});
