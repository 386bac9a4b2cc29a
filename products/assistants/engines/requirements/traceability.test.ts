import { describe, expect, it } from 'vitest';
import { analyseRequirements, suggestObjects, traceRequirements } from './index.ts';

const { requirements } = analyseRequirements(
  'ФТ-1. Система должна рассчитывать скидку заказа.\n\nФТ-10. Система должна печатать этикетки товара.\n\nФТ-11. Система должна загружать банковскую выписку.',
);

describe('traceability', () => {
  it('links by id, else by words, and lists the gaps', () => {
    const traced = traceRequirements(requirements, [
      { id: 'T1', kind: 'test', title: 'Проверка ФТ-10' },
      { id: 'T2', kind: 'test', title: 'Расчёт скидки заказа' },
      { id: 'T3', kind: 'test', title: 'Вход по отпечатку пальца' },
      { id: 'D1', kind: 'design', title: 'Обработка загрузки', text: 'Закрывает ФТ-11, см. схему' },
    ]);
    expect(traced.links.map((link) => [link.requirement, link.target, link.by])).toEqual([
      ['ФТ-1', 'T2', 'similar'],
      ['ФТ-10', 'T1', 'explicit'],
      ['ФТ-11', 'D1', 'explicit'],
    ]);
    expect(traced.gaps).toEqual({
      withoutTest: ['ФТ-11'],
      withoutDesign: ['ФТ-1', 'ФТ-10'],
      orphans: ['T3'],
    });
    expect(traced.coverage).toBeCloseTo(2 / 3);
  });

  it('nothing to trace is no gap', () => {
    expect(traceRequirements([], [])).toEqual({
      links: [],
      gaps: { withoutTest: [], withoutDesign: [], orphans: [] },
      coverage: 1,
    });
  });
});

describe('suggested objects', () => {
  const suggested = (text: string) =>
    suggestObjects(analyseRequirements(text).requirements).map((one) => `${one.kind}.${one.name}`);

  it('takes names in quotation marks with their kind, and things by their words', () => {
    expect(suggested('Система должна формировать отчёт «Анализ брака» по складам.')).toEqual(
      expect.arrayContaining(['Отчет.АнализБрака', 'Справочник.Склады']),
    );
    expect(suggested('Система должна ежедневно загружать курсы валют.')).toEqual(
      expect.arrayContaining([
        'РегламентноеЗадание.РегламентноеЗадание',
        'РегистрСведений.КурсыВалют',
        'Обработка.ЗагрузкаДанных',
      ]),
    );
  });

  it('gives attributes types and enumerations values, with the sentence as the reason', () => {
    const [object] = suggestObjects(
      analyseRequirements(
        'ФТ-2. Документ «Заявка на ремонт» должен содержать реквизиты: дата, сумма, склад и комментарий.',
      ).requirements,
    ).filter((one) => one.name === 'ЗаявкаНаРемонт');
    expect(object).toMatchObject({
      kind: 'Документ',
      attributes: [
        { name: 'Дата', type: 'Дата' },
        { name: 'Сумма', type: 'Число(15,2)' },
        { name: 'Склад', type: 'СправочникСсылка.Склады' },
        { name: 'Комментарий', type: 'Строка' },
      ],
      reasons: [{ requirement: 'ФТ-2' }],
    });
    const list = suggestObjects(
      analyseRequirements('Система должна хранить статус заявки (новая, в работе, закрыта).').requirements,
    );
    expect(list.find((one) => one.kind === 'Перечисление')).toMatchObject({
      name: 'СтатусыЗаявки',
      values: ['Новая', 'ВРаботе', 'Закрыта'],
    });
  });

  it('a description is no reason', () => {
    expect(suggested('В настоящее время менеджеры ведут заказы в Excel.')).toEqual([]);
  });
});
