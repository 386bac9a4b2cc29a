// @vitest-environment happy-dom
import { cleanup, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import type { CodeFinding, Severity } from '../../contract/index.ts';
import { frame, page, refusal, renderAt } from '../render.fixture.tsx';
import { CodeScreen } from './code-screen.tsx';
import { RulesScreen } from './rules/rules-screen.tsx';

const finding = (key: string, severity: Severity, line: number, fix = false): CodeFinding => ({
  key,
  severity,
  type: 'smell',
  message: `Something about ${key}`,
  range: { start: { line, character: 0 }, end: { line, character: 4 } },
  standards: [437],
  ...(fix ? { fix: { title: 'Fix it', edits: [{ start: 0, end: 1, text: '' }] } } : {}),
});

const counts = { blocker: 0, critical: 1, major: 0, minor: 1, info: 0 };
const path = 'Module.bsl';
const found = [finding('ParseError', 'critical', 3), finding('SemicolonPresence', 'minor', 4, true)];
const checked = { files: [{ path, findings: found }], counts, warnings: [], review_id: null };
const rule = (key: string, title: string) => ({
  key,
  type: 'smell',
  severity: 'minor',
  minutes: 1,
  active: true,
  dialect: 'bsl',
  module_types: null,
  standards: [{ number: 437, url: 'https://its.1c.ru/db/v8std/content/437/hdoc' }],
  title: { ru: title, en: title },
  parameters: {},
});
const rules = page(rule('SemicolonPresence', 'Semicolon at the end'), rule('LineLength', 'Long lines'));
const answers = { 'GET /api/assistants/code/rules': () => rules };
const address = '/assistants/code';

afterEach(cleanup);

test('a module is checked, and a rule is fixed after a look at the difference', async () => {
  const person = userEvent.setup();
  const asked = await renderAt(<CodeScreen />, {
    path: address,
    answers: {
      ...answers,
      'POST /api/assistants/code/check': () => checked,
      'POST /api/assistants/code/fix': () => ({
        code: 'А = 1;',
        diff: '--- a\n+++ a\n@@ -1 +1 @@\n-А = 1\n+А = 1;\n',
        count: 1,
        findings: [],
      }),
    },
  });
  await person.click(await screen.findByRole('button', { name: 'Take an example' }));
  await person.click(screen.getByRole('button', { name: 'Check' }));
  const list = await screen.findByRole('list', { name: 'Findings' });
  expect(
    within(list)
      .getAllByRole('button')
      .map(({ textContent }) => textContent),
  ).toEqual([
    'Something about ParseErrorCritical · line 4 · ParseError',
    'Something about SemicolonPresenceMinor · line 5 · SemicolonPresencecan be fixed',
  ]);

  await person.click(within(list).getByRole('button', { name: /SemicolonPresence/ }));
  const details = await screen.findByRole('region', { name: 'The chosen finding' });
  expect(within(details).getByRole('link', { name: 'Standard 437' }).getAttribute('href')).toContain('437');
  await person.click(within(details).getByRole('button', { name: 'Fix all of this rule' }));
  const dialog = await screen.findByRole('dialog', { name: 'Fixes before they are made' });
  expect(await within(dialog).findByText('1 fix')).toBeTruthy();
  expect(within(dialog).getByText('А = 1;')).toBeTruthy();
  const fixing = asked.find(({ pathname }) => pathname.endsWith('/fix'))?.body;
  expect(fixing).toMatchObject({
    path,
    configuration: '{"diagnostics":{"mode":"only","parameters":{"SemicolonPresence":true}}}',
  });
  await person.click(within(dialog).getByRole('button', { name: 'Apply' }));
  await expect
    .poll(() =>
      asked.some(({ body }) => body !== undefined && JSON.stringify(body).includes('"code":"А = 1;"')),
    )
    .toBe(true);
});

test('findings are filtered by severity and text', async () => {
  const person = userEvent.setup();
  await renderAt(<CodeScreen />, {
    path: address,
    answers: { ...answers, 'POST /api/assistants/code/check': () => checked },
  });
  await person.click(await screen.findByRole('button', { name: 'Take an example' }));
  await person.click(screen.getByRole('button', { name: 'Check' }));
  const chips = await screen.findByRole('group', { name: 'Severities shown' });
  await person.click(within(chips).getByRole('button', { name: 'Minor 1' }));
  expect(await screen.findByText('1 of 2')).toBeTruthy();
  await person.type(screen.getByRole('textbox', { name: 'Text' }), 'nothing like it');
  await person.click(await screen.findByRole('button', { name: 'Reset the filters' }));
  expect(await screen.findByText('2 findings')).toBeTruthy();
});

test('an archive tells its progress; only the rows in sight exist', async () => {
  const person = userEvent.setup();
  const many = Array.from({ length: 10_000 }, (_, line) => finding('LineLength', 'minor', line));
  await renderAt(<CodeScreen />, {
    path: address,
    answers: {
      ...answers,
      'POST /api/assistants/code/check-archive': () =>
        frame('start', { files: 2, warnings: [] }) +
        frame('file', { path: 'a.bsl', findings: found }) +
        frame('file', { path: 'b.bsl', findings: many }) +
        frame('progress', { done: 2, files: 2 }) +
        frame('done', {
          files: 2,
          files_with_findings: 2,
          counts,
          left_out: 5,
          warnings: [],
          review_id: null,
        }),
    },
  });
  await person.click(await screen.findByRole('button', { name: 'An export (zip)' }));
  await person.upload(screen.getByLabelText('Choose a zip'), new File(['PK'], 'export.zip'));
  expect(await screen.findByText(/2 modules checked · 5 more findings/)).toBeTruthy();
  expect(screen.getByText('10002 findings')).toBeTruthy();
  const rows = within(screen.getByRole('list', { name: 'Findings' })).getAllByRole('listitem');
  expect(rows.length).toBeLessThan(40);
  expect(rows[0]?.getAttribute('aria-setsize')).toBe('10002');
});

test('a refusal is told in words', async () => {
  const person = userEvent.setup();
  await renderAt(<CodeScreen />, {
    path: address,
    answers: {
      ...answers,
      'POST /api/assistants/code/check': () => refusal(422, 'assistants.bad_configuration'),
    },
  });
  await person.click(await screen.findByRole('button', { name: 'Take an example' }));
  await person.click(screen.getByRole('button', { name: 'Check' }));
  expect(await screen.findByText('The settings file is not valid JSON.')).toBeTruthy();
});

test('rules are found by key, title and standard', async () => {
  const person = userEvent.setup();
  await renderAt(<RulesScreen />, { path: '/assistants/code/rules', answers });
  expect(await screen.findByText('2 rules')).toBeTruthy();
  await person.type(screen.getByRole('searchbox', { name: /Key, title/ }), 'long');
  expect(await screen.findByText('1 rule')).toBeTruthy();
  expect(screen.getByText('LineLength')).toBeTruthy();
});
