import type { SessionState } from '../session/session.ts';
import { holds } from '../session/session.ts';
import type { ScreenAccess, ScreenDefinition, WebModule } from './screen.ts';

export type Verdict = 'open' | 'sign-in' | 'forbidden' | 'go-on' | 'wait';

/** Whether the person may open a screen, and what happens if not. */
export function verdictOn(access: ScreenAccess, session: SessionState): Verdict {
  if (access === 'public') return 'open';
  if (session.status === 'loading') return 'wait';
  const signedIn = session.status === 'signed-in';
  if (access === 'anonymous') return signedIn ? 'go-on' : 'open';
  if (!signedIn) return 'sign-in';
  if (access === 'signed-in') return 'open';
  const needed = 'anyOf' in access ? access.anyOf : [access.permission];
  return needed.some((permission) => holds(session, permission)) ? 'open' : 'forbidden';
}

export interface NavEntry {
  readonly module: WebModule;
  readonly screen: ScreenDefinition & Required<Pick<ScreenDefinition, 'nav'>>;
}

const hasNav = (screen: ScreenDefinition): screen is NavEntry['screen'] => screen.nav !== undefined;

/** The entries of menus that this person may open, in order. */
export function entriesFor(modules: readonly WebModule[], session: SessionState): readonly NavEntry[] {
  return modules
    .flatMap((module) => module.screens.filter(hasNav).map((screen) => ({ module, screen })))
    .filter(({ screen }) => screen.access !== 'anonymous' && verdictOn(screen.access, session) === 'open')
    .toSorted((one, other) => one.screen.nav.order - other.screen.nav.order);
}

/** A path inside the application, or `/`: never another site, never a sign-in page again. */
export function safeReturnPath(wanted: string | null): string {
  if (wanted === null || !/^\/(?![/\\])/.test(wanted)) return '/';
  const url = new URL(wanted, 'http://inside.invalid');
  return url.origin === 'http://inside.invalid' ? `${url.pathname}${url.search}${url.hash}` : '/';
}
