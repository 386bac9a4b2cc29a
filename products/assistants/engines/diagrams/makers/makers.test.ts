import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toMermaid } from '../mermaid/write-mermaid.ts';
import type { Outcome } from '../outcome.ts';
import { c4FromObjects } from './c4-from-objects.ts';
import { c4FromText } from './c4-from-text.ts';
import { erFromObjects } from './er-from-objects.ts';
import { sequenceFromCalls } from './sequence-from-calls.ts';
import { sequenceFromText } from './sequence-from-text.ts';
import { stateFromText } from './state-from-text.ts';

function made<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(outcome.fault.message.en);
  return outcome.value;
}

describe('sequenceFromCalls', () => {
  it('keeps the order of calls and of participants', () => {
    const model = made(
      sequenceFromCalls(
        [
          { caller: 'Форма', callee: 'ОбщийМодуль.Продажи', method: 'РассчитатьСкидку' },
          { caller: 'ОбщийМодуль.Продажи', callee: 'Справочник.Скидки', method: 'Найти', returns: 'Скидка' },
        ],
        { title: 'Скидка', actors: ['Форма'] },
      ),
    );
    expect(model.participants.map((item) => item.name)).toEqual([
      'Форма',
      'ОбщийМодуль.Продажи',
      'Справочник.Скидки',
    ]);
    expect(model.participants[0]?.type).toBe('actor');
    expect(model.steps).toHaveLength(3);
  });
  it('refuses none and too many', () => {
    const many = Array.from({ length: 6000 }, () => ({ caller: 'a', callee: 'b', method: 'm' }));
    expect(sequenceFromCalls([])).toMatchObject({ fault: { code: 'diagrams.nothing_found' } });
    expect(sequenceFromCalls(many)).toMatchObject({ fault: { code: 'diagrams.too_many_edges' } });
  });
});

describe('sequenceFromText', () => {
  it.each([
    ['Клиент -> Сервер: запрос', 'Клиент', 'Сервер', 'запрос'],
    ['Сервер --> Клиент: ответ', 'Сервер', 'Клиент', 'ответ'],
    ['Форма вызывает Продажи.РассчитатьСкидку()', 'Форма', 'Продажи', 'РассчитатьСкидку()'],
    ['1. Менеджер отправляет заявку в Бухгалтерию.', 'Менеджер', 'Бухгалтерию', 'Отправлять заявку'],
    ['Manager sends the order to Warehouse', 'Manager', 'Warehouse', 'Send the order'],
  ])('reads %j', (text, from, to, words) => {
    const model = made(sequenceFromText(text));
    expect(model.participants.map((item) => item.name)).toEqual([from, to]);
    expect(model.steps[0]).toMatchObject({ text: words });
  });
});

describe('erFromObjects', () => {
  const model = made(
    erFromObjects([
      {
        name: 'ЗаказКлиента',
        kind: 'Документ',
        attributes: [
          { name: 'Контрагент', types: ['СправочникСсылка.Контрагенты'] },
          { name: 'Основание', types: ['ДокументСсылка.ЗаказКлиента', 'CatalogRef.Контрагенты'] },
          { name: 'Чужой', types: ['СправочникСсылка.НетТакого'] },
          { name: 'Сумма', types: ['Число'] },
        ],
        tabularSections: [
          { name: 'Товары', attributes: [{ name: 'Поставщик', types: ['СправочникСсылка.Контрагенты'] }] },
        ],
      },
      { name: 'Контрагенты', kind: 'Справочник', attributes: [{ name: 'ИНН', types: ['Строка'] }] },
      { name: 'Цены', kind: 'РегистрСведений', attributes: [] },
    ]),
  );
  it('makes relations of reference types', () => {
    const told = model.relations.map(({ from, to, label, fromCardinality }) => [
      from,
      to,
      label,
      fromCardinality,
    ]);
    expect(told).toEqual([
      ['справочник.контрагенты', 'документ.заказклиента', 'Контрагент', 'one'],
      ['документ.заказклиента', 'документ.заказклиента', 'Основание', 'zero_or_one'],
      ['справочник.контрагенты', 'документ.заказклиента', 'Основание', 'zero_or_one'],
      ['справочник.контрагенты', 'документ.заказклиента.товары', 'Поставщик', 'one'],
      ['документ.заказклиента', 'документ.заказклиента.товары', 'Товары', 'one'],
    ]);
  });
  it('gives keys where there are references', () => {
    expect(model.entities.map((entity) => entity.attributes[0]?.keys)).toEqual([
      ['PK'],
      ['PK', 'FK'],
      ['PK'],
      undefined,
    ]);
    expect(toMermaid(model).ok).toBe(true);
  });
});

describe('stateFromText', () => {
  it('reads lists, arrows and sentences', () => {
    const model = made(
      stateFromText(`Статусы заказа: Новый, В работе, Закрыт, Отменён
Из статуса «Новый» заказ переходит в статус «В работе» после оплаты.
В работе -> Закрыт: отгрузка
After cancel, the order goes from "Новый" to "Отменён".`),
    );
    expect(model.states.map(({ name, initial, final }) => [name, initial === true, final === true])).toEqual([
      ['Новый', true, false],
      ['В работе', false, false],
      ['Закрыт', false, true],
      ['Отменён', false, true],
    ]);
    expect(model.transitions).toEqual([
      { from: 'новый', to: 'в работе', label: 'оплаты' },
      { from: 'в работе', to: 'закрыт', label: 'отгрузка' },
      { from: 'новый', to: 'отменён', label: 'cancel' },
    ]);
  });
  it('reads chains and what is said of the ends', () => {
    const model = made(
      stateFromText('Начальный статус: Черновик\nЧерновик → Проверка → Готово\nКонечный статус — «Готово»'),
    );
    expect(model.transitions).toHaveLength(2);
    expect(model.states.find((item) => item.initial)?.name).toBe('Черновик');
    expect(model.states.find((item) => item.final)?.name).toBe('Готово');
  });
  it('refuses a text without states', () => {
    expect(stateFromText('Просто текст')).toMatchObject({ fault: { code: 'diagrams.nothing_found' } });
  });
});

describe('c4', () => {
  it('puts subsystems into the system', () => {
    const model = made(
      c4FromObjects({
        name: 'Торговля',
        subsystems: [{ name: 'Продажи', uses: ['Склад'] }, { name: 'Склад' }],
        externals: [{ name: 'Банк', technology: 'HTTP', direction: 'in', subsystem: 'Продажи' }],
        people: [{ name: 'Менеджер', uses: ['Продажи'] }],
      }),
    );
    expect(model.relations.map(({ from, to }) => `${from} > ${to}`)).toEqual([
      'person Менеджер > subsystem Продажи',
      'subsystem Продажи > subsystem Склад',
      'external Банк > subsystem Продажи',
    ]);
    const wrong = c4FromObjects({ name: 'x', subsystems: [{ name: 'a', uses: ['b'] }] });
    expect(wrong).toMatchObject({ fault: { code: 'diagrams.unknown_reference' } });
  });
  it('reads requirements', () => {
    const model = made(
      c4FromText(`Система «Учёт продаж» автоматизирует отдел.
1. Менеджер по продажам должен создавать заказ клиента.
2. Интеграция с 1С:Бухгалтерия и обмен с системой «Честный знак».
3. Выгрузка платежей в Банк.
4. Загрузка остатков из системы «WMS».
5. Интеграция с интернет-магазином.`),
    );
    expect(model.elements.map((item) => [item.name, item.type, item.external === true])).toEqual([
      ['Учёт продаж', 'system', false],
      ['Менеджер по продажам', 'person', false],
      ['1С:Бухгалтерия', 'system', true],
      ['Честный знак', 'system', true],
      ['Банк', 'system', true],
      ['WMS', 'system', true],
      ['Интернет-магазином', 'system', true],
    ]);
    expect(model.relations[0]).toEqual({
      from: 'person менеджер по продажам',
      to: 'system',
      label: 'создавать заказ клиента',
    });
  });
  it('reads English', () => {
    const model = made(c4FromText('The manager can create orders. The system shall integrate with Stripe.'));
    expect(model.elements.map((item) => item.name)).toEqual(['System', 'Manager', 'Stripe']);
  });
});

it('no maker throws, whatever the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      for (const make of [sequenceFromText, stateFromText, (source: string) => c4FromText(source)])
        make(text);
    }),
  );
});
