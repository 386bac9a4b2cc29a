import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { intentsOf } from './intent.rules.ts';
import { joined, kindOfFile, noMaterial, takeApart } from './material.rules.ts';
import { utterances } from './utterances.fixture.ts';

function wanted(text: string): string {
  const { words, material } = takeApart(text);
  return intentsOf(words, material)[0]?.intent ?? 'help';
}

function missed(held: boolean): readonly string[] {
  return utterances
    .filter((_one, at) => (at % 3 === 2) === held)
    .flatMap(([text, intent]) => {
      const got = wanted(text);
      return got === intent ? [] : [`${text.split('\n')[0]}: ${got} instead of ${intent}`];
    });
}

describe('the router', () => {
  it('knows what at least 95 % of the labelled utterances want', () => {
    const tuned = utterances.filter((_one, at) => at % 3 !== 2).length;
    expect(utterances.length).toBeGreaterThanOrEqual(100);
    expect(missed(false).length, missed(false).join('\n')).toBeLessThanOrEqual(tuned * 0.05);
  });

  it('and of those that were held out', () => {
    const held = utterances.filter((_one, at) => at % 3 === 2).length;
    expect(missed(true).length, missed(true).join('\n')).toBeLessThanOrEqual(held * 0.05);
  });

  it('never throws and answers the same again', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 400 }), (text) => {
        const { words, material } = takeApart(text);
        expect(intentsOf(words, material)).toEqual(intentsOf(words, material));
      }),
    );
  });
});

describe('what was pasted', () => {
  it.each([
    ['Проверь:\n```bsl\nА = 1;\n```\nи скажи', { code: 'А = 1;' }, 'Проверь:'],
    [
      'Ускорь ВЫБРАТЬ Т.Ссылка ИЗ Справочник.Т КАК Т',
      { query: 'ВЫБРАТЬ Т.Ссылка ИЗ Справочник.Т КАК Т' },
      'Ускорь',
    ],
    ['{"tasks": []}', { table: '{"tasks": []}' }, ''],
    ['Просто вопрос про выбрать цвет из палитры', {}, 'Просто вопрос про выбрать цвет из палитры'],
  ])('%j', (message, expected, words) => {
    const { material, words: said } = takeApart(message);
    expect(material).toEqual({ ...noMaterial, ...expected });
    expect(said).toContain(words);
  });

  it('is told from files by name, else by text, and the first of a kind wins', () => {
    expect(kindOfFile('Модуль.bsl', '')).toBe('code');
    expect(kindOfFile('notes.txt', 'ВЫБРАТЬ Т.А ИЗ Т КАК Т')).toBe('query');
    expect(kindOfFile('letter.docx', 'Уважаемые коллеги')).toBe('document');
    const two = [
      { ...noMaterial, code: 'first' },
      { ...noMaterial, code: 'second', query: 'q' },
    ];
    expect(joined(two)).toEqual({ ...noMaterial, code: 'first', query: 'q' });
  });
});
