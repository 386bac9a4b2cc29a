import { expect, it } from 'vitest';
import { nextStep } from './next-step.rules.ts';

const quest = { state: 'published', price: { amount: 29_000, currency: 'RUB' } } as const;
const free = { ...quest, price: { amount: 0, currency: 'RUB' } } as const;
const mine = { playable: true, active_session_id: null, finished_session_id: null };

it.each([
  ['somebody not signed in', quest, null, { kind: 'buy' }],
  ['somebody not signed in, nothing to pay', free, null, { kind: 'start' }],
  ['somebody who has not bought it', quest, { ...mine, playable: false }, { kind: 'buy' }],
  ['its owner', quest, mine, { kind: 'start' }],
  ['somebody on the way', quest, { ...mine, active_session_id: 's' }, { kind: 'continue', sessionId: 's' }],
  ['somebody who finished', quest, { ...mine, finished_session_id: 's' }, { kind: 'again' }],
  [
    'somebody who gave it back',
    quest,
    { ...mine, playable: false, finished_session_id: 's' },
    { kind: 'buy' },
  ],
  ['its author, before publication', { ...quest, state: 'draft' } as const, mine, { kind: 'studio' }],
])('%s', (_who, what, whose, step) => {
  expect(nextStep(what, whose)).toEqual(step);
});
