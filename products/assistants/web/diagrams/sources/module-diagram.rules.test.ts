import { expect, test } from 'vitest';
import { readDiagram, toMermaid } from '#products/assistants/engines/diagrams';
import type { Outline, OutlineMethod } from '../../../contract/index.ts';
import { callGraph, callSequence, classOfModule } from './module-diagram.rules.ts';

const method = (name: string, more: Partial<OutlineMethod> = {}): OutlineMethod => ({
  name,
  kind: 'procedure',
  export: false,
  directives: [],
  parameters: [],
  description: '',
  region: null,
  line: 1,
  end_line: 2,
  complexity: 1,
  nesting: 0,
  calls: [],
  outside_calls: [],
  called_by: [],
  writes: [],
  queries: [],
  ...more,
});
const outline: Outline = {
  lines: 10,
  errors: [],
  regions: [],
  variables: [{ name: 'Кэш', export: false, line: 1 }],
  methods: [
    method('Провести', {
      export: true,
      calls: ['Проверить', 'провести'],
      outside_calls: ['Скидки.Рассчитать'],
      parameters: [{ name: 'Заказ', by_value: false, default: null }],
    }),
    method('Проверить', { kind: 'function', outside_calls: ['Скидки.Рассчитать', 'Общего.Сообщить'] }),
  ],
};
const words = { module: 'Модуль', caller: 'Вызывающий код', value: 'значение' };

test('calls are arrows; other modules have frames', () => {
  const graph = callGraph(outline, words);
  expect(graph.groups?.map(({ name }) => name)).toEqual(['Модуль', 'Скидки', 'Общего']);
  expect(graph.edges.map(({ from, to }) => `${from} > ${to}`)).toEqual([
    'own Провести > own Проверить',
    'own Провести > own Провести',
    'own Провести > outside Скидки.Рассчитать',
    'own Проверить > outside Скидки.Рассчитать',
    'own Проверить > outside Общего.Сообщить',
  ]);
});

test('calls follow one another; a method that calls itself ends', () => {
  const { participants, steps } = callSequence(outline, 'Провести', words);
  expect(participants.map(({ name }) => name)).toEqual(['Вызывающий код', 'Модуль', 'Скидки', 'Общего']);
  expect(steps.map((step) => (step.type === 'message' ? step.text : ''))).toEqual([
    'Провести()',
    'Проверить()',
    'Рассчитать()',
    'Сообщить()',
    'Провести()',
    'Рассчитать()',
  ]);
  expect(callSequence(outline, 'Нет', words).steps).toEqual([]);
});

test('a module is a class', () => {
  const { classes, relations } = classOfModule(outline, words);
  expect(classes[0]).toMatchObject({
    attributes: [{ name: 'Кэш', visibility: 'private' }],
    methods: [
      { name: 'Провести', parameters: ['Заказ'], visibility: 'public' },
      { name: 'Проверить', returns: 'значение', visibility: 'private' },
    ],
  });
  expect(relations).toHaveLength(2);
});

test.each([
  callGraph(outline, words),
  callSequence(outline, 'Провести', words),
  classOfModule(outline, words),
])('the engine draws $kind', (model) => {
  const read = readDiagram(model);
  expect(read.ok && toMermaid(read.value).ok).toBe(true);
});
