// @vitest-environment happy-dom
import { cleanup, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import type { DrawnDiagram, Outline } from '../../contract/index.ts';
import { page, renderAt } from '../render.fixture.tsx';
import { DiagramsScreen } from './diagrams-screen.tsx';
import { exampleModule, exampleTexts } from './examples.ts';

const path = '/assistants/diagrams';
const both = (text: string) => ({ ru: text, en: text });
const drawn: DrawnDiagram = {
  kind: 'sequence',
  mermaid: 'sequenceDiagram\n  A->>B: hello',
  plantuml: '@startuml\nA -> B: hello\n@enduml',
  bpmn: null,
  model: {
    kind: 'sequence',
    participants: [{ id: 'a', name: 'Client' }],
    steps: [{ type: 'message', from: 'a', to: 'a', text: 'hello' }],
  },
  notes: [{ rule: 'self', severity: 'warning', message: both('A message to oneself.'), at: 'Client' }],
};
const outline: Outline = {
  lines: 3,
  errors: [],
  regions: [],
  variables: [],
  methods: [
    {
      name: 'Post',
      kind: 'procedure',
      export: true,
      directives: [],
      parameters: [],
      description: '',
      region: null,
      line: 1,
      end_line: 3,
      complexity: 1,
      nesting: 0,
      calls: [],
      outside_calls: ['Prices.Discount'],
      called_by: [],
      writes: [],
      queries: [],
    },
  ],
};
const project = {
  id: '00000000-0000-7000-8000-000000000001',
  name: 'Trade',
  description: '',
  status: 'ready',
  version: 1,
  figures: null,
  created_by: null,
  created_at: '2026-01-01T00:00:00Z',
  updated_at: '2026-01-01T00:00:00Z',
};
const catalog = {
  name: 'Catalog.Goods',
  names: { ru: 'Справочник.Товары', en: 'Catalog.Goods' },
  kind: 'Catalog',
  synonym: {},
  extension: null,
  attributes: 0,
  forms: 0,
  modules: 0,
};
const draw = 'POST /api/assistants/diagrams';
const answers = { [draw]: () => drawn };

afterEach(cleanup);

test('an example of each kind is one button away; what was understood and what was not is told', async () => {
  const person = userEvent.setup();
  const asked = await renderAt(<DiagramsScreen />, { path, answers });
  const examples = await screen.findByRole('list', { name: 'Examples by kind' });
  expect(within(examples).getAllByRole('button')).toHaveLength(8);
  await person.click(within(examples).getByRole('button', { name: 'Sequence' }));
  expect(await screen.findByText('participants: 1')).toBeTruthy();
  expect(asked[0]?.body).toEqual({ kind: 'sequence', text: exampleTexts.sequence });
  expect(screen.getByText(/A message to oneself/)).toBeTruthy();
  await person.click(screen.getByRole('tab', { name: 'PlantUML' }));
  expect(screen.getByText(/@startuml/)).toBeTruthy();
  expect(screen.queryByRole('tab', { name: 'BPMN XML' })).toBeNull();
});

test('a text is drawn while it is typed; lines that became nothing are told', async () => {
  const person = userEvent.setup();
  const asked = await renderAt(<DiagramsScreen />, { path, answers });
  const field = await screen.findByRole('textbox', { name: 'Description' });
  await person.type(field, 'A -> B: hello{enter}just a remark');
  expect(await screen.findByText('Line 2: just a remark')).toBeTruthy();
  expect(asked.at(-1)?.body).toEqual({ text: 'A -> B: hello\njust a remark' });
});

test('a schedule of lines goes as a model', async () => {
  const person = userEvent.setup();
  const asked = await renderAt(<DiagramsScreen />, { path, answers });
  const examples = await screen.findByRole('list', { name: 'Examples by kind' });
  await person.click(within(examples).getByRole('button', { name: 'Schedule (Gantt)' }));
  await screen.findByText('participants: 1');
  expect(asked[0]?.body).toMatchObject({ model: { kind: 'gantt', start: '2026-02-02' } });
});

test('code is drawn as calls, a sequence and a class', async () => {
  const person = userEvent.setup();
  const asked = await renderAt(<DiagramsScreen />, {
    path,
    answers: { ...answers, 'POST /api/assistants/code/outline': () => outline },
  });
  const examples = await screen.findByRole('list', { name: 'Examples by kind' });
  await person.click(within(examples).getByRole('button', { name: 'Classes' }));
  await screen.findByText('participants: 1');
  expect(asked[0]?.body).toEqual({ code: exampleModule });
  expect(asked[1]?.body).toMatchObject({
    model: { kind: 'class', classes: [{ name: 'Module' }, { name: 'Prices' }] },
  });
  await person.click(screen.getByRole('combobox', { name: 'Kind' }));
  await person.click(await screen.findByRole('option', { name: 'Sequence of calls' }));
  await expect.poll(() => asked.length).toBe(3);
  expect(asked[2]?.body).toMatchObject({ model: { kind: 'sequence', title: 'Post' } });
});

test('objects of a project are drawn with their relations', async () => {
  const person = userEvent.setup();
  const base = `GET /api/assistants/projects/${project.id}`;
  const asked = await renderAt(<DiagramsScreen />, {
    path,
    answers: {
      ...answers,
      'GET /api/assistants/projects': () => page(project),
      [`${base}/objects`]: () => page(catalog),
      [`${base}/object`]: () => ({
        ...catalog,
        comment: '',
        file: '',
        properties: {},
        references: {},
        fields: [],
        tabular_sections: [],
        values: [],
        object_forms: [],
        commands: [],
        templates: [],
        object_modules: [],
        rights: [],
      }),
    },
  });
  await person.click(await screen.findByRole('button', { name: 'Project' }));
  await person.click(await screen.findByRole('combobox', { name: 'Objects' }));
  await person.click(await screen.findByRole('option', { name: 'Catalog.Goods' }));
  await person.click(screen.getByRole('button', { name: 'Draw' }));
  await screen.findByText('participants: 1');
  expect(asked.find(({ method }) => method === 'POST')?.body).toMatchObject({
    model: { kind: 'er', title: 'Trade', entities: [{ name: 'Справочник.Товары' }] },
  });
});

test('without a project the way to one is shown', async () => {
  const person = userEvent.setup();
  await renderAt(<DiagramsScreen />, { path, answers: { 'GET /api/assistants/projects': () => page() } });
  await person.click(await screen.findByRole('button', { name: 'Project' }));
  expect((await screen.findByRole('link', { name: 'To the projects' })).getAttribute('href')).toBe(
    '/assistants/projects',
  );
});

test('a source of Mermaid is checked; broken JSON is told', async () => {
  const person = userEvent.setup();
  const asked = await renderAt(<DiagramsScreen />, {
    path,
    answers: {
      ...answers,
      'POST /api/assistants/diagrams/lint': () => ({
        kind: 'flowchart',
        findings: [{ rule: 'brackets', severity: 'error', message: both('A bracket has no pair.'), at: '2' }],
      }),
    },
  });
  await person.click(await screen.findByRole('button', { name: 'Source' }));
  const field = screen.getByRole('textbox', { name: /Mermaid, BPMN/ });
  await person.click(field);
  await person.paste('{"kind":');
  expect(await screen.findByText('This JSON cannot be read yet.')).toBeTruthy();
  await person.clear(field);
  await person.paste('flowchart LR\n  a[x --> b');
  await person.click(screen.getByRole('button', { name: 'Draw' }));
  expect(await screen.findByText(/A bracket has no pair/)).toBeTruthy();
  expect(asked[0]?.body).toEqual({ text: 'flowchart LR\n  a[x --> b' });
});

test('the engine says itself what it misses', async () => {
  const person = userEvent.setup();
  await renderAt(<DiagramsScreen />, {
    path,
    answers: {
      [draw]: () =>
        Response.json(
          {
            type: 'about:blank',
            title: 'Refused',
            status: 422,
            code: 'assistants.diagram_refused',
            explanation: both('The text has no steps.'),
          },
          { status: 422 },
        ),
    },
  });
  const examples = await screen.findByRole('list', { name: 'Examples by kind' });
  await person.click(within(examples).getByRole('button', { name: 'Flowchart' }));
  expect(await screen.findByText('The text has no steps.')).toBeTruthy();
});
