// @vitest-environment happy-dom
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, it } from 'vitest';
import type { Project, ProjectObjectDetail, ProjectUpload } from '../../contract/index.ts';
import { type Answers, nothing, page, refusal, renderAt } from '../render.fixture.tsx';
import { answerUploads } from '../upload.fixture.ts';
import { ProjectsScreen } from './list/projects-screen.tsx';
import { ProjectScreen } from './project-screen.tsx';

const at = '2026-11-21T10:00:00.000Z';
const id = '01a1ff8b-40cb-76db-9e2c-9397ff04ff81';
const figures: Project['figures'] = {
  configuration: 'Trade',
  configuration_version: '1.3.0',
  vendor: '',
  layout: 'designer',
  compatibility_mode: '8.3.24',
  extensions: [],
  objects: 2,
  kinds: [{ kind: 'Catalog', name: { ru: 'Справочники', en: 'Catalog' }, count: 2 }],
  attributes: 3,
  tabular_sections: 0,
  forms: 1,
  modules: 1,
  methods: 2,
  lines: 8,
  conflicts: 1,
  faults: 0,
};
const empty: Project = {
  id,
  name: 'Shop',
  description: '',
  status: 'empty',
  version: 0,
  figures: null,
  created_by: null,
  created_at: at,
  updated_at: at,
};
const full: Project = { ...empty, status: 'ready', version: 2, figures };
const upload: ProjectUpload = {
  id: '01a1ff8b-4146-72de-aaa3-9bca30c3826c',
  name: 'trade.zip',
  kind: 'archive',
  size: 27_587,
  status: 'reading',
  progress: 0.4,
  fault: null,
  uploaded_by: null,
  created_at: at,
};
const field = (name: string, part: string, type: string, ref = type) => ({
  names: { ru: name, en: name },
  part,
  type: { ru: type, en: ref },
  synonym: {},
  extension: null,
});
const object: ProjectObjectDetail = {
  name: 'Catalog.Goods',
  names: { ru: 'Справочник.Goods', en: 'Catalog.Goods' },
  kind: 'Catalog',
  synonym: { en: 'Goods and services' },
  extension: null,
  attributes: 1,
  forms: 0,
  modules: 1,
  comment: '',
  file: 'Catalogs/Goods.xml',
  properties: { codeLength: '9' },
  references: { owners: ['Catalog.Partners'] },
  fields: [
    field('Code', 'StandardAttribute', 'String(9)'),
    field('Maker', 'Attribute', 'CatalogRef.Partners', 'CatalogRef.Partners'),
  ],
  tabular_sections: [],
  values: [],
  object_forms: [],
  commands: [],
  templates: [],
  object_modules: [
    {
      path: 'Catalogs/Goods/Ext/ObjectModule.bsl',
      type: 'ObjectModule',
      owner: 'Catalog.Goods',
      lines: 8,
      methods: 2,
    },
  ],
  rights: [{ role: 'Storekeeper', allowed: ['Read', 'Update'] }],
};
const root = `/api/assistants/projects/${id}`;
const around: Answers = {
  'GET /companies/': () => page({ id: 'c', name: 'Firm', personal: false, role: 'member', active: true }),
  [`GET ${root}`]: () => full,
  [`GET ${root}/uploads`]: () => page(),
};
const open = (answers: Answers, rest = '') =>
  renderAt(<ProjectScreen />, {
    path: '/assistants/projects/:id/:section?',
    address: `/assistants/projects/${id}${rest}`,
    answers: { ...around, ...answers },
  });
let restore = (): void => {};

afterEach(() => {
  restore();
  restore = () => {};
  cleanup();
});

it('an empty list teaches how to make an export, and a project is made', async () => {
  const asked = await renderAt(<ProjectsScreen />, {
    path: '/assistants/projects',
    answers: {
      ...around,
      'GET /api/assistants/projects': () => page(),
      'POST /api/assistants/projects': () => empty,
    },
  });
  expect(await screen.findByRole('heading', { name: 'How to make an export' })).toBeDefined();
  await userEvent.click(screen.getByRole('button', { name: 'New project' }));
  const dialog = await screen.findByRole('dialog', { name: 'A new project' });
  await userEvent.type(within(dialog).getByRole('textbox', { name: /Name/ }), 'Shop');
  await userEvent.click(within(dialog).getByRole('button', { name: 'Create' }));
  await waitFor(() => expect(screen.getByTestId('address').textContent).toBe(`/assistants/projects/${id}`));
  expect(asked.find(({ method }) => method === 'POST')?.body).toEqual({ name: 'Shop', description: '' });
});

it('an export is sent and read with its progress told; faults are told in plain words', async () => {
  const sent: string[] = [];
  const uploads: ProjectUpload[] = [];
  let isRead = false;
  restore = answerUploads(({ query }) => {
    sent.push(query.get('name') ?? '');
    uploads.unshift({ ...upload, name: query.get('name') ?? '' });
    return Response.json(upload, { status: 202 });
  });
  await open({
    [`GET ${root}`]: () => (isRead ? full : empty),
    [`GET ${root}/uploads`]: () => {
      const done = { status: 'refused', fault: { ru: 'Нет', en: 'Not a zip archive' } } as const;
      return page(...uploads.map((each) => (isRead ? { ...each, ...done } : each)));
    },
  });
  const input = await screen.findByLabelText('Choose a file', { selector: 'input' });
  await userEvent.upload(input, [new File(['zip'], 'trade.zip'), new File(['x'], 'notes.bsl')]);
  const dialog = await screen.findByRole('dialog', { name: 'Where does the module belong?' });
  const path = within(dialog).getByRole('textbox', { name: 'Path of the module' });
  const send = within(dialog).getByRole('button', { name: 'Upload' });
  expect(send.hasAttribute('disabled')).toBe(true);
  await userEvent.clear(path);
  await userEvent.type(path, 'CommonModules\\Notes\\Ext\\Module.bsl');
  await userEvent.click(send);
  await waitFor(() => expect(screen.getAllByText('Being read, 40%')).toHaveLength(2));
  isRead = true;
  expect((await screen.findAllByText('Not a zip archive')).length).toBe(2);
  expect(sent).toEqual(['trade.zip', 'CommonModules/Notes/Ext/Module.bsl']);
  expect(await screen.findByText('1.3.0')).toBeDefined();
});

it('objects are found by kind, and an object tells its types, rights and code', async () => {
  const asked = await open(
    {
      [`GET ${root}/objects`]: () => page(object),
      [`GET ${root}/object`]: () => object,
    },
    '/objects?kind=Catalog',
  );
  await userEvent.click(await screen.findByRole('link', { name: 'Catalog.Goods' }));
  expect(asked.find(({ pathname }) => pathname.endsWith('/objects'))?.query.get('kind')).toBe('Catalog');
  expect(await screen.findByRole('heading', { name: 'Catalog.Goods' })).toBeDefined();
  expect(screen.getByRole('link', { name: 'CatalogRef.Partners' }).getAttribute('href')).toBe(
    `/assistants/projects/${id}/object?name=Catalog.Partners`,
  );
  expect(screen.getByText('read, change')).toBeDefined();
  expect(screen.getByRole('link', { name: 'Object module · Goods' })).toBeDefined();
  expect(screen.queryByText('String(9)')).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: 'Show 1 standard attribute' }));
  expect(screen.getByText('String(9)')).toBeDefined();
});

it('an object that is not there comes with what was meant', async () => {
  await open(
    {
      [`GET ${root}/object`]: () =>
        Response.json(
          {
            type: 'about:blank',
            title: 'Not Found',
            status: 404,
            code: 'assistants.object_not_found',
            suggestions: ['Catalog.Goods'],
          },
          { status: 404 },
        ),
    },
    '/object?name=Good',
  );
  expect(await screen.findByText('The configuration has no such object.')).toBeDefined();
  expect(screen.getByRole('link', { name: 'Catalog.Goods' })).toBeDefined();
});

it('problems and changes of versions are listed', async () => {
  const version = (number: number) => ({ version: number, cause: 'trade.zip', figures, created_at: at });
  const asked = await open(
    {
      [`GET ${root}/faults`]: () =>
        page({
          kind: 'conflict',
          code: 'name_taken',
          file: 'ext/Catalogs/Goods.xml',
          line: 6,
          message: { ru: 'Имя занято', en: 'The name is taken' },
        }),
      [`GET ${root}/versions`]: () => page(version(2), version(1)),
      [`GET ${root}/diff`]: () => ({
        from: 1,
        to: 2,
        added: [{ ru: 'Справочник.Склады', en: 'Catalog.Stores' }],
        removed: [],
        changed: [],
        configuration: [{ change: 'changed', path: 'version', before: '1.2.3', after: '1.3.1' }],
        left_out: 0,
      }),
    },
    '/checks',
  );
  expect(await screen.findByText('The name is taken')).toBeDefined();
  expect(screen.getByText('ext/Catalogs/Goods.xml · line 6')).toBeDefined();
  await userEvent.click(screen.getByRole('link', { name: 'Versions' }));
  expect(await screen.findByRole('link', { name: 'Catalog.Stores' })).toBeDefined();
  expect(screen.getByText('Version — changed')).toBeDefined();
  expect(screen.getByText('1.3.1')).toBeDefined();
  expect(asked.find(({ pathname }) => pathname.endsWith('/diff'))?.query.toString()).toBe('from=1&to=2');
});

it('a file in use is taken out after a question, in words when that is refused', async () => {
  const asked = await open({
    [`GET ${root}/uploads`]: () => page({ ...upload, status: 'current', progress: 1 }),
    [`DELETE ${root}/uploads/${upload.id}`]: () => refusal(409, 'assistants.upload_in_progress'),
    [`DELETE ${root}`]: nothing,
  });
  await userEvent.click(await screen.findByRole('button', { name: 'Take trade.zip out of the project' }));
  const dialog = await screen.findByRole('dialog', { name: 'Take the file out of the project?' });
  expect(asked.some(({ method }) => method === 'DELETE')).toBe(false);
  await userEvent.click(within(dialog).getByRole('button', { name: 'Take out' }));
  expect(
    await within(dialog).findByText('The file is being read. Try again when that is done.'),
  ).toBeDefined();
});
