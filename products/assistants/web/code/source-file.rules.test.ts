import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contentOf, decodeSource, sourceOf } from './source-file.rules.ts';

test('a file with a mark and CRLF comes back as it was', () => {
  const content = '\uFEFFА = 1;\r\nБ = 2;\r\n';
  const source = sourceOf('М.bsl', content);
  expect(source.text).toBe('А = 1;\nБ = 2;\n');
  expect(contentOf(source)).toBe(content);
});

test('a text of one kind of line ends comes back', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string().map((line) => line.replace(/[\r\n\uFEFF]/g, ''))),
      fc.constantFrom('\n', '\r\n'),
      (lines, end) => {
        const content = lines.join(end);
        expect(contentOf(sourceOf('м', content))).toBe(content);
      },
    ),
  );
});

test('bytes are read in the encodings modules have', () => {
  expect(decodeSource(new TextEncoder().encode('Процедура'))).toBe('Процедура');
  expect(decodeSource(new Uint8Array([0xcf, 0xf0, 0xee]))).toBe('Про');
  expect(decodeSource(new Uint8Array([0xff, 0xfe, 0x1f, 0x04]))).toBe('\uFEFFП');
  expect(decodeSource(new Uint8Array([0x50, 0x4b, 0x00]))).toBeNull();
});
