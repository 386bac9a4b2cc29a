import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Highlighted } from '../index.ts';
import { parseQuery } from '../query/parse.rules.ts';
import { excerptOf, highlighted, matcherOf } from './highlight.rules.ts';

const matcher = (query: string) => matcherOf(parseQuery(query).wanted);
const marked = ({ text, marks }: Highlighted): readonly string[] =>
  marks.map(([from, to]) => text.slice(from, to));

describe('marks', () => {
  it.each([
    ['крепостью', 'Стены Крепости и <b>крепость</b>', ['Крепости', 'крепость']],
    ['кремлевский ', 'Кремлёвские башни', ['Кремлёвские']],
    ['моск', 'Московские улицы Москвы', ['Московские', 'Москвы']],
    ['петербург', 'Вечер в Санкт-Петербурге', ['Санкт-Петербурге']],
    ['что где когда', 'Что? Где? Когда?', ['Что', 'Где', 'Когда']],
    ['кафе', 'cafe', []],
  ])('of %s in %s', (query, text, expected) => {
    expect(marked(highlighted(text, matcher(query)))).toEqual(expected);
  });
});

describe('an excerpt', () => {
  const filler = 'слово за словом без смысла и конца '.repeat(20);
  it('shows the part that was asked for, cut between words', () => {
    const excerpt = excerptOf(`${filler}старый маяк у моря ${filler}`, matcher('маяк море'));
    expect(excerpt?.text).toMatch(/^….*старый маяк у моря.*…$/);
    expect(excerpt?.text.length).toBeLessThanOrEqual(245);
    expect(excerpt === null ? [] : marked(excerpt)).toEqual(['маяк', 'моря']);
  });

  it('is the beginning when nothing was found, and nothing of nothing', () => {
    expect(excerptOf('Короткий текст.', matcher('маяк'))).toEqual({ text: 'Короткий текст.', marks: [] });
    expect(excerptOf(' ', matcher('маяк'))).toBeNull();
  });

  it('marks inside itself, whole characters only', () => {
    const text = fc.string({
      unit: fc.constantFrom('🙂', 'маяк', ' ', 'порт', '\n', '\u0301'),
      maxLength: 300,
    });
    fc.assert(
      fc.property(text, (body) => {
        const excerpt = excerptOf(body, matcher('маяк порт'));
        if (excerpt === null) return;
        expect(excerpt.text.isWellFormed()).toBe(true);
        for (const [from, to] of excerpt.marks) {
          expect(excerpt.text.slice(from, to)).toMatch(/маяк|порт/);
        }
      }),
    );
  });
});
