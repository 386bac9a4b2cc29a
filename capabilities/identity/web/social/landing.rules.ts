/** What the provider's callback reports, read from the fragment. */
export type Landing =
  | { readonly kind: 'signed_in' | 'linked'; readonly returnPath: string }
  | { readonly kind: 'challenge'; readonly token: string }
  | { readonly kind: 'pending'; readonly token: string; readonly needsEmail: boolean }
  | { readonly kind: 'error'; readonly code: string | null };

/** Paths of the server stand below `/app`; those of the application do not. */
function inside(returnTo: string | null): string {
  if (returnTo === null || !returnTo.startsWith('/app/')) return '/';
  return returnTo.slice('/app'.length);
}

/** Reads the fragment of the landing page; whatever is not understood is an error. */
export function readLanding(hash: string): Landing {
  const fields = new URLSearchParams(hash.replace(/^#/, ''));
  const outcome = fields.get('outcome');
  if (outcome === 'signed_in' || outcome === 'linked') {
    return { kind: outcome, returnPath: inside(fields.get('return_to')) };
  }
  const challenge = fields.get('challenge_token');
  if (outcome === 'challenge' && challenge !== null) return { kind: 'challenge', token: challenge };
  const pending = fields.get('pending_token');
  if (outcome === 'pending' && pending !== null) {
    return { kind: 'pending', token: pending, needsEmail: fields.get('needs_email') === 'true' };
  }
  return { kind: 'error', code: fields.get('code') };
}
