import { expect, test } from 'vitest';
import type { CheckedFile, CodeFinding, Severity } from '../../../contract/index.ts';
import { filtered, findingsOf, noFilter, rowsOf, ruleCounts } from './findings.rules.ts';

const finding = (key: string, severity: Severity, line: number): CodeFinding => ({
  key,
  severity,
  type: 'smell',
  message: `О правиле ${key}`,
  range: { start: { line, character: 0 }, end: { line, character: 1 } },
});

const files: readonly CheckedFile[] = [
  { path: 'Б.bsl', findings: [finding('Typo', 'info', 9), finding('LineLength', 'minor', 2)] },
  { path: 'А.bsl', findings: [finding('Typo', 'info', 1), finding('ParseError', 'critical', 7)] },
];
const all = findingsOf(files);
const shown = (found: typeof all) =>
  found.map(({ path, finding: { key, range } }) => `${path} ${key} ${range.start.line}`);

test('the worst come first, then by place', () => {
  expect(shown(all)).toEqual(['А.bsl ParseError 7', 'Б.bsl LineLength 2', 'А.bsl Typo 1', 'Б.bsl Typo 9']);
});

test('filters hold together', () => {
  expect(shown(filtered(all, { ...noFilter, severities: ['info'], file: 'б.BSL' }))).toEqual([
    'Б.bsl Typo 9',
  ]);
  expect(shown(filtered(all, { ...noFilter, rule: 'LineLength' }))).toEqual(['Б.bsl LineLength 2']);
  expect(shown(filtered(all, { ...noFilter, text: 'правиле pars' }))).toEqual(['А.bsl ParseError 7']);
  expect(filtered(all, noFilter)).toHaveLength(4);
});

test('rules are counted', () => {
  expect(ruleCounts(all)).toEqual([
    ['Typo', 2],
    ['LineLength', 1],
    ['ParseError', 1],
  ]);
});

test('groups have heads', () => {
  const heads = (grouping: 'file' | 'rule' | 'severity') =>
    rowsOf(all, grouping).flatMap((row) => (row.kind === 'group' ? [`${row.name} ${row.count}`] : []));
  expect(heads('file')).toEqual(['А.bsl 2', 'Б.bsl 2']);
  expect(heads('rule')).toEqual(['Typo 2', 'LineLength 1', 'ParseError 1']);
  expect(heads('severity')).toEqual(['critical 1', 'minor 1', 'info 2']);
  expect(rowsOf(all, 'none')).toHaveLength(4);
  expect(rowsOf(all, 'file').map(({ id }) => id)).toEqual([
    'group:А.bsl',
    'А.bsl#0',
    'А.bsl#1',
    'group:Б.bsl',
    'Б.bsl#1',
    'Б.bsl#0',
  ]);
});
