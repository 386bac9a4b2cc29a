import { expect, it } from 'vitest';
import { findingsOf } from '../../expect-findings.fixture.ts';
import { selfAssign } from './self-assign.ts';

it('SelfAssign', () => {
  expect(findingsOf(selfAssign, 'А = А;\nБ = А;\n\tВ.Г = в.г ;')).toEqual(['0:0-0:5', '2:1-2:10']);
});
