import { createTwoFilesPatch } from 'diff';

/** Texts that differ in more lines than this are told to be wholly different. */
const mostEdits = 5_000;

/** The unified difference of two texts with three lines around each change; empty for equal ones. */
export function differenceOf(name: string, before: string, after: string): string {
  if (before === after) return '';
  const options = { context: 3, maxEditLength: mostEdits };
  const patch = createTwoFilesPatch(name, name, before, after, undefined, undefined, options);
  if (patch !== undefined) return patch.replace(/^Index:[^\n]*\n=+\n/, '');
  const lines = (text: string, mark: string): string =>
    text
      .split('\n')
      .map((line) => `${mark}${line}\n`)
      .join('');
  const count = (text: string): number => text.split('\n').length;
  return `--- ${name}\n+++ ${name}\n@@ -1,${count(before)} +1,${count(after)} @@\n${lines(before, '-')}${lines(after, '+')}`;
}
