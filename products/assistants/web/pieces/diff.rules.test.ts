import { expect, test } from 'vitest';
import { readDiff, replacedLines } from './diff.rules.ts';

const unified = `--- Module.bsl
+++ Module.bsl
@@ -3,3 +3,3 @@
 А = 1;
--Б = 2
+-Б = 2;
 В = 3;
@@ -20 +20,2 @@
 Г = 4;
+++ Д;
\\ No newline at end of file
`;

test('a unified difference has the numbers of both texts', () => {
  expect(readDiff(unified).map(({ kind, text, before, after }) => [kind, text, before, after])).toEqual([
    ['gap', '@@ -3,3 +3,3 @@', null, null],
    ['same', 'А = 1;', 3, 3],
    ['removed', '-Б = 2', 4, null],
    ['added', '-Б = 2;', null, 4],
    ['same', 'В = 3;', 5, 5],
    ['gap', '@@ -20 +20,2 @@', null, null],
    ['same', 'Г = 4;', 20, 20],
    ['added', '++ Д;', null, 21],
  ]);
  expect(readDiff('')).toEqual([]);
});

test('one text in the place of another', () => {
  expect(replacedLines('а\nб', 'в').map(({ kind, text }) => [kind, text])).toEqual([
    ['removed', 'а'],
    ['removed', 'б'],
    ['added', 'в'],
  ]);
});
