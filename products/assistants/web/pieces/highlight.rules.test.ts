import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { highlight, languageOfPaste } from './highlight.rules.ts';

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

describe('pasted text', () => {
  it.each([
    ['Процедура А()\n  Б = 1;\nКонецПроцедуры', 'bsl'],
    ['А = Новый Запрос;\nА.Выполнить();', 'bsl'],
    ['ВЫБРАТЬ\n  Ссылка\nИЗ\n  Справочник.Товары', 'query'],
    ['Нужно согласовать заявку.\nСрок — три дня.', null],
    ['Одна строка', null],
    ['```bsl\nА = 1;\n```', null],
  ])('%s', (text, language) => {
    expect(languageOfPaste(text)).toBe(language);
  });
});
