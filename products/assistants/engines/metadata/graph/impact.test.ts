import { describe, expect, test } from 'vitest';
import { codeUseOf } from '../ask/code-use-of.ts';
import { designerFiles } from '../fixtures/designer.fixture.ts';
import { graphFrom } from '../fixtures/graphs.fixture.ts';
import { trade, tradeExtension } from '../fixtures/trade.fixture.ts';
import { treeFromFiles } from '../tree/file-tree.ts';
import { type ImpactResult, impactOf } from './impact.ts';
import { readMetadata } from './read-metadata.ts';

const graph = graphFrom(trade, tradeExtension);
const reached = (result: ImpactResult) =>
  result.ok
    ? result.impacted.map(
        (one) =>
          `${one.depth} ${one.name} ${[...new Set(one.reasons.map((reason) => reason.kind))].join('+')}`,
      )
    : [];

describe('impact', () => {
  test('of a catalog: types, forms, owners, subsystems, and what follows from them', () => {
    expect(reached(impactOf(graph, 'Справочник.Товары'))).toEqual([
      '1 AccumulationRegister.ОстаткиТоваров type',
      '1 Document.Отгрузка type',
      '1 ExchangePlan.Филиалы reference',
      '1 InformationRegister.Цены type',
      '1 Role.Кладовщик role',
      '1 Subsystem.Склад subsystem',
      '2 Catalog.Партнеры.Form.ФормаСписка uses',
      '2 Document.Отгрузка.Form.ФормаДокумента form',
      '2 DocumentJournal.Складские reference',
      '2 EventSubscription.ЗаписьОтгрузки source',
      '2 Subsystem.Склад.Subsystem.Отгрузка subsystem',
    ]);
  });

  test('goes through defined types', () => {
    const lines = reached(impactOf(graph, 'Catalog.Партнеры'));
    expect(lines).toContain('1 DefinedType.Контакт type');
    expect(lines).toContain('2 Catalog.Товары type');
  });

  test('of a document: the registers it writes', () => {
    expect(reached(impactOf(graph, 'Документ.Отгрузка', 1))).toContain(
      '1 AccumulationRegister.ОстаткиТоваров written',
    );
  });

  test('of a common module: its handlers', () => {
    expect(reached(impactOf(graph, 'ОбщийМодуль.ОтгрузкаСервер'))).toEqual([
      '1 EventSubscription.ЗаписьОтгрузки handler',
      '1 ScheduledJob.ЗакрытиеДня handler',
    ]);
  });

  test('of an attribute: data paths, also through references, rights, journals', () => {
    const result = impactOf(graph, 'Справочник.Партнеры.ИНН');
    expect(result).toMatchObject({
      target: 'Catalog.Партнеры.Attribute.ИНН',
      names: { ru: 'Справочник.Партнеры.Реквизит.ИНН' },
    });
    const paths = result.ok
      ? result.impacted.flatMap((one) =>
          one.reasons
            .filter((reason) => reason.certainty === 'sure')
            .map((reason) => `${one.name}: ${reason.via}`),
        )
      : [];
    expect(paths).toEqual([
      'Catalog.Партнеры.Form.ФормаСписка: Список.ИНН',
      'Catalog.Партнеры.Form.ФормаЭлемента: Объект.ИНН',
      'Document.Отгрузка.Form.ФормаДокумента: Объект.Партнер.ИНН',
      'Role.Кладовщик: View',
    ]);
    expect(reached(impactOf(graph, 'Документ.Отгрузка.Склад'))).toContain(
      '1 DocumentJournal.Складские reference',
    );
  });

  test('code that only names the object possibly uses the attribute', () => {
    const files = designerFiles(trade);
    const from = 'CommonModules/ОтгрузкаСервер/Ext/Module.bsl';
    const result = readMetadata(treeFromFiles(files), {
      uses: [codeUseOf(from, 'А = Справочники.Товары.ПустаяСсылка();')],
    });
    const impact = result.ok && impactOf(result.graph, 'Справочник.Товары.Артикул');
    expect(impact ? impact.ok && impact.impacted : undefined).toMatchObject([
      {
        name: 'CommonModule.ОтгрузкаСервер',
        depth: 1,
        reasons: [{ kind: 'uses', certainty: 'possible', via: from }],
      },
      { name: 'Role.Кладовщик' },
      { depth: 2 },
      { depth: 2 },
    ]);
  });

  test('a circle of references ends, and the target is not its own consequence', () => {
    const lines = reached(impactOf(graph, 'Catalog.Договоры', 10));
    expect(lines.some((line) => line.includes(' Catalog.Договоры '))).toBe(false);
    expect(lines).toContain('1 Catalog.Партнеры type');
  });

  test('an unknown name answers what may have been meant', () => {
    expect(impactOf(graph, 'Справочник.Товар')).toEqual({ ok: false, suggestions: ['Справочник.Товары'] });
  });
});
