import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CheckedFile, CodeFinding } from '../../../contract/index.ts';
import { compareReviews, findingCount } from './compare.rules.ts';

const finding = (key: string, line: number, message = key): CodeFinding => ({
  key,
  severity: 'major',
  type: 'smell',
  message,
  range: { start: { line, character: 0 }, end: { line, character: 1 } },
});
const review = (files: Readonly<Record<string, readonly CodeFinding[]>>) => ({
  report: Object.entries(files).map(([path, findings]) => ({ path, findings: [...findings] })),
});
const shown = (files: readonly CheckedFile[]) =>
  files.flatMap(({ path, findings }) =>
    findings.map(({ key, range }) => `${path} ${key} ${range.start.line}`),
  );

test('what moved is the same, what came and what went is told', () => {
  const before = review({ a: [finding('X', 1), finding('Y', 2)], b: [finding('Z', 1)] });
  const after = review({ a: [finding('X', 9), finding('W', 3)], c: [finding('Z', 1)] });
  const { added, gone, stayed } = compareReviews(before, after);
  expect(shown(stayed)).toEqual(['a X 9']);
  expect(shown(added)).toEqual(['a W 3', 'c Z 1']);
  expect(shown(gone)).toEqual(['a Y 2', 'b Z 1']);
});

test('of findings that read the same, the one at another place is new', () => {
  const { added } = compareReviews(
    review({ a: [finding('X', 5)] }),
    review({ a: [finding('X', 1), finding('X', 5)] }),
  );
  expect(shown(added)).toEqual(['a X 1']);
});

test('nothing is lost, nothing counted twice', () => {
  const files = fc
    .array(fc.record({ key: fc.constantFrom('X', 'Y'), line: fc.nat(5), path: fc.constantFrom('a', 'b') }), {
      maxLength: 20,
    })
    .map((all) =>
      review({
        a: all.filter(({ path }) => path === 'a').map(({ key, line }) => finding(key, line)),
        b: all.filter(({ path }) => path === 'b').map(({ key, line }) => finding(key, line)),
      }),
    );
  fc.assert(
    fc.property(files, files, (before, after) => {
      const { added, gone, stayed } = compareReviews(before, after);
      expect(findingCount(added) + findingCount(stayed)).toBe(findingCount(after.report));
      expect(findingCount(gone) + findingCount(stayed)).toBe(findingCount(before.report));
      const back = compareReviews(after, before);
      expect(findingCount(back.added)).toBe(findingCount(gone));
    }),
  );
});
