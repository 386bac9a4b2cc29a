import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitCited, withoutMarkers } from './cited-text.rules.ts';

const markers = fc.uniqueArray(fc.integer({ min: 1, max: 30 }), { maxLength: 8 });
const piece = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }).map((text) => text.replace(/[\d,]/g, '')),
  fc.integer({ min: 0, max: 40 }).map((number) => `[${number}]`),
  fc.constantFrom('[', ']', '[]', '[[', '[1', '2]', '[x]', '<b>[1]</b>', '\n'),
);
const texts = fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join(''));

describe('splitting an answer at its citations', () => {
  it('loses and invents nothing: the parts joined again are the text', () => {
    fc.assert(
      fc.property(texts, markers, (text, known) => {
        const joined = splitCited(text, new Set(known))
          .map((part) => (part.kind === 'text' ? part.text : `[${part.marker}]`))
          .join('');
        expect(joined).toBe(text);
      }),
    );
  });

  it('makes markers only of known citations, and no empty or neighbouring texts', () => {
    fc.assert(
      fc.property(texts, markers, (text, known) => {
        const parts = splitCited(text, new Set(known));
        parts.forEach((part, index) => {
          if (part.kind === 'marker') expect(known).toContain(part.marker);
          else {
            expect(part.text).not.toBe('');
            expect(parts[index + 1]?.kind).not.toBe('text');
          }
        });
      }),
    );
  });

  it.each([
    ['Yes [1].', [1], ['Yes ', 1, '.']],
    ['[2][1]', [1, 2], [2, 1]],
    ['both [1, 3] agree', [1, 3], ['both ', 1, 3, ' agree']],
    ['unknown [9] stays', [1], ['unknown [9] stays']],
    ['half known [1, 9]', [1], ['half known [1, 9]']],
    ['an array a[1] too', [1], ['an array a', 1, ' too']],
    ['leading zero [01]', [1], ['leading zero [01]']],
    ['', [1], []],
  ])('%j', (text, known, expected) => {
    const parts = splitCited(text, new Set(known));
    expect(parts.map((part) => (part.kind === 'text' ? part.text : part.marker))).toEqual(expected);
  });

  it('reads an answer aloud without its markers', () => {
    expect(withoutMarkers('At the bureau [1] , in May [2].', new Set([1, 2]))).toBe('At the bureau, in May.');
  });
});
