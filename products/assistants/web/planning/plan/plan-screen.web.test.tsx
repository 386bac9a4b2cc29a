// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Answers, page, refusal, renderAt } from '../../render.fixture.tsx';
import { computed, plan, planId, saved, simulated } from '../planning.fixture.ts';
import { PlanScreen } from './plan-screen.tsx';

const path = '/assistants/plans/:id';
const address = `/assistants/plans/${planId}`;
const answers: Answers = {
  'GET /companies/': () => page({ id: 'c', role: 'member', active: true }),
  [`GET /api/assistants/plans/${planId}`]: () => saved,
  'POST /api/assistants/plans/schedule': () => computed,
};
const cell = (name: string) => screen.findByRole<HTMLInputElement>('textbox', { name });
const write = async (name: string, text: string): Promise<void> => {
  fireEvent.change(await cell(name), { target: { value: text } });
};

beforeEach(() => sessionStorage.clear());
afterEach(cleanup);

it('the table shows a plan as it is typed, and its dates', async () => {
  await renderAt(<PlanScreen />, { path, address, answers });
  expect((await cell('Predecessors: Development')).value).toBe('1FS+1d');
  expect((await cell('Resources: Development')).value).toBe('Developer');
  const table = screen.getByRole('table', { name: 'Tasks of the plan' });
  await waitFor(() => expect(within(table).getByText('Mar 12, 2026')).toBeDefined());
  expect(screen.getByText('1 of 2')).toBeDefined();
});

it('faults are told at their row and field, as the server names them', async () => {
  const bad = refusal(422, 'assistants.plan_invalid');
  const body = {
    ...(await bad.json()),
    faults: [
      {
        code: 'planning.unknown_id',
        severity: 'error',
        at: '/tasks/1/links/0',
        message: { ru: 'Нет «9».', en: 'There is no "9".' },
      },
    ],
  };
  const asked = await renderAt(<PlanScreen />, {
    path,
    address,
    answers: {
      ...answers,
      'POST /api/assistants/plans/schedule': ({ body: sent }) =>
        JSON.stringify(sent).includes('"9"') ? Response.json(body, { status: 422 }) : computed,
    },
  });
  await write('Predecessors: Development', '9');
  expect(await screen.findByText('1 error: the plan cannot be computed')).toBeDefined();
  const field = await cell('Predecessors: Development');
  expect(field.getAttribute('aria-invalid')).toBe('true');
  const told = document.getElementById(field.getAttribute('aria-describedby') ?? '');
  expect(told?.textContent).toBe('There is no "9".');
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Save' }).disabled).toBe(true);
  await write('Predecessors: Development', '1');
  await waitFor(() => expect(screen.queryByText('There is no "9".')).toBeNull());
  expect(asked.at(-1)?.body).toMatchObject({ plan: { tasks: [{}, { predecessors: ['1'] }] } });
});

it('what is no number is told before the server is asked', async () => {
  await renderAt(<PlanScreen />, { path, address, answers });
  await write('Likely: Analysis', 'three');
  expect((await screen.findAllByText(/“three” is no number/)).length).toBeGreaterThan(0);
  expect((await cell('Likely: Analysis')).getAttribute('aria-invalid')).toBe('true');
  expect((await cell('Best: Analysis')).getAttribute('aria-invalid')).toBeNull();
});

it('the table is written with keys alone', async () => {
  await renderAt(<PlanScreen />, { path, address, answers });
  (await cell('Task: Development')).focus();
  await userEvent.keyboard('{Enter}');
  await waitFor(() => expect(document.activeElement?.getAttribute('aria-label')).toBe('Task: 3'));
  await userEvent.keyboard('Tests');
  await userEvent.keyboard('{Alt>}{ArrowUp}{/Alt}');
  await waitFor(() => {
    const names = screen.getAllByRole<HTMLInputElement>('textbox', { name: /^Task: / });
    expect(names.map(({ value }) => value)).toEqual(['Analysis', 'Tests', 'Development']);
  });
  await userEvent.keyboard('{Control>}{Delete}{/Control}');
  await waitFor(() => expect(screen.queryByRole('textbox', { name: 'Task: Tests' })).toBeNull());
  await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
  expect((await cell('Task: Tests')).value).toBe('Tests');
});

it('is saved as the next version, with what was changed', async () => {
  const asked = await renderAt(<PlanScreen />, {
    path,
    address,
    answers: { ...answers, [`PUT /api/assistants/plans/${planId}`]: () => ({ ...saved, version: 4 }) },
  });
  await write('Likely: Development', '6');
  await write('What was changed', 'One day more');
  await userEvent.click(await screen.findByRole('button', { name: 'Save' }));
  expect(await screen.findByText('Saved as version 4.')).toBeDefined();
  expect(asked.find(({ method }) => method === 'PUT')?.body).toMatchObject({
    name: 'Launch',
    note: 'One day more',
    base_version: 3,
    plan: { tasks: [{}, { duration: 6 }] },
  });
  await waitFor(() => expect(screen.queryByRole('region', { name: 'Saving' })).toBeNull());
});

it('somebody else’s version is shown before it is saved over', async () => {
  let reads = 0;
  const comparison = {
    finish_before: '2026-03-12T18:00',
    finish_after: '2026-03-13T18:00',
    hours_change: 8,
    cost_before: 40_000,
    cost_after: 48_000,
    cost_change: 8_000,
    added: [],
    removed: [],
    became_critical: ['1'],
    no_longer_critical: [],
    changed: [],
    warnings: [],
  };
  const asked = await renderAt(<PlanScreen />, {
    path,
    address,
    answers: {
      ...answers,
      [`GET /api/assistants/plans/${planId}`]: () => {
        reads += 1;
        return reads === 1 ? saved : { ...saved, version: 5 };
      },
      [`PUT /api/assistants/plans/${planId}`]: ({ body }) =>
        JSON.stringify(body).includes('"base_version":5')
          ? { ...saved, version: 6 }
          : refusal(409, 'assistants.plan_changed'),
      'POST /api/assistants/plans/compare': () => comparison,
    },
  });
  await write('Likely: Development', '6');
  await userEvent.click(await screen.findByRole('button', { name: 'Save' }));
  const dialog = await screen.findByRole('dialog', { name: 'Somebody saved this plan meanwhile' });
  expect(await within(dialog).findByText('Became critical')).toBeDefined();
  expect(within(dialog).getByText(/version 5 was saved/)).toBeDefined();
  await userEvent.click(within(dialog).getByRole('button', { name: 'Save mine as the next version' }));
  expect(await screen.findByText('Saved as version 6.')).toBeDefined();
  expect(asked.find(({ pathname }) => pathname.endsWith('/compare'))?.body).toMatchObject({
    before: { tasks: plan.tasks },
    after: { tasks: [{}, { duration: 6 }] },
  });
});

it('unsaved changes are asked about on leaving, and are there on coming back', async () => {
  await renderAt(<PlanScreen />, { path, address, answers });
  await write('Likely: Development', '9');
  await userEvent.click(screen.getByRole('link', { name: 'All plans' }));
  const dialog = await screen.findByRole('dialog', { name: 'Leave without saving?' });
  expect(screen.getByTestId('address').textContent).toBe(address);
  await userEvent.click(within(dialog).getByRole('button', { name: 'Leave' }));
  await waitFor(() => expect(screen.getByTestId('address').textContent).toBe('/assistants/plans'));
  cleanup();
  await renderAt(<PlanScreen />, { path, address, answers });
  expect((await cell('Likely: Development')).value).toBe('9');
  const notice = await screen.findByText('Your unsaved changes were brought back.');
  expect(notice).toBeDefined();
  await userEvent.click(screen.getAllByRole('button', { name: 'Discard changes' })[0] ?? document.body);
  expect((await cell('Likely: Development')).value).toBe('5');
});

it('the chart is walked with keys, and its table says the same', async () => {
  await renderAt(<PlanScreen />, { path, address: `${address}?tab=gantt`, answers });
  const first = await screen.findByRole('button', {
    name: /^Analysis, Mar 2, 2026 – Mar 4, 2026, 3 days, slack 1 day/,
  });
  first.focus();
  await userEvent.keyboard('{ArrowDown}');
  expect(document.activeElement?.getAttribute('aria-label')).toContain('Development, ');
  await userEvent.keyboard('{Enter}');
  const facts = await screen.findByRole('region', { name: 'Development' });
  expect(within(facts).getByText('Analysis (FS)')).toBeDefined();
  const table = screen.getByRole('table', { name: 'Tasks with their dates' });
  expect(within(table).getAllByRole('row')).toHaveLength(3);
  await userEvent.click(within(facts).getByRole('button', { name: 'Open in the table' }));
  await waitFor(() => expect(document.activeElement?.getAttribute('aria-label')).toBe('Task: Development'));
});

it('runs are asked for with their number and seed; the most deciding task comes first', async () => {
  const asked = await renderAt(<PlanScreen />, {
    path,
    address: `${address}?tab=chance`,
    answers: { ...answers, 'POST /api/assistants/plans/simulate': () => simulated },
  });
  const seed = await screen.findByRole('textbox', { name: 'Seed' });
  fireEvent.change(seed, { target: { value: 'x' } });
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Run' }).disabled).toBe(true);
  fireEvent.change(seed, { target: { value: '7' } });
  await userEvent.click(screen.getByRole('button', { name: 'Run' }));
  const table = await screen.findByRole('table', { name: 'Which tasks decide' });
  expect(
    within(table)
      .getAllByRole('rowheader')
      .map(({ textContent }) => textContent),
  ).toEqual(['Development', 'Analysis']);
  expect(asked.find(({ pathname }) => pathname.endsWith('/simulate'))?.body).toMatchObject({
    runs: 10_000,
    seed: 7,
    plan: { tasks: [{}, {}] },
  });
  const finish = screen.getByRole('table', { name: 'Finish' });
  expect(within(finish).getByRole('rowheader', { name: 'P95' })).toBeDefined();
  expect(screen.getByText('37%')).toBeDefined();
});

it('an overload stands out in words, too', async () => {
  const asked = await renderAt(<PlanScreen />, { path, address: `${address}?tab=load`, answers });
  expect(await screen.findByText(/^Overloaded: Developer/)).toBeDefined();
  const table = screen.getByRole('table', { name: 'Load of the team' });
  expect(within(table).getByRole('img', { name: 'overload' })).toBeDefined();
  await userEvent.click(screen.getByRole('button', { name: 'Level: move tasks apart' }));
  await waitFor(() => expect(asked.at(-1)?.body).toMatchObject({ levelling: 'min_lst' }));
});

it('two versions are compared', async () => {
  const version = (number: number) => ({
    version: number,
    note: '',
    author_id: null,
    created_at: saved.created_at,
  });
  const asked = await renderAt(<PlanScreen />, {
    path,
    address: `${address}?tab=compare`,
    answers: {
      ...answers,
      [`GET /api/assistants/plans/${planId}/versions`]: () => page(version(3), version(2)),
      [`GET /api/assistants/plans/${planId}/versions/2`]: () => ({
        ...version(2),
        plan: {
          ...plan,
          start: '2026-02-02',
          risks: [{ id: 'r', name: 'Rain', probability: 0.5, impact: 1, tasks: [] }],
        },
      }),
      'POST /api/assistants/plans/compare': () => ({
        finish_before: '2026-02-12T18:00',
        finish_after: '2026-03-12T18:00',
        hours_change: 160,
        cost_before: 1,
        cost_after: 1,
        cost_change: 0,
        added: ['2'],
        removed: [],
        became_critical: [],
        no_longer_critical: [],
        changed: [
          {
            id: '1',
            name: 'Analysis',
            start_before: '2026-02-02T09:00',
            start_after: '2026-03-02T09:00',
            finish_before: '2026-02-04T18:00',
            finish_after: '2026-03-04T18:00',
            float_change_hours: 0,
          },
        ],
        warnings: [],
      }),
    },
  });
  expect(await screen.findByText('+20 days of working time')).toBeDefined();
  expect(screen.getByRole('table', { name: 'Dates or slack changed: 1 task' })).toBeDefined();
  expect(within(screen.getByRole('list', { name: 'Added' })).getByText('Development')).toBeDefined();
  expect(within(screen.getByRole('list', { name: 'Risks' })).getByText('Rain: removed')).toBeDefined();
  expect(asked.find(({ pathname }) => pathname.endsWith('/compare'))?.body).toMatchObject({
    before: { start: '2026-02-02' },
    after: { start: '2026-03-02' },
  });
});

it('a viewer may try out, and is told why nothing is saved', async () => {
  await renderAt(<PlanScreen />, {
    path,
    address,
    answers: { ...answers, 'GET /companies/': () => page({ id: 'c', role: 'viewer', active: true }) },
  });
  await write('Likely: Development', '6');
  expect(await screen.findByText(/only members of the company save plans/)).toBeDefined();
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Save' }).disabled).toBe(true);
});

it('a plan that is not there says so', async () => {
  await renderAt(<PlanScreen />, {
    path,
    address,
    answers: { [`GET /api/assistants/plans/${planId}`]: () => refusal(404, 'assistants.plan_not_found') },
  });
  expect(await screen.findByText('There is no such plan: it may have been deleted.')).toBeDefined();
});
