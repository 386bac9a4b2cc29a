import { describe, expect, it } from 'vitest';
import { checkBlock } from './check-draft.ts';
import { readNextBlock } from './next-block.rules.ts';

describe('a draft', () => {
  it.each([
    ['bsl', 'А = ;', 'code', true],
    ['bsl', 'А = 1;\nСообщить(А);', 'code', false],
    ['1с', 'Если А Тогда', 'code', true],
    ['', 'Процедура А()\nКонецПроцедуры', 'code', false],
    ['sdbl', 'ВЫБРАТЬ Т.Ссылка ИЗ Справочник.Т КАК Т', 'query', false],
    ['sdbl', 'ВЫБРАТЬ ИЗ', 'query', true],
    ['', 'ВЫБРАТЬ Т.А ИЗ Т КАК Т ГДЕ', 'query', true],
  ] as const)('%s %j', (label, code, kind, isFaulty) => {
    const checked = checkBlock(label, code, 'ru');
    expect(checked?.kind).toBe(kind);
    expect(checked?.faults.length === 0).toBe(!isFaulty);
  });

  it('of neither language is not looked at', () => {
    expect(checkBlock('', 'просто слова', 'ru')).toBeUndefined();
    expect(checkBlock('python', 'print(1)', 'ru')).toBeUndefined();
  });
});

describe('what a model proposes next', () => {
  it.each([
    ['{"title": " «Счёт» ", "questions": ["А?", "А?", "", 5, "Б?"]}', 'Счёт', ['А?', 'Б?']],
    ['no json', undefined, []],
    ['[]', undefined, []],
    ['null', undefined, []],
    ['{"title": 1, "questions": "x"}', undefined, []],
    [`{"title": "${'x'.repeat(200)}", "questions": ["${'y'.repeat(300)}"]}`, undefined, []],
  ])('%j', (content, title, questions) => {
    expect(readNextBlock(content)).toEqual({ title, questions });
  });
});
