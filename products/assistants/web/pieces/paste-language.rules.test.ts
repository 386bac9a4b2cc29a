import { describe, expect, it } from 'vitest';
import { languageOfPaste } from './paste-language.rules.ts';

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
