import { useLocation, useSearchParams } from 'react-router';
import { safeReturnPath } from '#platform/web';

export interface ReturnPath {
  /** Where the person was going, a path inside the application. */
  readonly path: string;
  /** The address of another page of signing in, with the same destination. */
  through(page: string): string;
}

/** Carries the page somebody asked for through all pages of signing in. */
export function useReturnPath(): ReturnPath {
  const [parameters] = useSearchParams();
  const path = safeReturnPath(parameters.get('next'));
  return {
    path,
    through: (page) => (path === '/' ? page : `${page}?next=${encodeURIComponent(path)}`),
  };
}

/** The address handed over from the page before; it never stands in the URL. */
export function useGivenEmail(): string {
  const state: unknown = useLocation().state;
  if (typeof state !== 'object' || state === null || !('email' in state)) return '';
  return typeof state.email === 'string' ? state.email : '';
}
