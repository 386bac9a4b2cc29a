import { expect, it } from 'vitest';
import { nameOfSource, placeOfSource } from './source-place.rules.ts';

const id = '01a1ff8b-4256-77b6-b0ca-053c3caf42e7';
const project = '01a1ff8b-40cb-76db-9e2c-9397ff04ff81';
const none = { page: null, lines: null };

it.each([
  [
    'a document with pages',
    { kind: 'document', title: 'Rules', reference: `rules #1.docx#${id}`, page: 7, lines: null },
    `/assistants/knowledge/documents/${id}?page=7`,
  ],
  [
    'lines of a document',
    { kind: 'document', title: 'Rules', reference: `rules.md#${id}`, page: null, lines: [12, 18] },
    `/assistants/knowledge/documents/${id}?line=12&last=18`,
  ],
  [
    'a module',
    { kind: 'code', title: 'Close', reference: 'CommonModules/A/Ext/Module.bsl', page: null, lines: [5, 5] },
    `/assistants/projects/${project}/module?path=CommonModules%2FA%2FExt%2FModule.bsl&line=5`,
  ],
  [
    'an object',
    { kind: 'metadata', title: 'Catalog.A', reference: 'Catalogs/A.xml', ...none },
    `/assistants/projects/${project}/object?name=Catalog.A`,
  ],
] as const)('%s is led to', (_name, source, path) => {
  const lines = source.lines === null ? null : [...source.lines];
  expect(placeOfSource({ ...source, lines }, project)?.path).toBe(path);
});

it.each([
  [{ kind: 'memory', title: 'x', reference: id, ...none }, project],
  [{ kind: 'document', title: 'x', reference: 'rules.docx', ...none }, project],
  [{ kind: 'code', title: 'x', reference: 'Module.bsl', ...none }, null],
] as const)('%j is nowhere to be seen', (source, projectId) => {
  expect(placeOfSource(source, projectId)).toBeNull();
});

it('a document is called by its file', () => {
  expect(nameOfSource({ kind: 'document', title: 'x', reference: `rules.docx#${id}`, ...none })).toBe(
    'rules.docx',
  );
  expect(nameOfSource({ kind: 'code', title: 'x', reference: 'a#b.bsl', ...none })).toBe('a#b.bsl');
});
