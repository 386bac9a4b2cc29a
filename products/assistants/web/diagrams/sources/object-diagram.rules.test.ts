import { expect, test } from 'vitest';
import { erFromObjects, readDiagram, toMermaid } from '#products/assistants/engines/diagrams';
import type { ProjectField, ProjectObjectDetail } from '../../../contract/index.ts';
import { entityInput, impactGraph, typesOf } from './object-diagram.rules.ts';

const both = (text: string) => ({ ru: text, en: text });
const field = (name: string, type: string, part = 'Attribute'): ProjectField => ({
  names: both(name),
  part,
  type: both(type),
  synonym: {},
  extension: null,
});
const object = (name: string, ...fields: readonly ProjectField[]): ProjectObjectDetail => ({
  name,
  names: both(name),
  kind: 'Catalog',
  synonym: {},
  extension: null,
  attributes: fields.length,
  forms: 0,
  modules: 0,
  comment: '',
  file: '',
  properties: {},
  references: {},
  fields: [...fields],
  tabular_sections: [{ name: 'Товары', synonym: {}, fields: [field('Цена', 'Число(15, 2)')] }],
  values: [],
  object_forms: [],
  commands: [],
  templates: [],
  object_modules: [],
  rights: [],
});

test('types are told apart', () => {
  expect(typesOf('Число(15, 2), СправочникСсылка.Склады')).toEqual([
    'Число(15, 2)',
    'СправочникСсылка.Склады',
  ]);
  expect(typesOf('')).toEqual([]);
});

test('objects become entities with relations; standard attributes stay away', () => {
  const order = object(
    'Документ.Заказ',
    field('Склад', 'СправочникСсылка.Склады'),
    field('Дата', 'Дата', 'StandardAttribute'),
  );
  const model = erFromObjects([entityInput(order), entityInput(object('Справочник.Склады'))]);
  expect(model.ok && model.value.entities.map(({ name }) => name)).toContain('Заказ.Товары');
  expect(model.ok && model.value.relations.some(({ label }) => label === 'Склад')).toBe(true);
  expect(model.ok && JSON.stringify(model.value)).not.toContain('"Дата"');
});

test('what a change reaches is drawn outwards', () => {
  const reason = { kind: 'type', via: 'Document.Заказ.Attribute.Склад', certainty: 'sure' as const };
  const graph = impactGraph(
    {
      target: 'Catalog.Склады',
      names: both('Справочник.Склады'),
      impacted: [
        {
          name: 'Document.Заказ',
          names: both('Документ.Заказ'),
          depth: 1,
          reasons: [{ ...reason, to: 'Catalog.Склады' }],
        },
        {
          name: 'Report.Отчет',
          names: both('Отчет.Отчет'),
          depth: 2,
          reasons: [{ ...reason, to: 'Document.Заказ', certainty: 'possible' }],
        },
      ],
      left_out: 0,
    },
    'ru',
  );
  expect(graph.edges).toEqual([
    { from: 'Catalog.Склады', to: 'Document.Заказ', label: 'Склад' },
    { from: 'Document.Заказ', to: 'Report.Отчет', label: 'Склад', dashed: true },
  ]);
  const read = readDiagram(graph);
  expect(read.ok && toMermaid(read.value).ok).toBe(true);
});
