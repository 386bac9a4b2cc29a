// @vitest-environment happy-dom
import { cleanup, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import type { Requirement, RequirementsAnalysis, Traceability } from '../../contract/index.ts';
import { refusal, renderAt } from '../render.fixture.tsx';
import { exampleText } from './example.ts';
import { RequirementsScreen } from './requirements-screen.tsx';

const path = '/assistants/requirements';
const both = (text: string) => ({ ru: text, en: text });
const requirement = (id: string, text: string, more: Partial<Requirement> = {}): Requirement => ({
  id,
  numbered: true,
  text,
  source: { line: 3, page: null, path: ['4. Requirements'] },
  language: 'en',
  type: 'functional',
  characteristic: null,
  obligation: 'mandatory',
  parts: { condition: null, subject: 'The system', action: 'print', object: null, criterion: null },
  findings: [],
  score: 100,
  story: null,
  ...more,
});
const weak = requirement('FR-2', 'The system shall quickly print a receipt.', {
  type: 'non-functional',
  characteristic: 'performance-efficiency',
  score: 52,
  findings: [
    {
      key: 'vague-term',
      severity: 'major',
      message: both('Vague word “quickly”.'),
      hint: both('Replace it with a number.'),
      start: 17,
      end: 24,
      words: 'quickly',
    },
  ],
});
const analysis: RequirementsAnalysis = {
  requirements: [requirement('FR-1', 'The system shall reserve goods within 5 seconds.'), weak],
  duplicates: [],
  conflicts: [{ ids: ['FR-1', 'FR-2'], kind: 'value', similarity: 0.8, message: both('5 or 30 seconds') }],
  variants: [
    {
      preferred: 'customer',
      used: [{ term: 'client', ids: ['FR-1'] }],
    },
  ],
  sections: [
    {
      standard: '34.602-2020',
      completeness: 0.5,
      sections: [
        { number: '1', title: 'Общие сведения', state: 'present', line: 1, page: null },
        { number: '4', title: 'Требования', state: 'missing', line: null, page: null },
      ],
    },
  ],
  objects: [
    {
      kind: 'Документ',
      name: 'Заказ',
      attributes: [{ name: 'Склад', type: 'СправочникСсылка.Склады' }],
      values: [],
      reasons: [{ requirement: 'FR-1', sentence: 'The system shall reserve goods.', words: 'goods' }],
    },
  ],
  summary: { total: 2, by_type: { functional: 1, 'non-functional': 1 }, score: 76, findings: 1 },
  warnings: [],
};
const traced: Traceability = {
  links: [{ requirement: 'FR-1', target: 'T-1', by: 'explicit', strength: 1 }],
  gaps: { without_test: ['FR-2'], without_design: [], orphans: ['T-2'] },
  coverage: 0.5,
  requirements: [
    { id: 'FR-1', text: 'Reserve' },
    { id: 'FR-2', text: 'Print' },
  ],
};
const answers = {
  'POST /api/assistants/requirements/analyze': () => analysis,
  'POST /api/assistants/requirements/analyze-document': () => ({
    ...analysis,
    warnings: [both('A picture was not read.')],
  }),
  'POST /api/assistants/requirements/trace': () => traced,
};

afterEach(cleanup);

test('the example is analysed by one button; findings stand at their words, with a new wording', async () => {
  const person = userEvent.setup();
  const asked = await renderAt(<RequirementsScreen />, { path, answers });
  await person.click(await screen.findByRole('button', { name: 'Take an example' }));
  const card = await screen.findByRole('article', { name: 'FR-2' });
  expect(asked[0]?.body).toEqual({ text: exampleText });
  expect(card.querySelector('mark')?.textContent).toBe('quickly1');
  const findings = within(card).getByRole('list', { name: 'Findings of FR-2' });
  expect(findings.textContent).toBe('1. Major: Vague word “quickly”. Replace it with a number.');
  expect(within(card).getByText('number and unit')).toBeTruthy();
  expect(within(card).getByText('score 52')).toBeTruthy();
  expect(within(screen.getByRole('article', { name: 'FR-1' })).queryByText('How to reword it')).toBeNull();
});

test('the list is narrowed by type and text', async () => {
  const person = userEvent.setup();
  await renderAt(<RequirementsScreen />, { path, answers });
  await person.click(await screen.findByRole('button', { name: 'Take an example' }));
  await person.click(await screen.findByRole('combobox', { name: 'Type' }));
  await person.click(await screen.findByRole('option', { name: 'Non-functional (1)' }));
  expect(await screen.findByText('1 of 2')).toBeTruthy();
  expect(screen.queryByRole('article', { name: 'FR-1' })).toBeNull();
  await person.type(screen.getByRole('searchbox', { name: 'Text or number' }), 'nothing');
  await person.click(await screen.findByRole('button', { name: 'Reset the filters' }));
  expect(await screen.findByText('2 requirements')).toBeTruthy();
});

test('the set tells conflicts and missing sections; a link leads to the requirement', async () => {
  const person = userEvent.setup();
  await renderAt(<RequirementsScreen />, { path, answers });
  await person.click(await screen.findByRole('button', { name: 'Take an example' }));
  await person.click(await screen.findByRole('tab', { name: 'The set (1)' }));
  const conflicts = screen.getByRole('list', { name: 'Conflicts' });
  expect(conflicts.textContent).toContain('5 or 30 seconds');
  const sections = screen.getByRole('list', { name: 'Sections by ГОСТ 34.602-2020' });
  expect(sections.textContent).toContain('4. Требованияmissing');
  expect(screen.getByText('1 requirement cannot be verified')).toBeTruthy();
  await person.click(within(conflicts).getByRole('button', { name: 'Go to FR-2' }));
  expect(await screen.findByRole('article', { name: 'FR-2' })).toBeTruthy();
});

test('objects have reasons and are traced with the tests', async () => {
  const person = userEvent.setup();
  const asked = await renderAt(<RequirementsScreen />, { path, answers });
  await person.click(await screen.findByRole('button', { name: 'Take an example' }));
  await person.click(await screen.findByRole('tab', { name: '1C objects (1)' }));
  expect(screen.getByRole('list', { name: 'Suggested objects' }).textContent).toContain('«goods»');

  await person.click(screen.getByRole('tab', { name: 'Traceability' }));
  await person.type(screen.getByRole('textbox', { name: 'Tests' }), 'T-1 | Reserve, FR-1{enter}T-2 | Other');
  await person.click(screen.getByRole('button', { name: 'Take the suggested 1C objects' }));
  await person.click(screen.getByRole('button', { name: 'Trace' }));
  expect(await screen.findByText('50 % of the requirements have a test')).toBeTruthy();
  const body = asked.find(({ pathname }) => pathname.endsWith('/trace'))?.body;
  expect(body).toMatchObject({
    threshold: 0.35,
    targets: [
      { id: 'T-1', kind: 'test', title: 'Reserve, FR-1' },
      { id: 'T-2', kind: 'test', title: 'Other' },
      { id: 'Документ.Заказ', kind: 'design', title: 'Заказ: FR-1' },
    ],
  });
  expect(within(screen.getByRole('table')).getByText('T-1 names FR-1')).toBeTruthy();
});

test('a file is sent as it is; others are refused before', async () => {
  const person = userEvent.setup({ applyAccept: false });
  const asked = await renderAt(<RequirementsScreen />, { path, answers });
  const input = await screen.findByLabelText('Open a file', { selector: 'input' });
  await person.upload(input, new File(['MZ'], 'setup.exe'));
  expect(await screen.findByText(/Only docx, pdf/)).toBeTruthy();
  expect(asked).toEqual([]);
  await person.upload(input, new File(['ФТ-1'], 'spec.md'));
  expect(await screen.findByText('File spec.md')).toBeTruthy();
  expect(asked[0]?.query.get('name')).toBe('spec.md');
  expect(screen.getByText('A picture was not read.')).toBeTruthy();
});

test('a document says itself why it cannot be read', async () => {
  const person = userEvent.setup();
  await renderAt(<RequirementsScreen />, {
    path,
    answers: {
      'POST /api/assistants/requirements/analyze': () =>
        Response.json(
          {
            type: 'about:blank',
            title: 'Refused',
            status: 422,
            code: 'assistants.document_refused',
            explanation: { ru: 'Слишком много текста', en: 'Too much text' },
          },
          { status: 422 },
        ),
    },
  });
  await person.click(await screen.findByRole('button', { name: 'Take an example' }));
  expect(await screen.findByText('Too much text')).toBeTruthy();
});

test('a person without a company is told what to do', async () => {
  const person = userEvent.setup();
  await renderAt(<RequirementsScreen />, {
    path,
    answers: {
      'POST /api/assistants/requirements/analyze': () => refusal(404, 'tenants.company_not_found'),
    },
  });
  await person.click(await screen.findByRole('button', { name: 'Take an example' }));
  expect(await screen.findByText(/You are in no company/)).toBeTruthy();
});
