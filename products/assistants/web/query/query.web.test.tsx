// @vitest-environment happy-dom
import { cleanup, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { refusal, renderAt } from '../render.fixture.tsx';
import { exampleQuery } from './example.ts';
import { QueryScreen } from './query-screen.tsx';

const range = { start: { line: 1, character: 0 }, end: { line: 1, character: 4 } };
const both = (text: string) => ({ ru: text, en: text });
const suggestion = (code: string, safe: boolean) => ({
  rule: 1,
  code,
  reason: both(`Reason of ${code}`),
  standard: { number: 655, url: 'https://its.1c.ru/db/v8std/content/655/hdoc' },
  range,
  before: 'ОБЪЕДИНИТЬ',
  after: safe ? 'ОБЪЕДИНИТЬ ВСЕ' : null,
  safe,
  assumes: null,
  edits: safe ? [{ start: 0, end: 7, text: 'Выбрать' }] : [],
});
const query = { line: 0, text: exampleQuery, errors: [] };
const checked = {
  kind: 'query',
  queries: [{ ...query, findings: [suggestion('like-mask', false), suggestion('union-all', true)] }],
};
const explained = {
  kind: 'query',
  queries: [
    {
      ...query,
      statements: [
        {
          kind: 'create',
          table: 'ВТ_Заказы',
          start: 0,
          end: 5,
          fields: [],
          selects: [
            {
              tables: [
                { kind: 'table', name: 'Документ.Заказ', alias: 'З', join: null, parameters: [] },
                {
                  kind: 'virtual-table',
                  name: 'РегистрНакопления.Товары.Остатки',
                  alias: 'О',
                  join: { type: 'left', condition: 'З.А = О.А' },
                  parameters: [null, 'Склад = &Склад'],
                },
              ],
              where: 'З.Дата > &Дата',
              group_by: [],
              having: null,
              depth: 0,
            },
          ],
          parameters: ['Склад'],
          order_by: [],
          totals: [],
        },
      ],
      reads: ['Документ.Заказ'],
      temporary_tables: [{ name: 'ВТ_Заказы', fields: ['Ссылка'] }],
      parameters: ['Склад'],
      output: [{ name: 'Ссылка', expression: 'З.Ссылка' }],
    },
  ],
};
const answers = {
  'POST /api/assistants/query/check': () => checked,
  'POST /api/assistants/query/explain': () => explained,
  'POST /api/assistants/query/optimize': () => ({
    kind: 'query',
    queries: [],
    text: 'ВЫБРАТЬ 2',
    diff: '--- q\n+++ q\n@@ -1 +1 @@\n-ВЫБРАТЬ 1\n+ВЫБРАТЬ 2\n',
  }),
};
const path = '/assistants/query';
const bodies = (asked: Awaited<ReturnType<typeof renderAt>>) =>
  asked.filter(({ pathname }) => pathname.endsWith('/query/check')).map(({ body }) => body);

afterEach(cleanup);

test('safe rewrites come first, and one is put into the query', async () => {
  const person = userEvent.setup();
  const asked = await renderAt(<QueryScreen />, { path, answers });
  await person.click(await screen.findByRole('button', { name: 'Take an example' }));
  const list = await screen.findByRole('list', { name: 'Rewrites and advice' });
  const cards = within(list).getAllByRole('listitem');
  expect(cards[0]?.textContent).toContain('Safe: the result stays the same');
  expect(cards[1]?.textContent).toContain('Advice: for you to decide');
  expect(within(list).getAllByRole('link', { name: 'Standard 655' })).toHaveLength(2);
  await person.click(within(list).getByRole('button', { name: 'Apply' }));
  await expect
    .poll(() => bodies(asked).at(-1))
    .toEqual({ text: exampleQuery.replace('ВЫБРАТЬ', 'Выбрать'), managed_locks: true });
});

test('all safe rewrites are shown before they are made', async () => {
  const person = userEvent.setup();
  const asked = await renderAt(<QueryScreen />, { path, answers });
  await person.click(await screen.findByRole('button', { name: 'Take an example' }));
  await person.click(await screen.findByRole('button', { name: 'Apply all safe ones' }));
  const dialog = await screen.findByRole('dialog', { name: 'All safe rewrites' });
  expect(within(dialog).getByText('ВЫБРАТЬ 2')).toBeTruthy();
  await person.click(within(dialog).getByRole('button', { name: 'Apply' }));
  await expect.poll(() => bodies(asked).at(-1)).toEqual({ text: 'ВЫБРАТЬ 2', managed_locks: true });
});

test('a query is explained', async () => {
  const person = userEvent.setup();
  await renderAt(<QueryScreen />, { path, answers });
  await person.click(await screen.findByRole('button', { name: 'Take an example' }));
  await person.click(await screen.findByRole('tab', { name: 'Explanation' }));
  const outline = screen.getByRole('region', { name: 'Query from line 1' }).textContent ?? '';
  expect(outline).toContain('Puts into the temporary table ВТ_Заказы');
  expect(outline).toContain('Left join: РегистрНакопления.Товары.Остатки(Склад = &Склад) as О');
  expect(outline).toContain('on З.А = О.А');
  expect(outline).toContain('&Склад');
});

test('a text without a query is refused in words', async () => {
  const person = userEvent.setup();
  await renderAt(<QueryScreen />, {
    path,
    answers: { ...answers, 'POST /api/assistants/query/check': () => refusal(422, 'assistants.no_query') },
  });
  await person.click(await screen.findByRole('button', { name: 'Take an example' }));
  expect(await screen.findByText('There is no query in the text.')).toBeTruthy();
});

test('with a project the query is judged by its configuration, and unknown names are shown', async () => {
  const project = {
    id: '00000000-0000-7000-8000-00000000bbbb',
    name: 'Trade',
    description: '',
    status: 'ready',
    version: 1,
    configuration: null,
    figures: { objects: 12, modules: 3, methods: 4, lines: 50 },
    created_at: '2026-01-02T03:04:05.000Z',
    updated_at: '2026-01-02T03:04:05.000Z',
  };
  const unknown = {
    text: 'Справочник.Нету',
    what: 'object',
    range,
    suggestions: [],
    message: both('The configuration has no Справочник.Нету.'),
  };
  const asked = await renderAt(<QueryScreen />, {
    path,
    answers: {
      ...answers,
      'GET /api/assistants/projects': () => ({ items: [project], next_cursor: null }),
      'POST /api/assistants/query/check': ({ body }) => ({
        ...checked,
        queries: checked.queries.map((one) => ({
          ...one,
          ...('project_id' in Object(body) ? { unknown_names: [unknown] } : {}),
        })),
      }),
    },
  });
  await userEvent.click(await screen.findByRole('button', { name: 'Project: No project' }));
  await userEvent.click(await screen.findByRole('menuitem', { name: /Trade/ }));
  await userEvent.click(await screen.findByRole('button', { name: 'Take an example' }));
  expect(await screen.findByText(/The configuration has no/)).toBeTruthy();
  const bodies = asked
    .filter(({ method }) => method === 'POST')
    .map(({ body }) => Object(body)['project_id']);
  expect(new Set(bodies)).toEqual(new Set([project.id]));
});
