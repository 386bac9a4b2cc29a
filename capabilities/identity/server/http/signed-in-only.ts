import type { OpenSession } from '../sessions/sessions.ts';
import type { SignInOutcome } from '../sessions/sign-in.ts';

/** Accounts whose address was proven a moment ago cannot have a second factor yet. */
export function signedInOnly(outcome: SignInOutcome): OpenSession {
  if (outcome.kind === 'signed_in') return outcome.session;
  throw new Error('A new account was asked for a second factor.');
}
