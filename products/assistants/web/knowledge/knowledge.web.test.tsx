// @vitest-environment happy-dom
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, it } from 'vitest';
import type { KnowledgeCollection, KnowledgeDocument } from '../../contract/index.ts';
import { type Answers, nothing, page, refusal, renderAt } from '../render.fixture.tsx';
import { answerUploads } from '../upload.fixture.ts';
import { CollectionsScreen } from './collections/collections-screen.tsx';
import { DocumentScreen } from './document/document-screen.tsx';
import { CollectionScreen } from './documents/collection-screen.tsx';
import { SearchScreen } from './search/search-screen.tsx';

const at = '2026-11-21T10:00:00.000Z';
const collection: KnowledgeCollection = {
  id: '01a1ff8b-4256-77b6-b0ca-053c3caf42e7',
  name: 'Rules',
  description: 'How we work',
  reading: { kind: 'company', least_role: 'viewer' },
  documents: 2,
  waiting: 0,
  refused: 1,
  chunks: 25,
  can_write: true,
  can_manage: true,
  created_at: at,
  updated_at: at,
};
const ready: KnowledgeDocument = {
  id: '01a1ff8b-4356-77ab-a11f-4d6a0857093e',
  collection_id: collection.id,
  name: 'rules.md',
  title: 'Closing of a month',
  kind: 'md',
  size: 25_344,
  status: 'ready',
  progress: 1,
  fault: null,
  warnings: [],
  pages: null,
  parts: 3,
  characters: 13_000,
  chunks: 25,
  indexed_at: at,
  can_manage: true,
  uploaded_by: null,
  created_at: at,
  updated_at: at,
};
const broken: KnowledgeDocument = {
  ...ready,
  id: '01a1ff8b-43bb-7f90-a935-90d69466faa3',
  name: 'old.docx',
  title: null,
  kind: null,
  status: 'refused',
  fault: { ru: 'Файл защищён паролем', en: 'The file is protected by a password' },
  parts: 0,
  chunks: 0,
};
const root = '/api/assistants/knowledge';
const ofCollection = `${root}/collections/${collection.id}`;
const company = (role: string, personal = false) => ({ id: 'c', name: 'Firm', personal, role, active: true });
const around: Answers = {
  'GET /companies/': () => page(company('admin')),
  [`GET ${root}/collections`]: () => page(collection),
  [`GET ${ofCollection}`]: () => collection,
  [`GET ${ofCollection}/documents`]: () => page(broken, ready),
};
let restore = (): void => {};

afterEach(() => {
  restore();
  restore = () => {};
  cleanup();
});

it('an administrator makes a collection for chosen people', async () => {
  const made = { ...collection, id: '01a1ff8b-4256-77b6-b0ca-000000000001' };
  const asked = await renderAt(<CollectionsScreen />, {
    path: '/assistants/knowledge',
    answers: {
      ...around,
      [`GET ${root}/collections`]: () => page(),
      'GET /companies/c/members': () => page({ user_id: 'p', display_name: 'Boris', role: 'member' }),
      [`POST ${root}/collections`]: () => made,
    },
  });
  await userEvent.click(await screen.findByRole('button', { name: 'New collection' }));
  const dialog = await screen.findByRole('dialog', { name: 'A new collection' });
  await userEvent.type(within(dialog).getByRole('textbox', { name: /Name/ }), 'Guides');
  await userEvent.click(await within(dialog).findByRole('radio', { name: /Chosen people/ }));
  await userEvent.click(within(dialog).getByRole('combobox', { name: 'People' }));
  await userEvent.click(await screen.findByRole('option', { name: 'Boris' }));
  await userEvent.click(within(dialog).getByRole('button', { name: 'Create' }));
  await waitFor(() =>
    expect(asked.find(({ method }) => method === 'POST')?.body).toEqual({
      name: 'Guides',
      description: '',
      reading: { kind: 'members', member_ids: ['p'] },
    }),
  );
  await waitFor(() =>
    expect(screen.getByTestId('address').textContent).toBe(`/assistants/knowledge/${made.id}`),
  );
});

it('a viewer is not offered what is not allowed', async () => {
  await renderAt(<CollectionsScreen />, {
    path: '/assistants/knowledge',
    answers: {
      ...around,
      'GET /companies/': () => page(company('viewer')),
      [`GET ${root}/collections`]: () => page(),
    },
  });
  expect(await screen.findByText('Nobody has shared documents with you in this company yet.')).toBeDefined();
  expect(screen.queryByRole('button', { name: 'New collection' })).toBeNull();
});

it('documents are sent one after the other; what cannot be read is told in plain words', async () => {
  const sent: string[] = [];
  restore = answerUploads(({ query, pathname }) => {
    sent.push(`${pathname} ${query.get('name')}`);
    return query.get('name') === 'full.txt'
      ? refusal(429, 'assistants.too_many_documents')
      : Response.json(ready, { status: 202 });
  });
  await renderAt(<CollectionScreen />, {
    path: '/assistants/knowledge/:id',
    address: `/assistants/knowledge/${collection.id}`,
    answers: around,
  });
  expect(await screen.findByText('The file is protected by a password')).toBeDefined();
  const input = screen.getByLabelText('Choose files', { selector: 'input' });
  await userEvent.upload(input, [
    new File(['one'], 'one.txt', { type: 'text/plain' }),
    new File([], 'empty.txt', { type: 'text/plain' }),
    new File(['full'], 'full.txt', { type: 'text/plain' }),
  ]);
  const list = await screen.findByRole('list', { name: 'Files on their way' });
  expect(await within(list).findByText('The file is empty.')).toBeDefined();
  expect(await within(list).findByText(/The collection is full/)).toBeDefined();
  await waitFor(() => expect(within(list).queryByText('one.txt')).toBeNull());
  expect(sent).toEqual([`${ofCollection}/documents one.txt`, `${ofCollection}/documents full.txt`]);
});

it('a collection is deleted after a question only', async () => {
  const asked = await renderAt(<CollectionScreen />, {
    path: '/assistants/knowledge/:id',
    address: `/assistants/knowledge/${collection.id}`,
    answers: { ...around, [`DELETE ${ofCollection}`]: nothing },
  });
  await userEvent.click(await screen.findByRole('button', { name: 'Delete' }));
  const dialog = await screen.findByRole('dialog', { name: 'Delete the collection?' });
  expect(asked.some(({ method }) => method === 'DELETE')).toBe(false);
  await userEvent.click(within(dialog).getByRole('button', { name: 'Delete the collection' }));
  expect(await screen.findByText('The collection was deleted.')).toBeDefined();
});

it('a passage leads to its place', async () => {
  const asked = await renderAt(<SearchScreen />, {
    path: '/assistants/knowledge/search',
    address: '/assistants/knowledge/search?q=month',
    answers: {
      ...around,
      [`POST ${root}/search`]: () => ({
        items: [
          {
            document_id: ready.id,
            document_name: 'rules.md',
            document_title: 'Closing of a month',
            kind: 'md',
            collection_id: collection.id,
            collection_name: 'Rules',
            heading: ['Closing of a month', 'Step 2'],
            page: null,
            lines: [41, 51],
            part: 2,
            excerpt: { text: 'The month is closed', marks: [[4, 9]] },
            score: 2,
          },
        ],
        method: 'words',
        took_ms: 3,
      }),
    },
  });
  const link = await screen.findByRole('link', { name: 'Closing of a month' });
  expect(link.getAttribute('href')).toBe(
    `/assistants/knowledge/documents/${ready.id}?part=2&line=41&last=51&q=month`,
  );
  expect(screen.getByText('month', { selector: 'mark' })).toBeDefined();
  expect(screen.getByText('Rules · lines 41–51')).toBeDefined();
  expect(asked.find(({ method }) => method === 'POST')?.body).toEqual({ query: 'month', limit: 10 });
});

it('a line of a citation opens the part it stands in', async () => {
  const starts = [1, 50, 90];
  await renderAt(<DocumentScreen />, {
    path: '/assistants/knowledge/documents/:id',
    address: `/assistants/knowledge/documents/${ready.id}?line=61`,
    answers: {
      ...around,
      [`GET ${root}/documents/${ready.id}`]: () => ({
        ...ready,
        outline: [{ title: 'Step 2', level: 1, page: null, line: 50, part: 2 }],
      }),
      [`GET ${root}/documents/${ready.id}/text`]: ({ query }) => {
        const part = Number(query.get('part'));
        const first = starts[part - 1] ?? 0;
        return {
          part,
          parts: 3,
          page: null,
          blocks: [0, 10].map((more) => ({
            kind: 'paragraph',
            level: null,
            text: `Words of line ${first + more}`,
            cells: [],
            line: first + more,
          })),
        };
      },
    },
  });
  const place = await screen.findByText('Words of line 60');
  expect(place.closest('[data-place="true"]')).not.toBeNull();
  expect(screen.getByText('Part 2 of 3')).toBeDefined();
  expect(screen.getByRole('link', { name: 'Step 2' }).getAttribute('aria-current')).toBe('location');
});

it('a document that is not there is said to be so', async () => {
  await renderAt(<DocumentScreen />, {
    path: '/assistants/knowledge/documents/:id',
    address: `/assistants/knowledge/documents/${ready.id}`,
    answers: { [`GET ${root}/documents/${ready.id}`]: () => refusal(404, 'assistants.document_not_found') },
  });
  expect(await screen.findByText('There is no such document, or it is not open to you.')).toBeDefined();
});
