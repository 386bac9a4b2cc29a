import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mermaidLine, mermaidText, mermaidTitle, mermaidWord } from './mermaid-text.ts';
import { labelLimit, plainText } from './plain-text.ts';
import { plantText } from './plantuml-text.ts';
import { isVerbLabel } from './verb-label.ts';

const text = fc.string({ unit: 'binary', maxLength: 50 });
const decoded = (encoded: string, code: RegExp) =>
  encoded.replace(code, (_, number: string) => String.fromCodePoint(Number(number)));

describe('labels', () => {
  it.each([
    ['  a \n\t b ', 'a b'],
    ['', '·'],
    ['\u0000', '·'],
    ['a\u202Eb', 'a\uFFFDb'],
    ['\ud800', '\uFFFD'],
  ])('makes one line of %j', (raw, expected) => {
    expect(plainText(raw)).toBe(expected);
  });

  it('cuts by whole characters', () => {
    expect(plainText('😀'.repeat(400))).toBe(`${'😀'.repeat(labelLimit)}…`);
    expect(plainText('a'.repeat(labelLimit))).toBe('a'.repeat(labelLimit));
  });

  it('loses nothing by encoding', () => {
    fc.assert(
      fc.property(text, (raw) => {
        expect(decoded(mermaidText(raw), /#(\d+);/g)).toBe(plainText(raw));
        expect(decoded(mermaidLine(raw), /#(\d+);/g)).toBe(plainText(raw));
        expect(decoded(plantText(raw), /&#(\d+);/g)).toBe(plainText(raw));
      }),
    );
  });

  it('lets no sign of a syntax through', () => {
    fc.assert(
      fc.property(text, (raw) => {
        expect(mermaidText(raw).replace(/#\d+;/g, '')).not.toMatch(/["'`<>{}[\]|;:#%&\\*_~^$@=]|--/);
        expect(plantText(raw).replace(/&#\d+;/g, '')).not.toMatch(
          /["'`<>{}[\]|;:#%&\\*_~^$@=()/!…+]|--|\.\./,
        );
        expect(mermaidTitle(raw)).toMatch(/^"[^"\\<>{}%#]*"$/);
        expect(mermaidWord(raw, 'x')).toMatch(/^[A-Za-z_\u0400-\u04FF][A-Za-z0-9_\u0400-\u04FF]*$/);
      }),
    );
  });

  it.each([
    ['PK', '_PK'],
    ['1С', '_1С'],
    ['Наименование полное', 'Наименование_полное'],
    ['"', 'x'],
    ['title', '_title'],
  ])('makes one word of %j', (raw, word) => {
    expect(mermaidWord(raw, 'x')).toBe(word);
  });

  it.each([
    ['Проверить заявку', true],
    ['Проверяет заявку', true],
    ['Check the order', true],
    ['Заявка', false],
    ['Проверка заявки', false],
    ['Согласование договора', false],
    ['Validation of data', false],
    ['The order', false],
    ['', false],
  ])('judges the label %j', (label, good) => {
    expect(isVerbLabel(label)).toBe(good);
  });
});
