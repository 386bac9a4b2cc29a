import { expect, test } from 'vitest';
import { exampleTexts } from '../examples.ts';
import { unreadLines } from './unread-lines.ts';

test('lines that became nothing are told, the title is not', () => {
  const text = 'Заказ\n\nНовый -> Закрыт: оплата\nЭто просто примечание';
  expect(unreadLines('state', text, 'Заказ')).toEqual([{ line: 4, text: 'Это просто примечание' }]);
});

test.each(['sequence', 'state', 'c4'] as const)('the example of %s is read whole', (kind) => {
  expect(unreadLines(kind, exampleTexts[kind], 'Заказ покупателя')).toEqual([]);
});

test('of kinds that are not read by lines nothing is said', () => {
  expect(unreadLines('bpmn', 'что угодно', '')).toEqual([]);
});
