import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documentOfText } from '#products/assistants/engines/documents';
import { analyseRequirements, type Requirement } from './index.ts';

const all = (text: string): readonly Requirement[] => analyseRequirements(text).requirements;

describe('splitting', () => {
  it('keeps numbers as ids, joins items with the beginning of their list, knows lines', () => {
    const text =
      '# 4.2 Отчёты\n\nФТ-1. Система должна печатать счёт. Бланк хранится в архиве.\n\nСистема должна:\n\n- печатать акт;\n- печатать накладную.\n\n1. Менеджер должен видеть остатки.\n';
    expect(all(text).map((one) => [one.id.replace(/^r-.*/, 'r'), one.source.line, one.text])).toEqual([
      ['ФТ-1', 3, 'Система должна печатать счёт.'],
      ['r', 3, 'Бланк хранится в архиве.'],
      ['r', 7, 'Система должна печатать акт'],
      ['r', 8, 'Система должна печатать накладную.'],
      ['4.2-1', 10, 'Менеджер должен видеть остатки.'],
    ]);
    expect(all(text)[0]?.source.path).toEqual(['4.2 Отчёты']);
  });

  it('reads the column of requirements of a table', () => {
    const text =
      '| Код | Требование | Приоритет |\n|---|---|---|\n| ФТ-7 | Система должна печатать чек. | высокий |\n';
    expect(all(text).map((one) => [one.id, one.text, one.source.line])).toEqual([
      ['ФТ-7', 'Система должна печатать чек.', 3],
    ]);
  });

  it('ids come from the words: another place or more space changes nothing, repeats stay apart', () => {
    const first = all('Система должна печатать чек.')[0]?.id;
    expect(all('Вступление.\n\nСистема  должна\nпечатать чек.')[1]?.id).toBe(first);
    const twice = all('Система должна печатать чек.\n\nСистема должна печатать чек.').map((one) => one.id);
    expect(twice).toEqual([first, `${first}-2`]);
  });

  it('ids are unique', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom(
            'Система должна печатать чек.',
            '1. Первое правило.',
            '1. Второе.',
            'ФТ-1 Счёт.',
            'ФТ-1-2 Акт.',
          ),
          { maxLength: 12 },
        ),
        (lines) => {
          const ids = all(lines.join('\n\n')).map((one) => one.id);
          expect(new Set(ids).size).toBe(ids.length);
        },
      ),
    );
  });
});

describe('parts', () => {
  it.each([
    [
      'Если остаток меньше точки заказа, система должна создавать документ «Заказ поставщику» не позднее 5 минут.',
      {
        condition: 'Если остаток меньше точки заказа',
        subject: 'система',
        action: 'создавать',
        object: 'документ «Заказ поставщику»',
        criterion: 'не позднее 5 минут',
      },
    ],
    [
      'The system shall send a receipt within 5 seconds.',
      { subject: 'The system', action: 'send', object: 'a receipt', criterion: 'within 5 seconds' },
    ],
    [
      'Система должна печатать чек при закрытии смены.',
      { condition: 'при закрытии смены', subject: 'Система', action: 'печатать', object: 'чек' },
    ],
    [
      'При проведении заказа система должна резервировать товар до 10 минут.',
      {
        condition: 'При проведении заказа',
        subject: 'система',
        action: 'резервировать',
        object: 'товар',
        criterion: 'до 10 минут',
      },
    ],
    [
      'Система должна обработать заказ с 40 строками за 2 секунды.',
      {
        subject: 'Система',
        action: 'обработать',
        object: 'заказ с 40 строками',
        criterion: 'за 2 секунды',
      },
    ],
  ])('%s', (text, parts) => {
    expect(all(text)[0]?.parts).toEqual(parts);
  });

  it.each([
    ['Отклик не более 2 секунд.', { value: 2, unit: 's', comparison: 'at-most' }],
    ['Отклик не более 500 мс.', { value: 0.5, unit: 's', comparison: 'at-most' }],
    ['Доступность не менее 99,5 %.', { value: 99.5, unit: '%', comparison: 'at-least' }],
    ['Сумма более 10 000 рублей.', { value: 10_000, unit: 'RUB', comparison: 'at-least' }],
    ['Хранить 5 лет.', { value: 157_680_000, unit: 's', comparison: 'equal' }],
  ])('measure: %s', (text, measure) => {
    expect(all(text)[0]?.measures[0]).toMatchObject(measure);
  });
});

describe('comparison', () => {
  const compared = (...texts: readonly string[]) =>
    analyseRequirements(texts.map((text, at) => `ФТ-${at + 1}. ${text}`).join('\n\n'));

  it('finds near duplicates, whatever the forms of words', () => {
    const result = compared(
      'Система должна формировать отчёт по продажам менеджера.',
      'Отчёты по продажам менеджеров формирует система.',
      'Система должна печатать этикетки товаров.',
    );
    expect(result.duplicates).toEqual([{ ids: ['ФТ-1', 'ФТ-2'], similarity: 1 }]);
    expect(result.conflicts).toEqual([]);
  });

  it('finds different values for one thing, in whatever units', () => {
    const result = compared(
      'Отчёт «Продажи» должен открываться не более чем за 5 секунд.',
      'Отчёт «Продажи» должен открываться за 30 секунд.',
      'Отчёт «Продажи» должен открываться за 5000 мс.',
    );
    expect(result.conflicts.map((conflict) => [conflict.ids.join(), conflict.kind])).toEqual([
      ['ФТ-1,ФТ-2', 'value'],
      ['ФТ-2,ФТ-3', 'value'],
    ]);
  });

  it('bounds that leave room between them agree', () => {
    const result = compared(
      'Пароль пользователя должен содержать не менее 10 символов.',
      'Пароль пользователя должен содержать не более 64 символов.',
      'Пароль пользователя должен содержать не менее 70 символов.',
    );
    expect(result.conflicts.map((conflict) => conflict.ids.join())).toEqual(['ФТ-1,ФТ-3', 'ФТ-2,ФТ-3']);
  });

  it('finds a duty against a prohibition', () => {
    const result = compared(
      'Система должна удалять закрытые заявки клиентов.',
      'Система не должна удалять закрытые заявки клиентов.',
    );
    expect(result.conflicts.map((conflict) => conflict.kind)).toEqual(['obligation']);
    expect(result.duplicates).toEqual([]);
  });

  it('names one thing called differently', () => {
    const result = compared(
      'Система должна хранить адрес клиента.',
      'Система должна печатать карточку контрагента.',
    );
    expect(result.variants[0]).toMatchObject({
      preferred: 'контрагент',
      used: [{ term: 'клиент' }, { term: 'контрагент' }],
    });
  });
});

describe('stories and sections', () => {
  it.each([
    [
      'Как кладовщик, я хочу видеть остатки по ячейкам, чтобы быстрее собирать заказы.',
      ['missing-criterion'],
    ],
    ['Как пользователь, я хочу печатать чек.', ['missing-criterion', 'story-role', 'story-value']],
    [
      'Как менеджер, я хочу создать заказ и напечатать счёт, чтобы клиент оплатил.',
      ['missing-criterion', 'story-large'],
    ],
    ['As a manager, I want to see orders so that I can call the customer.', ['missing-criterion']],
  ])('%s', (text, keys) => {
    expect([...new Set(all(text)[0]?.findings.map((finding) => finding.key))].sort()).toEqual(keys);
  });

  it('acceptance criteria near by are enough', () => {
    const text =
      'Как кладовщик, я хочу видеть остатки, чтобы собирать заказы.\n\nКритерии приёмки: список открывается.';
    expect(all(text)[0]?.findings).toEqual([]);
  });

  it('tells which sections of the standard are missing or empty', () => {
    const text =
      '# 1 Общие сведения\n\nТекст.\n\n# 2 Цели и назначение создания АС\n\nТекст.\n\n# 4 Требования к системе\n\n## 4.2 Требования к функциям\n\n# 7 Порядок контроля и приёмки\n\nТекст.\n';
    const [report] = analyseRequirements(text).sections;
    expect(report?.standard).toBe('34.602-2020');
    const state = (number: string) => report?.sections.find((section) => section.number === number)?.state;
    expect([state('1'), state('3'), state('4'), state('4.2'), state('7')]).toEqual([
      'present',
      'missing',
      'present',
      'empty',
      'present',
    ]);
  });
});

describe('any text', () => {
  it('a line nobody wrote is refused', () => {
    expect(analyseRequirements('а'.repeat(2_000_000)).refusal?.code).toBe('line_too_long');
  });

  it('a document made of text gives the same', () => {
    const read = documentOfText('Система должна печатать чек.');
    expect(read.ok && analyseRequirements(read.document).requirements).toEqual(
      all('Система должна печатать чек.'),
    );
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        expect(analyseRequirements(text).summary.total).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('a thousand sentences are all answered', () => {
    const text = Array.from(
      { length: 1000 },
      (_, at) => `Система должна формировать отчёт номер ${at} по складу ${at % 7} за ${at} секунд.`,
    ).join(' ');
    expect(all(text)).toHaveLength(1000);
  });
});
