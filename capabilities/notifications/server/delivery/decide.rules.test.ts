import { describe, expect, it } from 'vitest';
import { mostAttempts, waitAfter } from './backoff.rules.ts';
import { decide, firstDue, type Situation } from './decide.rules.ts';

const now = new Date('2026-03-10T23:30:00Z');
const unread = { deletedAt: null, readAt: null, seenAt: null };
const night = { from: 22 * 60, to: 7 * 60 };
const morning = new Date('2026-03-11T07:00:00Z');
const situation: Situation = {
  notification: unread,
  channel: 'push',
  on: true,
  urgent: false,
  quietHours: null,
  timeZone: 'UTC',
  now,
};

describe('a delivery whose time has come', () => {
  it.each([
    ['goes out', {}, { kind: 'send' }],
    ['is skipped when read', { notification: { ...unread, readAt: now } }, { kind: 'skip', reason: 'read' }],
    [
      'is skipped when taken out',
      { notification: { ...unread, deletedAt: now } },
      { kind: 'skip', reason: 'deleted' },
    ],
    [
      'is no push when a window showed it',
      { notification: { ...unread, seenAt: now } },
      { kind: 'skip', reason: 'seen' },
    ],
    [
      'is a letter even when a window showed it',
      { channel: 'email', notification: { ...unread, seenAt: now } },
      { kind: 'send' },
    ],
    ['is skipped when switched off', { on: false }, { kind: 'skip', reason: 'switched_off' }],
    [
      'is skipped when switched off, urgent or not',
      { on: false, urgent: true },
      { kind: 'skip', reason: 'switched_off' },
    ],
    ['waits for the morning', { quietHours: night }, { kind: 'wait', until: morning }],
    ['does not wait when urgent', { quietHours: night, urgent: true }, { kind: 'send' }],
  ] as const)('%s', (_what, change, decision) => {
    expect(decide({ ...situation, ...change })).toEqual(decision);
  });
});

describe('the first due time', () => {
  it.each([
    ['a push gives windows time', {}, new Date('2026-03-10T23:30:10Z')],
    ['an urgent push goes at once', { urgent: true, quietHours: night }, now],
    ['a letter goes at once', { channel: 'email' }, now],
    ['quiet hours hold it back', { quietHours: night }, morning],
    [
      'quiet hours that begin within the delay hold it back',
      { quietHours: { from: 23 * 60 + 30, to: 420 }, now: new Date('2026-03-10T23:29:55Z') },
      morning,
    ],
  ] as const)('%s', (_what, change, due) => {
    expect(firstDue({ ...situation, ...change }, 10)).toEqual(due);
  });
});

describe('the wait between attempts', () => {
  it('doubles up to an hour and believes Retry-After up to a day', () => {
    const own = Array.from({ length: mostAttempts + 2 }, (_none, index) => waitAfter(index + 1, null));
    expect(own).toEqual([15, 30, 60, 120, 240, 480, 960, 1_920, 3_600, 3_600]);
    expect(waitAfter(1, 120)).toBe(120);
    expect(waitAfter(4, 5)).toBe(120);
    expect(waitAfter(1, 10 ** 9)).toBe(86_400);
  });
});
