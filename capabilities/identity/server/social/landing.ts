import type { ReplyControls } from '#platform/server/http';
import { socialLandingPath } from '../../contract/index.ts';
import type { Csrf } from '../sessions/csrf.ts';
import { setSessionCookies } from '../sessions/session-cookies.ts';
import type { SocialOutcome } from './social.ts';

/** Where a browser goes that comes back from a provider. A fragment never reaches a server's log. */
export function landing(fields: Readonly<Record<string, string | null>>): string {
  const given = Object.entries(fields).filter((field): field is [string, string] => field[1] !== null);
  return `${socialLandingPath}#${new URLSearchParams(given)}`;
}

function outcomeFields(outcome: SocialOutcome): Readonly<Record<string, string>> {
  switch (outcome.kind) {
    case 'signed_in':
    case 'linked':
      return { outcome: outcome.kind };
    case 'challenge':
      return { outcome: 'challenge', challenge_token: outcome.token };
    case 'pending':
      return { outcome: 'pending', pending_token: outcome.token, needs_email: String(outcome.needsEmail) };
    default:
      return outcome satisfies never;
  }
}

/** Sets the cookies of an opened session and answers where to send the browser. */
export function land(
  cookies: { readonly csrf: Csrf },
  outcome: SocialOutcome,
  reply: ReplyControls,
  { provider, returnTo }: { readonly provider: string; readonly returnTo: string | null },
): string {
  if (outcome.kind === 'signed_in') setSessionCookies(cookies, outcome.session, reply);
  return landing({ ...outcomeFields(outcome), provider, return_to: returnTo });
}
