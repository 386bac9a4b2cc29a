import { expect, it } from 'vitest';
import { metadataChecks } from '#products/assistants/engines/metadata';
import type { Project } from '../../rule.ts';
import { diagnose } from '../../run.ts';
import { configurationRules } from './index.ts';

it('are the checks of the metadata engine, with its types and severities', () => {
  const told = configurationRules.map(({ key, type, severity, isActive }) => ({
    key,
    type,
    severity,
    on: isActive,
  }));
  expect(told.toSorted((left, right) => (left.key < right.key ? -1 : 1))).toEqual(metadataChecks);
});

it('are told at the first token of the module they belong to', () => {
  const project: Project = {
    commonModule: () => undefined,
    ownerOf: () => undefined,
    hasObject: () => true,
    hasUniqueCodes: () => undefined,
    findingsAt: (path) =>
      path === 'a.bsl' ? [{ key: 'ForbiddenMetadataName', message: { ru: 'Занято', en: 'Taken' } }] : [],
    compatibility: undefined,
    languages: [],
    useModality: false,
    useSynchronousCalls: false,
  };
  const rules = configurationRules.map((rule) => ({ rule, parameters: {} }));
  const check = (path: string, known?: Project) =>
    diagnose('\n\tПерем А;', { rules, path, moduleType: 'UNKNOWN', project: known }).findings;
  expect(check('a.bsl', project)).toMatchObject([
    {
      key: 'ForbiddenMetadataName',
      message: { ru: 'Занято' },
      range: { start: { line: 1, character: 1 }, end: { line: 1, character: 6 } },
    },
  ]);
  expect(check('b.bsl', project)).toEqual([]);
  expect(check('a.bsl')).toEqual([]);
});
