import { asProblem } from '#platform/web';

/** The screen on which a locked person asks to be let in again. The application above has it, if it wants one. */
export const unlockPath = '/unlock';

/**
 * Where the sign-in page leaves the token of a refused sign-in, in `sessionStorage`: for this tab, until the request
 * is sent. It never stands in an address.
 */
export const unlockTokenKey = 'quintet.unlock-token';

/** The token of a sign-in that was refused with `identity.locked`. */
export function unlockTokenOf(error: unknown): string | undefined {
  const { code, problem } = asProblem(error);
  if (code !== 'identity.locked' || problem === undefined || !('unlock_token' in problem)) return undefined;
  return typeof problem.unlock_token === 'string' ? problem.unlock_token : undefined;
}

export function keepUnlockToken(token: string): void {
  try {
    sessionStorage.setItem(unlockTokenKey, token);
  } catch {
    // Browsers may refuse to keep anything; the screen then sends back to sign-in.
  }
}
