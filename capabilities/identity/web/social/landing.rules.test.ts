import { describe, expect, it } from 'vitest';
import { readLanding } from './landing.rules.ts';

describe('the landing of a social sign-in', () => {
  it.each([
    ['#outcome=signed_in&provider=vk', { kind: 'signed_in', returnPath: '/' }],
    [
      '#outcome=signed_in&provider=vk&return_to=%2Fapp%2Fmemory%3Fq%3D1',
      { kind: 'signed_in', returnPath: '/memory?q=1' },
    ],
    ['#outcome=signed_in&return_to=https%3A%2F%2Fevil.test', { kind: 'signed_in', returnPath: '/' }],
    ['#outcome=linked&provider=google', { kind: 'linked', returnPath: '/' }],
    ['#outcome=challenge&challenge_token=abc', { kind: 'challenge', token: 'abc' }],
    ['#outcome=challenge', { kind: 'error', code: null }],
    ['#outcome=pending&pending_token=p&needs_email=true', { kind: 'pending', token: 'p', needsEmail: true }],
    [
      '#outcome=pending&pending_token=p&needs_email=false',
      { kind: 'pending', token: 'p', needsEmail: false },
    ],
    ['#outcome=error&code=identity.locked', { kind: 'error', code: 'identity.locked' }],
    ['', { kind: 'error', code: null }],
  ])('%s', (hash, landing) => {
    expect(readLanding(hash)).toEqual(landing);
  });
});
