/** How long the same refresh token may be presented again, as long as nobody used its child yet. */
export const graceMs = 10_000;

export type RefreshDecision =
  | { readonly kind: 'rotate' }
  /** A retry: the same child again. */
  | { readonly kind: 'repeat' }
  /** Somebody holds a copy: the family must end. */
  | { readonly kind: 'reused' }
  | { readonly kind: 'refused' };

export interface TokenState {
  readonly revoked: boolean;
  readonly expiresAt: Date;
  readonly usedAt: Date | null;
  readonly childUsed: boolean;
}

/** What becomes of a presented refresh token (RFC 9700 §4.14.2, with a grace for honest retries). */
export function decideRefresh(token: TokenState, now: Date): RefreshDecision {
  if (token.revoked || token.expiresAt <= now) return { kind: 'refused' };
  if (token.usedAt === null) return { kind: 'rotate' };
  const inGrace = now.getTime() - token.usedAt.getTime() <= graceMs;
  return inGrace && !token.childUsed ? { kind: 'repeat' } : { kind: 'reused' };
}
