import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  analyze,
  detectLanguage,
  extractEntities,
  extractiveSummary,
  keyPhrases,
  resolveDates,
  splitSentences,
  stem,
  tokenize,
} from './index.ts';

const hostile = fc.string({ unit: 'binary', maxLength: 300 });

describe('tokenize', () => {
  it.each([
    ['Ёлка и ЁЖ', ['елка', 'и', 'еж']],
    ["Caroline's e-mail isn’t here", ['caroline', 'email', 'isnt', 'here']],
    ['mother-in-law, GPT-4 v2', ['mother', 'in', 'law', 'gpt', '4', 'v2']],
    ['из-за ветра 12:30', ['из', 'за', 'ветра', '12', '30']],
    ['ﬁne Ｆｕｌｌ', ['fine', 'full']],
    ['\uD800 a\uDC00b \u0000', ['a', 'b']],
    ['', []],
  ])('%j gives %j', (text, terms) => {
    expect(tokenize(text).map(({ term }) => term)).toEqual(terms);
  });

  it('never throws, keeps offsets inside the text and terms short and well-formed', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        for (const { term, start, end } of tokenize(text)) {
          expect(start < end && end <= text.length).toBe(true);
          expect(term.length > 0 && term.length <= 64 && term.isWellFormed()).toBe(true);
        }
      }),
    );
  });

  it('reads a megabyte without spaces as a single short word', () => {
    expect(tokenize('a'.repeat(1_000_000))).toHaveLength(1);
    expect(tokenize("a'".repeat(200_000)).length).toBe(1);
  });
});

describe('analyze and stem', () => {
  it('stems each word by its script and drops stop words of both languages', () => {
    expect(analyze('Она работала в городах and was running happily')).toEqual([
      stem('работала'),
      stem('городах'),
      'run',
      'happili',
    ]);
    expect(stem('кошками')).toBe(stem('кошка'));
    expect(analyze('the of и на')).toEqual([]);
  });
  it('never throws', () => {
    fc.assert(fc.property(hostile, (text) => Array.isArray(analyze(text))));
  });
});

describe('detectLanguage', () => {
  it.each([
    ['Привет, как дела?', 'ru'],
    ['How are you?', 'en'],
    ['Настрой PostgreSQL connection pool для меня', 'ru'],
    ["Say 'привет' please", 'en'],
    ['https://пример.рф/страница look', 'en'],
    ['12345', 'en'],
  ])('%s is %s', (text, language) => {
    expect(detectLanguage(text)).toBe(language);
  });
});

describe('splitSentences', () => {
  it.each([
    ['Dr. Smith paid 3.5 dollars. He left!', ['Dr. Smith paid 3.5 dollars.', 'He left!']],
    [
      'А. С. Пушкин родился в 1799 г. в Москве. Потом... уехал?! Да',
      ['А. С. Пушкин родился в 1799 г. в Москве.', 'Потом... уехал?!', 'Да'],
    ],
    ['One line\nAnother line\r\n\r\nThird', ['One line', 'Another line', 'Third']],
    ['So happy 😀 Let us go! 🎉 Bye', ['So happy 😀', 'Let us go! 🎉', 'Bye']],
    ['See example.com for v1.2.3 now', ['See example.com for v1.2.3 now']],
    [
      'It was nice, e.g. the lake. She said "Stop." Then left',
      ['It was nice, e.g. the lake.', 'She said "Stop."', 'Then left'],
    ],
    ['', []],
  ])('%j', (text, sentences) => {
    expect(splitSentences(text).map((sentence) => sentence.text)).toEqual(sentences);
  });

  it('never overlaps, and every offset points at its sentence', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        let last = 0;
        for (const sentence of splitSentences(text)) {
          expect(sentence.start).toBeGreaterThanOrEqual(last);
          expect(text.slice(sentence.start, sentence.end)).toBe(sentence.text);
          last = sentence.end;
        }
      }),
    );
  });
});

describe('extractEntities', () => {
  it.each([
    ['Yesterday I met Anna Petrova in New York.', ['Anna Petrova', 'New York']],
    ['Вчера Анна встретила Ивана. Анне он понравился.', ['Анна', 'Ивана']],
    ['Maybe we go. Write to Bob@example.com or John.', ['John']],
    ['NASA called on Monday in May.', ['NASA']],
    ['THIS IS ALL SHOUTING TODAY', []],
    ['Great idea! Sure.', []],
  ])('%s', (text, names) => {
    const found = extractEntities(text).map((entity) => entity.text);
    expect(found).toEqual(names);
  });
  it('believes a leading word when it is known or seen elsewhere', () => {
    expect(extractEntities('Rex barks. I like Rex.')).toMatchObject([{ text: 'Rex', count: 2, start: 0 }]);
    expect(extractEntities('Rex barks.')).toEqual([]);
    expect(extractEntities('Rex barks.', new Set(['rex']))).toHaveLength(1);
  });
  it('gives the same key to inflected forms', () => {
    const keys = extractEntities('Я видел Москву. Мы жили в Москве.').map(({ key }) => key);
    expect(keys).toEqual([stem('москва')]);
  });
});

describe('keyPhrases and extractiveSummary', () => {
  const text = 'The adoption agency called. The adoption agency needs papers. We cooked soup.';
  it('puts the repeated phrase first', () => {
    expect(keyPhrases(text, 2)[0]?.phrase).toContain('adoption agency');
    expect(keyPhrases(text)).toEqual(keyPhrases(text));
    expect(keyPhrases('')).toEqual([]);
  });
  it('keeps to its budget, to the order and to what is said most', () => {
    const sentences = splitSentences(text).map((sentence) => sentence.text);
    expect(extractiveSummary(sentences, 40)).toEqual(['The adoption agency needs papers.']);
    expect(extractiveSummary(sentences, 1000)).toEqual(sentences);
    expect(extractiveSummary(['A very long sentence about everything'], 12)[0]).toMatch(/^A very.*…$/);
    expect(extractiveSummary([], 100)).toEqual([]);
  });
  it('never throws and never exceeds the budget', () => {
    fc.assert(
      fc.property(
        fc.array(hostile, { maxLength: 8 }),
        fc.integer({ min: 0, max: 200 }),
        (sentences, budget) => {
          expect(extractiveSummary(sentences, budget).join(' ').length).toBeLessThanOrEqual(budget);
          keyPhrases(sentences.join(' '));
          extractEntities(sentences.join(' '));
          resolveDates(sentences.join(' '), 0);
        },
      ),
    );
  });
});
