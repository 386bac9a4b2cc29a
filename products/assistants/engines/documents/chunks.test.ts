import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Block, chunks, type Document, readDocument, sentences } from './index.ts';

const documentOf = (blocks: readonly Block[]): Document => ({
  kind: 'md',
  name: 'a.md',
  blocks,
  metadata: {},
  warnings: [],
});

async function markdown(text: string): Promise<Document> {
  const result = await readDocument(new TextEncoder().encode(text), 'a.md');
  if (!result.ok) throw new Error(result.code);
  return result.document;
}

describe('sentences', () => {
  it.each([
    ['Один. Два! Три?', ['Один.', 'Два!', 'Три?']],
    ['См. рис. 3 и п. 4.2. Далее т. е. всё.', ['См. рис. 3 и п. 4.2.', 'Далее т. е. всё.']],
    ['Счета, акты и т.д. Система хранит их.', ['Счета, акты и т.д.', 'Система хранит их.']],
    ['Версия 8.3.24 и выше. И. И. Петров согласовал.', ['Версия 8.3.24 и выше.', 'И. И. Петров согласовал.']],
    ['Цена 10 руб. за штуку.', ['Цена 10 руб. за штуку.']],
    ['Он сказал: «Готово.» Потом ушёл.', ['Он сказал: «Готово.»', 'Потом ушёл.']],
    ['Use e.g. a list. Then stop.', ['Use e.g. a list.', 'Then stop.']],
    ['', []],
  ])('%s', (text, expected) => {
    expect(sentences(text).map((sentence) => sentence.text)).toEqual(expected);
  });

  it('says where each stands, leaves nothing but space between', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('а', 'Б', '.', ' ', '!', '1', '\n', '»', 'т') }),
        (text) => {
          let end = 0;
          for (const sentence of sentences(text)) {
            expect(text.slice(sentence.start, sentence.end)).toBe(sentence.text);
            expect(text.slice(end, sentence.start).trim()).toBe('');
            end = sentence.end;
          }
          expect(text.slice(end).trim()).toBe('');
        },
      ),
    );
  });
});

describe('chunks', () => {
  it('stay inside a section and know its trail and lines', async () => {
    const document = await markdown(`# А\n\n${'Первое предложение. '.repeat(10)}\n\n# Б\n\nДругое.\n`);
    const made = chunks(document, { target: 120, overlap: 0 });
    expect(made.every((chunk) => !(chunk.text.includes('Первое') && chunk.text.includes('Другое')))).toBe(
      true,
    );
    expect(made.at(-1)).toMatchObject({ path: ['Б'], text: 'Б\nДругое.', lines: { from: 5, to: 7 } });
    expect(made.every((chunk) => chunk.text.endsWith('.'))).toBe(true);
  });

  it('repeat the head of a table over rows cut from it', async () => {
    const rows = Array.from({ length: 20 }, (_, at) => `| ФТ-${at} | Требование номер ${at} |`).join('\n');
    const made = chunks(await markdown(`| Код | Текст |\n|---|---|\n${rows}\n`), { target: 200, overlap: 0 });
    expect(made.length).toBeGreaterThan(2);
    expect(made.every((chunk) => chunk.text.startsWith('Код | Текст\n'))).toBe(true);
  });

  it('overlap by whole sentences', async () => {
    const words = Array.from({ length: 12 }, (_, at) => `Предложение номер ${at}.`).join(' ');
    const made = chunks(await markdown(words), { target: 100, overlap: 30 });
    const second = made[1]?.text ?? '';
    expect(
      made[0]?.text.endsWith(second.split('. ')[0] ?? '-') ||
        made[0]?.text.includes(`${second.split('. ')[0]}.`),
    ).toBe(true);
  });

  const block = fc.record({
    kind: fc.constantFrom<Block['kind']>('heading', 'paragraph', 'list-item', 'table-row', 'code'),
    level: fc.integer({ min: 1, max: 3 }),
    text: fc
      .string({ unit: fc.constantFrom('слово ', 'a', '. ', 'Я', '1', '\n'), minLength: 1, maxLength: 200 })
      .filter((text) => text.trim() !== ''),
    line: fc.integer({ min: 1, max: 1000 }),
    path: fc.constant([] as readonly string[]),
  });

  it('lose no word, stay near the target, count up', () => {
    fc.assert(
      fc.property(fc.array(block, { maxLength: 12 }), fc.integer({ min: 50, max: 300 }), (blocks, target) => {
        const made = chunks(documentOf(blocks), { target, overlap: 0 });
        const letters = (text: string): string => text.replace(/\s+/g, '');
        const headers = blocks.some((one) => one.kind === 'table-row');
        if (!headers)
          expect(letters(made.map((chunk) => chunk.text).join(''))).toBe(
            letters(blocks.map((one) => one.text).join('')),
          );
        made.forEach((chunk, index) => {
          expect(chunk.index).toBe(index);
          expect(letters(chunk.text).length).toBeLessThanOrEqual(target * 1.5);
        });
      }),
    );
  });
});
