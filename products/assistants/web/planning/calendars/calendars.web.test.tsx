// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { PlanFile } from '#products/assistants/engines/planning';
import { type Answers, type Asked, page, refusal, renderAt } from '../../render.fixture.tsx';
import { PlanScreen } from '../plan/plan-screen.tsx';
import { computed, plan, planId, saved } from '../planning.fixture.ts';

const path = '/assistants/plans/:id';
const address = `/assistants/plans/${planId}?tab=calendars`;
const day = ['09:00-13:00', '14:00-18:00'];
const withCalendars: PlanFile = {
  ...plan,
  calendar: 'office',
  calendars: [
    {
      id: 'office',
      name: 'Office',
      week: [day, day, day, day, day, [], []],
      exceptions: [{ from: '2026-03-09', name: 'Moved holiday' }],
    },
    { id: 'night', name: 'Night', week: [['20:00-24:00'], [], [], [], [], [], []] },
  ],
  resources: [{ id: 'dev', name: 'Developer', capacity: 1, rate: 1_000, calendar: 'night' }],
};
const answersOf = (document: PlanFile): Answers => ({
  'GET /companies/': () => page({ id: 'c', role: 'member', active: true }),
  [`GET /api/assistants/plans/${planId}`]: () => ({ ...saved, plan: document }),
  'POST /api/assistants/plans/schedule': () => computed,
  [`PUT /api/assistants/plans/${planId}`]: () => ({ ...saved, version: 4 }),
});
const show = (document: PlanFile, more: Answers = {}) =>
  renderAt(<PlanScreen />, { path, address, answers: { ...answersOf(document), ...more } });
// By their labels: roles of so many fields take long to be told.
const field = (name: string) => screen.findByLabelText<HTMLInputElement>(name);
const tap = async (label: string): Promise<void> => {
  fireEvent.click(await screen.findByLabelText(label));
};
const press = async (name: string | RegExp): Promise<void> =>
  userEvent.click(await screen.findByRole('button', { name }));
const savedPlan = async (asked: readonly Asked[]): Promise<unknown> => {
  await press('Save');
  await screen.findByText('Saved as version 4.');
  return asked.find(({ method }) => method === 'PUT')?.body;
};

beforeEach(() => sessionStorage.clear());
afterEach(cleanup);

it('a calendar with the holidays of Russia is added, used by the plan, and saved', async () => {
  const asked = await show(plan);
  expect(await screen.findByText(/It holds while the plan has no calendar of its own/)).toBeDefined();
  await press('Add a calendar');
  await userEvent.click(await screen.findByRole('menuitem', { name: /Russia: five days.* 2026/ }));
  expect((await field('Name of the calendar')).value).toBe('Russia, 2026');
  await userEvent.click(screen.getByRole('switch', { name: 'The whole plan' }));
  expect(await savedPlan(asked)).toMatchObject({
    plan: {
      calendar: 'c1',
      calendars: [
        {
          id: 'c1',
          week: [day, day, day, day, day, [], []],
          exceptions: [
            { from: '2026-01-01', to: '2026-01-08', name: 'New Year holidays and Christmas' },
            ...Array.from({ length: 6 }, () => ({})),
          ],
        },
      ],
    },
  });
});

it('the week is written in spans, taken back, and written again', async () => {
  const asked = await show(withCalendars);
  const start = await field('Monday: start 1');
  fireEvent.change(start, { target: { value: '8.30' } });
  fireEvent.blur(start);
  expect((await field('Monday: start 1')).value).toBe('08:30');
  fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
  expect((await field('Monday: start 1')).value).toBe('09:00');
  fireEvent.click(screen.getByRole('button', { name: 'Redo' }));
  await tap('Friday: remove time 2');
  await tap('Saturday: add working time');
  fireEvent.click(screen.getByText('Tue–Fri like Monday'));
  const early = ['08:30-13:00', '14:00-18:00'];
  expect(await savedPlan(asked)).toMatchObject({
    plan: {
      calendars: [{ week: [early, early, early, early, early, ['09:00-13:00'], []] }, { id: 'night' }],
    },
  });
});

it('what is wrong is told at its day, and the list of faults leads there', async () => {
  const bad = refusal(422, 'assistants.plan_invalid');
  const faults = [
    {
      code: 'planning.bad_hours',
      severity: 'error',
      at: '/calendars/1/week/0',
      message: { ru: 'Не по порядку.', en: 'Out of order.' },
    },
  ];
  const body = { ...(await bad.json()), faults };
  await show(withCalendars, {
    'POST /api/assistants/plans/schedule': () => Response.json(body, { status: 422 }),
  });
  const told = await screen.findByText('1 error: the plan cannot be computed');
  expect(told).toBeDefined();
  expect((await field('Name of the calendar')).value).toBe('Office');
  await press('Calendar “Night”');
  const start = await field('Monday: start 1');
  expect(start.value).toBe('20:00');
  expect(start.getAttribute('aria-invalid')).toBe('true');
  const words = document.getElementById(start.getAttribute('aria-describedby') ?? '');
  expect(words?.textContent).toBe('Out of order.');
});

it('a time nobody can read is told before the server is asked', async () => {
  await show(withCalendars);
  fireEvent.change(await field('Monday: end 1'), { target: { value: 'noon' } });
  expect((await screen.findAllByText(/“noon” is no time/)).length).toBe(2);
  expect((await field('Monday: end 1')).getAttribute('aria-invalid')).toBe('true');
  expect((await field('Tuesday: end 1')).getAttribute('aria-invalid')).toBeNull();
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Save' }).disabled).toBe(true);
});

it('a calendar in use says who works by it before it goes', async () => {
  const asked = await show(withCalendars);
  await userEvent.click(await screen.findByRole('button', { name: /^Night/ }));
  expect((await field('Name of the calendar')).value).toBe('Night');
  await press('Delete the calendar');
  const dialog = await screen.findByRole('dialog', { name: 'Delete the calendar “Night”?' });
  expect(within(dialog).getByText('Resources: Developer')).toBeDefined();
  await userEvent.click(within(dialog).getByRole('button', { name: 'Delete the calendar' }));
  await waitFor(() => expect(screen.queryByRole('button', { name: /^Night/ })).toBeNull());
  const body = JSON.stringify(await savedPlan(asked));
  expect(body).toContain('"calendar":"office"');
  expect(body).not.toContain('night');
});

it('a copy that nobody uses goes without a question', async () => {
  await show(withCalendars);
  await field('Name of the calendar');
  await press('Add a calendar');
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Copy of Office' }));
  expect((await field('Name of the calendar')).value).toBe('Office (copy)');
  expect(screen.getByRole('list', { name: 'Calendars of the plan' }).children).toHaveLength(4);
  await press('Delete the calendar');
  await waitFor(() =>
    expect(screen.getByRole('list', { name: 'Calendars of the plan' }).children).toHaveLength(3),
  );
  expect(screen.queryByRole('dialog')).toBeNull();
});

it('the month says what comes out, and is walked and changed with keys', async () => {
  const asked = await show(withCalendars);
  const grid = await screen.findByRole('grid', { name: 'What comes out: March 2026' });
  expect(
    within(grid).getByRole('button', { name: 'Monday, March 9, 2026, Day off, Moved holiday' }),
  ).toBeDefined();
  const first = within(grid).getByRole('button', { name: 'Monday, March 2, 2026, working day, 8 hr' });
  expect(first.tabIndex).toBe(0);
  first.focus();
  await userEvent.keyboard('{ArrowRight}{ArrowDown}');
  expect(document.activeElement?.getAttribute('aria-label')).toMatch(/^Tuesday, March 10, 2026/);
  await userEvent.keyboard('{PageDown}');
  expect(document.activeElement?.getAttribute('aria-label')).toMatch(/^Friday, April 10, 2026/);
  await press('Make it a day off');
  expect(document.querySelector('[data-day="2026-04-10"]')?.getAttribute('aria-label')).toBe(
    'Friday, April 10, 2026, Day off, exception',
  );
  await press('Remove the exception');
  expect(screen.getByText('Exceptions: 1')).toBeDefined();
  await tap('Previous month');
  await userEvent.click(screen.getByRole('button', { name: /^Saturday, March 14, 2026/ }));
  await press('Make it a working day');
  expect(await savedPlan(asked)).toMatchObject({
    plan: { calendars: [{ exceptions: [{}, { from: '2026-03-14', hours: day }] }, {}] },
  });
});

it('an exception of several days is written with its name and hours', async () => {
  const asked = await show(withCalendars);
  await press('Add an exception');
  await waitFor(() => expect(document.activeElement?.getAttribute('type')).toBe('date'));
  const [, added] = within(screen.getByRole('region', { name: 'Exceptions' })).getAllByRole('listitem');
  if (added === undefined) throw new Error('There is no new exception.');
  fireEvent.change(within(added).getByLabelText('From'), { target: { value: '2026-12-30' } });
  fireEvent.change(within(added).getByLabelText('To'), { target: { value: '2026-12-31' } });
  fireEvent.change(within(added).getByLabelText('Name'), { target: { value: 'Short days' } });
  await tap('Short days: add working time');
  expect(await savedPlan(asked)).toMatchObject({
    plan: {
      calendars: [
        {
          exceptions: [
            { name: 'Moved holiday' },
            { from: '2026-12-30', to: '2026-12-31', name: 'Short days', hours: ['09:00-13:00'] },
          ],
        },
        {},
      ],
    },
  });
});

it('tasks and resources choose their calendars in the tables', async () => {
  const asked = await renderAt(<PlanScreen />, {
    path,
    address: `/assistants/plans/${planId}`,
    answers: answersOf(withCalendars),
  });
  await userEvent.click(await screen.findByRole('switch', { name: /^All columns/ }));
  const select = await screen.findByRole<HTMLSelectElement>('combobox', { name: 'Calendar: Analysis' });
  expect([...select.options].map(({ textContent }) => textContent)).toEqual([
    'As its resources',
    'Office',
    'Night',
  ]);
  await userEvent.selectOptions(select, 'Night');
  await userEvent.selectOptions(
    screen.getByRole('combobox', { name: 'Distribution: Analysis' }),
    'Triangular',
  );
  expect(await savedPlan(asked)).toMatchObject({
    plan: { tasks: [{ calendar: 'night', distribution: 'triangular' }, {}] },
  });
});
