import { expect, test } from 'vitest';
import { ApiProblem } from '#platform/web';
import { explanationOf } from './explanation.rules.ts';

test.each<[object | undefined, string | undefined]>([
  [{ explanation: { ru: 'Файл повреждён', en: 'The file is broken' } }, 'Файл повреждён'],
  [{ explanation: { ru: ' ' } }, undefined],
  [{ explanation: 'text' }, undefined],
  [{}, undefined],
])('of %j it is %j', (extra, expected) => {
  const problem = new ApiProblem(422, { type: 'about:blank', title: 'Refused', status: 422, ...extra });
  expect(explanationOf(problem, 'ru')).toBe(expected);
  expect(explanationOf(null, 'ru')).toBeUndefined();
});
