import { unlockTokenKey } from '#capabilities/identity/web';

/** What the sign-in page left for this tab. */
export function keptUnlockToken(): string | null {
  try {
    return sessionStorage.getItem(unlockTokenKey);
  } catch {
    return null;
  }
}

export function forgetUnlockToken(): void {
  try {
    sessionStorage.removeItem(unlockTokenKey);
  } catch {
    // What cannot be kept need not be forgotten.
  }
}
