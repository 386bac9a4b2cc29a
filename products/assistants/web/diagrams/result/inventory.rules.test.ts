import { expect, test } from 'vitest';
import { processFromText, sequenceFromText } from '#products/assistants/engines/diagrams';
import { exampleTexts } from '../examples.ts';
import { inventoryOf } from './inventory.rules.ts';

const told = (kind: string, model: unknown) =>
  inventoryOf(kind, model).map(({ word, count }) => `${word} ${count}`);

test('a process has lanes, steps and decisions', () => {
  const made = processFromText(exampleTexts.bpmn);
  expect(made.ok && told('bpmn', made.value.model)).toEqual(['participants 4', 'steps 5', 'decisions 2']);
});

test('messages have participants', () => {
  const made = sequenceFromText(exampleTexts.sequence);
  const lines = made.ok ? inventoryOf('sequence', made.value) : [];
  expect(lines[0]).toEqual({
    word: 'participants',
    count: 5,
    names: ['Покупатель', 'Сайт', '1С', 'Склад', 'Банк'],
  });
  expect(lines[1]).toMatchObject({ word: 'messages', count: 8 });
});

test('what is no model holds nothing', () => {
  expect(inventoryOf('er', null)).toEqual([]);
  expect(inventoryOf('er', { entities: 'no' })).toEqual([]);
  expect(inventoryOf(null, { nodes: [{}] })).toEqual([]);
});
