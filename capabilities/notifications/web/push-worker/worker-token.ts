/** What the worker's global scope must have to be signed in like its pages. */
export interface TokenScope {
  readonly fetch: typeof fetch;
  /** Absent where workers cannot read cookies: the push is shown without its text then. */
  readonly cookieStore?: { get(name: string): Promise<{ readonly value?: string } | null> };
  readonly navigator: { readonly locks?: Pick<LockManager, 'request'> };
}

/** The names that pages and server agree on; repeated here so that the worker carries no schemas. */
export const sessionNames = {
  csrfCookie: 'quintet_csrf',
  csrfHeader: 'x-csrf-token',
  clientHeader: 'x-quintet-client',
  refreshPath: '/auth/refresh',
  lock: 'quintet.session',
} as const;

async function refresh({ fetch, cookieStore }: TokenScope): Promise<string | null> {
  const csrf = (await cookieStore?.get(sessionNames.csrfCookie))?.value;
  if (csrf === undefined) return null;
  const headers = {
    [sessionNames.csrfHeader]: decodeURIComponent(csrf),
    [sessionNames.clientHeader]: 'web',
  };
  const answer = await fetch(sessionNames.refreshPath, { method: 'POST', headers });
  if (!answer.ok) return null;
  const reply: unknown = await answer.json();
  const known = typeof reply === 'object' && reply !== null && 'access_token' in reply;
  return known && typeof reply.access_token === 'string' ? reply.access_token : null;
}

/**
 * An access token for the worker, by the refresh cookie that its pages use, under the same lock, so that tabs and
 * worker never refresh at once. Null when nobody is signed in or this worker cannot tell.
 */
export async function workerToken(scope: TokenScope): Promise<string | null> {
  const { locks } = scope.navigator;
  if (locks === undefined) return null;
  try {
    return await locks.request(sessionNames.lock, () => refresh(scope));
  } catch {
    return null;
  }
}
