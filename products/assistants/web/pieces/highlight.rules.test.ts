import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { highlight } from './highlight.rules.ts';

const inksOf = (source: string, language: string) =>
  highlight(source, language)
    .filter(({ ink }) => ink !== null)
    .map(({ text, ink }) => `${ink} ${text}`);

describe('the colours of a source', () => {
  it('tell the words of a module', () => {
    expect(inksOf('&НаСервере\nФункция А() // почему\n  Возврат "да" + 1;\nКонецФункции', 'bsl')).toEqual([
      'directive &НаСервере',
      'keyword Функция',
      'comment // почему',
      'keyword Возврат',
      'string "да"',
      'number 1',
      'keyword КонецФункции',
    ]);
  });

  it('tell the words of a query, fields with the same names left alone', () => {
    expect(inksOf('ВЫБРАТЬ Т.Первые ИЗ Справочник.Т КАК Т ГДЕ Т.А = &А', 'query')).toEqual([
      'keyword ВЫБРАТЬ',
      'keyword ИЗ',
      'keyword Справочник',
      'keyword КАК',
      'keyword ГДЕ',
      'parameter &А',
    ]);
  });

  it('go on over the lines of a string, and stop at its end', () => {
    expect(inksOf('Текст = "ВЫБРАТЬ\n\t|\tСсылка // не комментарий\n\t|ИЗ Т", 1;\nЕсли', 'bsl')).toEqual([
      'string "ВЫБРАТЬ',
      'string \t|\tСсылка // не комментарий',
      'string \t|ИЗ Т"',
      'number 1',
      'keyword Если',
    ]);
  });

  it('tell the steps of a scenario', () => {
    expect(inksOf('# язык\nСценарий: А\n  Когда я нажимаю "ОК"', 'gherkin')).toEqual([
      'comment # язык',
      'keyword Сценарий:',
      'keyword   Когда',
      'string "ОК"',
    ]);
  });

  it('lose no character of any text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.constantFrom('bsl', 'query', 'gherkin', 'xml'),
        (text, kind) => {
          expect(
            highlight(text, kind)
              .map((stretch) => stretch.text)
              .join(''),
          ).toBe(text);
        },
      ),
    );
  });
});
