import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { defaultZipLimits, treeFromZip } from './zip-tree.ts';

const text = (value: Uint8Array) => new TextDecoder().decode(value);
const small = { entries: 3, unpackedBytes: 300_000, fileBytes: 200_000, ratio: 50 };

function refusal(bytes: Uint8Array, limits = defaultZipLimits): string {
  const result = treeFromZip(bytes, limits);
  return result.ok ? 'ok' : result.refusal.code;
}

describe('a zip archive as a tree', () => {
  test('files are listed and unpacked, stored and deflated alike; folders are no files', () => {
    const zip = zipSync({
      'Catalogs/Валюты.xml': strToU8('валюты'.repeat(100)),
      'Configuration.xml': [strToU8('<a/>'), { level: 0 }],
      'Ext/': new Uint8Array(),
    });
    const result = treeFromZip(zip);
    if (!result.ok) throw new Error(result.refusal.code);
    expect(result.tree.paths).toEqual(['Catalogs/Валюты.xml', 'Configuration.xml']);
    expect(text(result.tree.read('Catalogs/Валюты.xml'))).toBe('валюты'.repeat(100));
    expect(text(result.tree.read('Configuration.xml'))).toBe('<a/>');
    expect(() => result.tree.read('нет')).toThrow();
  });

  test.each([
    '../Configuration.xml',
    'a/../../b.xml',
    '/etc/x.xml',
    'C:/x.xml',
    '..\\x.xml',
    'a\\..\\..\\x.xml',
  ])('a path out of the archive is refused: %s', (path) => {
    expect(refusal(zipSync({ [path]: strToU8('x') }))).toBe('unsafe_path');
  });

  test('backslashes of Windows archivers are slashes', () => {
    const result = treeFromZip(zipSync({ 'Catalogs\\A.xml': strToU8('x') }));
    expect(result.ok && result.tree.paths).toEqual(['Catalogs/A.xml']);
  });

  test('names in the code page of a Windows console are understood', () => {
    const zip = zipSync({ 'AB.xml': strToU8('x') });
    // «Вы» in code page 866, in both headers; the flag of UTF-8 is not set for plain letters.
    for (let at = 0; at + 1 < zip.length; at += 1)
      if (zip[at] === 0x41 && zip[at + 1] === 0x42) zip.set([0x82, 0xeb], at);
    const result = treeFromZip(zip);
    expect(result.ok && result.tree.paths).toEqual(['Вы.xml']);
  });

  test('too many files, too large files and bombs are refused before anything is unpacked', () => {
    const many = Object.fromEntries(Array.from({ length: 4 }, (_, index) => [`${index}.xml`, strToU8('x')]));
    expect(refusal(zipSync(many), small)).toBe('too_many_entries');
    expect(refusal(zipSync({ 'a.xml': new Uint8Array(200_001) }), small)).toBe('too_big');
    expect(refusal(zipSync({ 'a.xml': new Uint8Array(190_000) }), small)).toBe('suspicious_ratio');
    const plain = (size: number) => Uint8Array.from({ length: size }, (_, index) => (index * 7919) % 251);
    expect(
      refusal(
        zipSync({ 'a.xml': [plain(180_000), { level: 0 }], 'b.xml': [plain(180_000), { level: 0 }] }),
        small,
      ),
    ).toBe('too_big');
  });

  test('a bomb that lies about its size fails when it is read, within the size it promised', () => {
    const zip = zipSync({ 'a.xml': new Uint8Array(1_000_000) });
    const view = new DataView(zip.buffer);
    for (let at = 0; at + 28 < zip.length; at += 1)
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 100, true);
    const result = treeFromZip(zip);
    expect(result.ok).toBe(true);
    expect(() => result.ok && result.tree.read('a.xml')).toThrow();
  });

  test('an encrypted entry and an unknown method are refused', () => {
    const patched = (offset: number, value: number) => {
      const zip = zipSync({ 'a.xml': strToU8('x') });
      const view = new DataView(zip.buffer);
      for (let at = 0; at + 12 < zip.length; at += 1)
        if (view.getUint32(at, true) === 0x02014b50) view.setUint16(at + offset, value, true);
      return refusal(zip);
    };
    expect(patched(8, 1)).toBe('encrypted');
    expect(patched(10, 99)).toBe('unsupported_method');
  });

  test('what is no archive is told; a damaged one never throws', () => {
    expect(refusal(new Uint8Array())).toBe('not_a_zip');
    expect(refusal(strToU8('Процедура'))).toBe('not_a_zip');
    const zip = zipSync({ 'a.xml': strToU8('<a/>'), 'b.xml': strToU8('<b/>'.repeat(50)) });
    fc.assert(
      fc.property(fc.nat(zip.length - 1), fc.nat(255), fc.nat(zip.length), (at, value, end) => {
        const damaged = zip.slice(0, end);
        if (at < damaged.length) damaged[at] = value;
        const result = treeFromZip(damaged);
        return result.ok || result.refusal.message.ru !== '';
      }),
    );
  });
});
