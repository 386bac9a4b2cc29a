import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { filePassages } from './passages.rules.ts';
import { shorten } from './pasted.rules.ts';
import { peek } from './peek.ts';
import { namesIn } from './routing/slots.rules.ts';
import { createMarkerScan, createSourceNumbers } from './sources.ts';

describe('markers', () => {
  it('are found once each, wherever the text is cut', () => {
    const text = 'Да [1], и [2, 3]; снова [1]. Массив[10] и [не номер].';
    fc.assert(
      fc.property(fc.array(fc.nat(text.length), { maxLength: 6 }), (cuts) => {
        const scan = createMarkerScan();
        const at = [0, ...cuts.sort((a, b) => a - b), text.length];
        const found = at.slice(1).flatMap((end, index) => scan(text.slice(at[index], end)));
        expect(found).toEqual([1, 2, 3, 10]);
      }),
    );
  });

  it('count one place once', () => {
    const numbers = createSourceNumbers();
    const source = { kind: 'file', title: 'a', reference: 'a', excerpt: 'x'.repeat(900) } as const;
    expect(numbers.number(source).marker).toBe(1);
    expect(numbers.number({ ...source, page: 2 }).marker).toBe(2);
    expect(numbers.number(source).marker).toBe(1);
    expect(numbers.at(1)?.excerpt.length).toBeLessThan(500);
    expect(numbers.at(3)).toBeUndefined();
  });
});

describe('passages of files', () => {
  const pieces = Array.from({ length: 200 }, (_one, at) => ({
    text: at === 150 ? 'Гарантия на станок три года' : `Раздел ${at} о другом`,
    path: ['Договор'],
    pages: [at + 1, at + 1] as const,
  }));

  it('are those that the question is about, with their page', () => {
    const [first] = filePassages(
      [{ id: 'f', name: 'договор.pdf', pieces }],
      'Какая гарантия на станок?',
      'ru',
    );
    expect(first).toMatchObject({
      title: 'договор.pdf, Договор, с. 151',
      source: { kind: 'file', page: 151, title: 'договор.pdf' },
    });
  });

  it('stay in order when all fit', () => {
    const few = filePassages([{ id: 'f', name: 'a', pieces: pieces.slice(0, 3) }], 'станок', 'ru');
    expect(few.map(({ id }) => id)).toEqual(['file:f:0', 'file:f:1', 'file:f:2']);
  });
});

describe('a message that is too long', () => {
  const isTooLong = (text: string): boolean => text.length > 500;

  it('keeps its words and gives what was pasted as passages with lines', () => {
    const code = Array.from({ length: 400 }, (_one, at) => `А${at} = ${at};`).join('\n');
    const { text, pasted } = shorten({ text: `Объясни\n${code}`, locale: 'ru' }, isTooLong);
    expect(text).toMatch(/^Объясни\n\n\(/);
    expect(pasted.length).toBeGreaterThan(1);
    expect(pasted[0]?.source.lines?.[0]).toBe(1);
    expect(pasted.map((passage) => passage.text).join('\n')).toBe(code);
  });

  it('is refused when the words alone are too long', () => {
    expect(() => shorten({ text: 'слово '.repeat(200), locale: 'ru' }, isTooLong)).toThrow('too long');
  });

  it('is left alone when it is not', () => {
    expect(shorten({ text: 'А = 1;', locale: 'ru' }, isTooLong)).toEqual({ text: 'А = 1;', pasted: [] });
  });
});

describe('peeking', () => {
  async function* told(...waits: readonly boolean[]): AsyncGenerator<number> {
    for (const [at, wait] of waits.entries()) {
      if (wait) await new Promise((resolve) => setTimeout(resolve, 5));
      yield at;
    }
  }

  it('sees all of what is there, and of the rest only the beginning', async () => {
    const whole = await peek(told(false, false, false));
    expect(whole.ready).toEqual([0, 1, 2]);
    const slow = await peek(told(true, false, true, false));
    expect(slow.ready).toEqual([0, 1]);
    expect(await Array.fromAsync(slow.all)).toEqual([0, 1, 2, 3]);
    expect(await Array.fromAsync((await peek(told())).all)).toEqual([]);
  });

  it('lets go of the stream when it is left', async () => {
    let isClosed = false;
    async function* watched(): AsyncGenerator<number> {
      try {
        yield 1;
        await new Promise((resolve) => setTimeout(resolve, 5));
        yield 2;
      } finally {
        isClosed = true;
      }
    }
    for await (const _one of (await peek(watched())).all) break;
    expect(isClosed).toBe(true);
  });
});

describe('names in a question', () => {
  it.each([
    ['Что сломается, если удалить Справочник.Контрагенты.ИНН?', 'Справочник.Контрагенты.ИНН'],
    ['Какие реквизиты у справочника Валюты?', 'Валюты'],
    ['Где вызывается ЗаписатьДвижения?', 'ЗаписатьДвижения'],
    ['What depends on the register Prices?', 'Prices'],
    ['Покажи «Курсы валют»', 'Курсы валют'],
  ])('%s', (words, name) => {
    expect(namesIn(words)[0]).toBe(name);
  });

  it('are none where none stand', () => {
    expect(namesIn('Что затронет изменение типа?')).toEqual([]);
  });
});
