import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Answer, PlayPoint } from '../../../contract/index.ts';
import { guessAnswer } from './guess.ts';
import { walkFixture } from './walk.fixture.ts';

const hash = (text: string): string => createHash('sha256').update('salt').update(text).digest('hex');

const task = (kind: 'text' | 'number' | 'choice' | 'sorting' | 'code') =>
  ({ kind, question: '?' }) as unknown as PlayPoint['task'];

describe('what a phone can tell about an answer', () => {
  it.each<[string, 'text' | 'number' | 'choice' | 'sorting' | 'code', string, Answer, string]>([
    ['the same words in other writing', 'text', 'елка', { text: ' Ёлка! ' }, 'right'],
    ['other words: perhaps a typo', 'text', 'елка', { text: 'елкa' }, 'unknown'],
    ['the number', 'number', '12.5', { number: 12.5 }, 'right'],
    ['another number: perhaps near enough', 'number', '12.5', { number: 12.6 }, 'unknown'],
    ['the options in any order', 'choice', 'a,b', { option_ids: ['b', 'a'] }, 'right'],
    ['other options', 'choice', 'a,b', { option_ids: ['a'] }, 'wrong'],
    ['the order', 'sorting', 'b,a', { order: ['b', 'a'] }, 'right'],
    ['another order', 'sorting', 'b,a', { order: ['a', 'b'] }, 'wrong'],
    ['the code', 'code', 'lion 7', { code: 'LION-7' }, 'right'],
    ['another code', 'code', 'lion 7', { code: 'LION-8' }, 'wrong'],
  ])('%s', async (_what, kind, right, answer, guess) => {
    const { pack } = walkFixture();
    const id = pack.points[1]?.id ?? '';
    const checks = [{ point_id: id, salt: 'salt', hashes: [hash(right)] }];
    expect(await guessAnswer({ ...pack, checks }, { id, task: task(kind) }, answer)).toBe(guess);
    const without = [{ point_id: id, salt: 'salt', hashes: [] }];
    expect(await guessAnswer({ ...pack, checks: without }, { id, task: task(kind) }, answer)).toBe('unknown');
  });
});
