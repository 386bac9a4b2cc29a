import { expect, test } from 'vitest';
import { queriesOf } from '#products/assistants/engines/module-queries';
import { applyRewrite, edited } from './apply-rewrite.rules.ts';

const query = 'ВЫБРАТЬ РАЗЛИЧНЫЕ\n\tТ.А\nИЗ\n\tСправочник.Т КАК Т';
const edits = [{ start: 7, end: 17, text: '' }];
const changed = 'ВЫБРАТЬ\n\tТ.А\nИЗ\n\tСправочник.Т КАК Т';
const inModule = (text: string): string =>
  `Запрос = Новый Запрос;\nЗапрос.Текст = "${text.replaceAll('\n', '\n|')}";\n`;

test('edits keep to their places in any order', () => {
  expect(
    edited('абв', [
      { start: 0, end: 1, text: 'АА' },
      { start: 2, end: 3, text: '' },
    ]),
  ).toBe('ААб');
});

test('a rewrite of a query is in its text', () => {
  expect(applyRewrite(query, { kind: 'query', index: 0, query, edits })).toBe(changed);
});

test('a rewrite goes back into the module around the query', () => {
  const source = inModule(query);
  const held = queriesOf('module.bsl', source, true).queries[0]?.text ?? '';
  const start = held.indexOf(' РАЗЛИЧНЫЕ');
  const text = applyRewrite(source, {
    kind: 'module',
    index: 0,
    query: held,
    edits: [{ start, end: start + ' РАЗЛИЧНЫЕ'.length, text: '' }],
  });
  expect(text).toContain('|\tТ.А');
  expect(text).not.toContain('РАЗЛИЧНЫЕ');
  expect(text?.startsWith('Запрос = Новый Запрос;\n')).toBe(true);
});

test('a text that has changed since, or is put together in code, stays as it is', () => {
  expect(applyRewrite(`${query} `, { kind: 'query', index: 0, query, edits })).toBeNull();
  const pieces = `Текст = "${query.replaceAll('\n', '\n|')}" + Отбор;\n`;
  const held = queriesOf('module.bsl', pieces, true).queries[0]?.text ?? '';
  expect(applyRewrite(pieces, { kind: 'module', index: 0, query: held, edits: [] })).toBeNull();
});
