import { expect, it } from 'vitest';
import { sizeOf } from './file-size.rules.ts';

it.each([
  [0, 0, 'byte'],
  [1_023, 1_023, 'byte'],
  [1_536, 1.5, 'kilobyte'],
  [3 * 1_024 * 1_024, 3, 'megabyte'],
] as const)('%i bytes', (bytes, value, unit) => {
  expect(sizeOf(bytes)).toEqual({ value, unit });
});
