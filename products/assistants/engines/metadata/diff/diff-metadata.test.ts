import { describe, expect, test } from 'vitest';
import { graphFrom } from '../fixtures/graphs.fixture.ts';
import { largeConfiguration } from '../fixtures/large.fixture.ts';
import type { ConfigurationSpec, ObjectSpec } from '../fixtures/spec.fixture.ts';
import { trade } from '../fixtures/trade.fixture.ts';
import { diffMetadata } from './diff-metadata.ts';

const change = (name: string, edit: (object: ObjectSpec) => ObjectSpec): ConfigurationSpec => ({
  ...trade,
  version: '1.2.4',
  objects: trade.objects.map((object) => (object.name === name ? edit(object) : object)),
});

describe('differences of two configurations', () => {
  const before = graphFrom(trade);

  test('a configuration does not differ from itself', () => {
    expect(diffMetadata(before, graphFrom(trade))).toEqual({
      added: [],
      removed: [],
      changed: [],
      configuration: [],
    });
  });

  test('attributes and properties are told before and after', () => {
    const after = graphFrom(
      change('Договоры', (object) => ({
        ...object,
        synonym: 'Договоры с партнёрами',
        properties: { ...object.properties, codeLength: '9' },
        fields: [
          { name: 'Номер', type: 'String(30)' },
          { name: 'Сумма', type: 'Number(15,2)' },
        ],
      })),
    );
    const diff = diffMetadata(before, after);
    expect(diff.configuration).toEqual([
      { change: 'changed', path: 'version', before: '1.2.3', after: '1.2.4' },
    ]);
    expect(diff.changed.map((one) => one.name.ru)).toEqual(['Справочник.Договоры']);
    expect(diff.changed[0]?.changes).toEqual([
      { change: 'changed', path: 'Attribute.Номер', before: 'String(20)', after: 'String(30)' },
      { change: 'added', path: 'Attribute.Сумма', before: '', after: 'Number(15, 2)' },
      { change: 'added', path: 'Attribute.Сумма.synonym.ru', before: '', after: 'Сумма' },
      { change: 'added', path: 'StandardAttribute.Code', before: '', after: 'String(9)' },
      { change: 'changed', path: 'codeLength', before: '0', after: '9' },
      { change: 'changed', path: 'synonym.ru', before: 'Договоры', after: 'Договоры с партнёрами' },
    ]);
  });

  test('rights, handlers and data paths are compared', () => {
    const role = diffMetadata(
      before,
      graphFrom(
        change('Кладовщик', (object) => ({
          ...object,
          rights: [{ object: 'Catalog.Товары', rights: ['Read', 'Insert'] }],
        })),
      ),
    );
    expect(role.changed[0]?.changes.map((one) => `${one.change} ${one.path}`)).toEqual(
      expect.arrayContaining(['added Right.Catalog.Товары.Insert', 'removed Right.Document.Отгрузка.Read']),
    );
  });

  test('added and removed objects mirror each other', () => {
    const small = graphFrom({ ...trade, objects: trade.objects.slice(5) });
    const there = diffMetadata(before, small);
    const back = diffMetadata(small, before);
    expect(there.removed.length).toBeGreaterThan(4);
    expect(back.added).toEqual(there.removed);
    expect(there.added).toEqual([]);
    const one = graphFrom(largeConfiguration(20));
    const two = graphFrom(largeConfiguration(30));
    expect(diffMetadata(one, two).added).toEqual(diffMetadata(two, one).removed);
  });
});
