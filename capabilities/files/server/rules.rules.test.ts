import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkHead, hexOfBits, mostPixels, variantWidths } from './checking/image.rules.ts';
import { acceptedAs, isHopeless } from './checking/media-type.rules.ts';
import { isPlainText } from './checking/text.rules.ts';
import { isSoundArchive } from './checking/zip.rules.ts';
import { dispositionOf } from './http/disposition.rules.ts';
import { rangeOf } from './http/range.rules.ts';
import { fileName, urlName } from './names/file-name.rules.ts';
import { purposeFaults } from './purposes/purpose.rules.ts';

describe('names', () => {
  it('are never empty, long, hidden or climbing, whatever was sent', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (sent) => {
        const name = fileName(sent, 'image/png');
        expect(name).toMatch(/^[^./\\<>:"|?*\p{Cc}\p{Cf}][^/\\<>:"|?*\p{Cc}\p{Cf}]*\.png$/u);
        expect([...name].length).toBeLessThanOrEqual(124);
        expect(dispositionOf('image/png', name)).toMatch(
          /^inline; filename="[\x20-\x7e]+"; filename\*=UTF-8''[\x21-\x7e]+$/,
        );
      }),
    );
  });

  it('in addresses say the kind only', () => {
    expect(urlName('image/webp', 640)).toBe('image-640.webp');
    expect(urlName('application/pdf', null)).toBe('document.pdf');
    expect(urlName('application/x-strange', null)).toBe('document.bin');
  });
});

describe('ranges', () => {
  it.each([
    [undefined, 'all'],
    ['bytes=0-9', { start: 0, end: 9 }],
    ['bytes=90-', { start: 90, end: 99 }],
    ['bytes=-10', { start: 90, end: 99 }],
    ['bytes=-1000', { start: 0, end: 99 }],
    ['bytes=50-1000', { start: 50, end: 99 }],
    ['bytes=100-', 'unsatisfiable'],
    ['bytes=-0', 'unsatisfiable'],
    ['bytes=9-5', 'all'],
    ['bytes=0-1,5-6', 'all'],
    ['items=0-1', 'all'],
    ['bytes=-', 'all'],
  ])('%s of 100 bytes', (header, expected) => {
    expect(rangeOf(header, 100)).toEqual(expected);
  });

  it('stay within the file', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), fc.integer({ min: 1, max: 10_000 }), (from, to, size) => {
        const range = rangeOf(`bytes=${from}-${to}`, size);
        if (typeof range === 'string') return;
        expect(range.start).toBeGreaterThanOrEqual(0);
        expect(range.end).toBeLessThan(size);
        expect(range.start).toBeLessThanOrEqual(range.end);
      }),
    );
  });
});

describe('types', () => {
  it.each([
    [['image/png'], 'image/png', 'image/png'],
    [['image/png'], 'image/jpeg', undefined],
    [['audio/webm'], 'video/webm', 'audio/webm'],
    [['audio/mp4'], 'video/mp4', 'audio/mp4'],
    [['audio/ogg'], 'audio/ogg; codecs=opus', 'audio/ogg'],
    [['video/webm'], 'audio/webm', undefined],
  ])('%j takes %s as %s', (accept, detected, expected) => {
    expect(acceptedAs(accept, detected)).toBe(expected);
  });

  it('are refused early only when the signature cannot help', () => {
    expect(isHopeless(['image/png'], 'text/html')).toBe(true);
    expect(isHopeless(['image/png'], undefined)).toBe(false);
    expect(isHopeless(['image/png'], 'application/octet-stream')).toBe(false);
    expect(isHopeless(['audio/mpeg'], 'audio/mp3')).toBe(false);
    expect(isHopeless(['audio/mpeg'], 'video/mp4')).toBe(true);
  });

  it('that run scripts cannot be declared', () => {
    const sound = { purpose: 'a.b', accept: ['image/png'], maxSize: 1 };
    const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
    expect(purposeFaults([sound, { ...sound, purpose: 'a.c', accept: [word] }])).toEqual([]);
    for (const type of [
      'image/svg+xml',
      'text/html',
      'application/xhtml+xml',
      'application/xml',
      'text/javascript',
    ])
      expect(purposeFaults([{ ...sound, accept: [type] }])).toHaveLength(1);
    expect(purposeFaults([sound, sound])).toHaveLength(1);
    const wrong = { purpose: 'nodot', accept: [], maxSize: 1e12, widths: [3] };
    expect(purposeFaults([wrong])).toHaveLength(4);
  });
});

describe('content', () => {
  it('text is text', () => {
    const bytes = (text: string) => new TextEncoder().encode(text);
    expect(isPlainText(bytes('Привет,\r\n\tмир'))).toBe(true);
    for (const text of ['<p>x', '<!--', '  <svg', '#!/bin/sh', '%!PS', 'a\u0000b', '\u001b[2J'])
      expect(isPlainText(bytes(text))).toBe(false);
    expect(isPlainText(Uint8Array.from([0xc3, 0x28]))).toBe(false);
  });

  it('an archive of any bytes is never sound by accident, and never throws', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => !isSoundArchive(bytes)));
    const end = new Uint8Array(22);
    end.set([0x50, 0x4b, 5, 6]);
    end[10] = 3;
    expect(isSoundArchive(end)).toBe(false);
  });

  it('an image is judged by its head', () => {
    expect(() => checkHead({ width: 8_000, height: 5_000 })).not.toThrow();
    expect(() => checkHead({ width: mostPixels + 1, height: 1 })).toThrow('pixels');
    expect(() => checkHead({ width: 1, height: 1, pages: 201 })).toThrow('frames');
    expect(() => checkHead({ width: 0, height: 1 })).toThrow('damaged');
  });

  it('variants are never wider than the image', () => {
    expect(variantWidths(500, [1_280, 640, 320])).toEqual([320, 500]);
    expect(variantWidths(5_000, [320, 640])).toEqual([320, 640]);
  });

  it('hashes have 16 digits', () => {
    expect(hexOfBits('0'.repeat(63).concat('1'))).toBe('0000000000000001');
    expect(hexOfBits('1'.repeat(64))).toBe('ffffffffffffffff');
  });
});
