import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { openZip, ZipFault, type ZipLimits } from './index.ts';

const limits: ZipLimits = { entries: 20, ratio: 50, ratioFrom: 64 * 1024 };

function faultOf(work: () => unknown): string {
  try {
    work();
    return 'none';
  } catch (error) {
    if (error instanceof ZipFault) return error.code;
    throw error;
  }
}

const read = (bytes: Uint8Array, most = 1_000_000): readonly Uint8Array[] => {
  const archive = openZip(bytes, limits);
  return archive.entries.map((entry) => archive.read(entry, most));
};

describe('an archive', () => {
  it('gives back what was put in, stored and deflated', () => {
    const name = fc.stringMatching(/^[а-яa-z]{1,8}(\/[а-яa-z]{1,8})?$/);
    const file = fc.tuple(fc.uint8Array({ maxLength: 400 }), fc.constantFrom(0 as const, 6 as const));
    fc.assert(
      fc.property(fc.dictionary(name, file, { maxKeys: 10 }), (files) => {
        const zip = zipSync(
          Object.fromEntries(
            Object.entries(files).map(([path, [bytes, level]]) => [path, [bytes, { level }]]),
          ),
        );
        const archive = openZip(zip, limits);
        expect(new Set(archive.entries.map((entry) => entry.name))).toEqual(new Set(Object.keys(files)));
        for (const entry of archive.entries)
          expect(archive.read(entry, 400)).toEqual(new Uint8Array(files[entry.name]?.[0] ?? []));
      }),
    );
  });

  it('never costs more than its limits', () => {
    const zeros = zipSync({ 'a.bin': new Uint8Array(1_000_000) });
    expect(faultOf(() => read(zeros))).toBe('suspicious_ratio');
    expect(faultOf(() => read(zeros, 10_000))).toBe('too_big');
    const stored = zipSync({ 'a.bin': [new Uint8Array(100), { level: 0 }] });
    expect(faultOf(() => read(stored, 99))).toBe('too_big');
    const many = Object.fromEntries(Array.from({ length: 21 }, (_, at) => [`${at}`, strToU8('x')]));
    expect(faultOf(() => read(zipSync(many)))).toBe('too_many_entries');
  });

  it('that is damaged anywhere is read or refused, never misread', () => {
    const files = { 'a.xml': strToU8('<a/>'.repeat(40)), 'b.xml': strToU8('<b/>'.repeat(40)) };
    const zip = zipSync(files);
    const whole = Object.values(files).map((bytes) => new TextDecoder().decode(bytes));
    fc.assert(
      fc.property(fc.nat(zip.length - 1), fc.nat(255), (at, value) => {
        const damaged = zip.slice();
        damaged[at] = value;
        let told: readonly Uint8Array[] = [];
        if (faultOf(() => (told = read(damaged))) !== 'none') return;
        for (const bytes of told) expect(whole).toContain(new TextDecoder().decode(bytes));
      }),
    );
  });
});
