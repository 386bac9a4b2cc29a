import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Permission } from '#platform/contract';
import { type ApiProblem, asProblem } from '../api/problem.ts';

/** The signed-in person as every page may know them. */
export interface SessionUser {
  readonly id: string;
  readonly email: string | null;
  readonly display_name: string;
  readonly roles: readonly string[];
  readonly permissions: readonly string[];
  readonly locale: 'ru' | 'en';
}

/** What sign-in and refresh answer. The refresh token stays in an httpOnly cookie and is never seen here. */
export interface SignedInReply {
  readonly access_token: string;
  /** In seconds. */
  readonly expires_in: number;
  readonly user: SessionUser;
}

/** How the session talks to whoever keeps accounts; wired by the application. */
export interface SessionApi {
  /** Exchanges the refresh cookie. Rejects with a 401 or 403 problem when the session is over. */
  refresh(): Promise<SignedInReply>;
  logout(): Promise<unknown>;
  /** The person as the server sees them now. */
  loadUser(): Promise<SessionUser>;
  /** A single-use ticket for one WebSocket. */
  issueTicket(): Promise<string>;
}

export type SessionState =
  | { readonly status: 'loading'; readonly problem?: ApiProblem }
  | { readonly status: 'anonymous' /** It was signed in a moment ago. */; readonly ended: boolean }
  | { readonly status: 'signed-in'; readonly user: SessionUser };

/** What tabs of one browser tell each other. */
export type TabNews = 'begun' | 'ended';

export interface SessionPorts {
  readonly api: SessionApi;
  /** Whether the browser holds a session worth restoring (the CSRF cookie exists). */
  readonly restorable: () => boolean;
  /** Runs the work while no other tab runs it. */
  readonly exclusively: <Result>(work: () => Promise<Result>) => Promise<Result>;
  readonly later: (work: () => void, milliseconds: number) => () => void;
  readonly tellTabs: (news: TabNews) => void;
  /** The person changed or left: forget what was read for them. */
  readonly onPersonChange: (user: SessionUser | null) => void;
}

/** Who is signed in. The access token lives in memory only. */
export interface Session {
  readonly store: StoreApi<SessionState>;
  readonly token: () => string | undefined;
  readonly restore: () => Promise<void>;
  readonly renew: (used?: string) => Promise<boolean>;
  readonly signIn: (reply: SignedInReply) => void;
  readonly signOut: () => Promise<void>;
  readonly reload: () => Promise<void>;
  readonly hear: (news: TabNews) => void;
}

/** Tells whether the person holds a permission right now. */
export function holds(state: SessionState, permission: Permission): boolean {
  return state.status === 'signed-in' && state.user.permissions.includes(permission);
}

export function createSession(ports: SessionPorts): Session {
  const store = createStore<SessionState>(() => ({ status: 'loading' }));
  let token: string | undefined;
  let renewal: Promise<boolean> | undefined;
  let cancelTimer = () => {};
  /** Grows with every sign-in and sign-out, so that an answer to an older question changes nothing. */
  let era = 0;

  const userId = (): string | undefined => {
    const state = store.getState();
    return state.status === 'signed-in' ? state.user.id : undefined;
  };

  const accept = (reply: SignedInReply): void => {
    const samePerson = userId() === reply.user.id;
    token = reply.access_token;
    cancelTimer();
    cancelTimer = ports.later(
      () => void renew().catch(() => {}),
      Math.max(5, reply.expires_in * 0.8) * 1_000,
    );
    store.setState({ status: 'signed-in', user: reply.user }, true);
    if (!samePerson) ports.onPersonChange(reply.user);
  };

  const end = (): void => {
    const state = store.getState();
    const wasSignedIn = state.status === 'signed-in';
    era += 1;
    token = undefined;
    cancelTimer();
    store.setState(
      { status: 'anonymous', ended: wasSignedIn || (state.status === 'anonymous' && state.ended) },
      true,
    );
    if (wasSignedIn) ports.onPersonChange(null);
  };

  const refreshOnce = async (): Promise<boolean> => {
    if (!ports.restorable()) {
      end();
      return false;
    }
    const asked = era;
    try {
      const reply = await ports.api.refresh();
      if (asked !== era) return token !== undefined;
      accept(reply);
      return true;
    } catch (error) {
      const { status } = asProblem(error);
      if (status !== 401 && status !== 403) throw error;
      if (asked === era) end();
      return token !== undefined;
    }
  };

  const renew = (used?: string): Promise<boolean> => {
    if (used !== undefined && token !== undefined && used !== token) return Promise.resolve(true);
    renewal ??= ports.exclusively(refreshOnce).finally(() => {
      renewal = undefined;
    });
    return renewal;
  };

  const restore = async (): Promise<void> => {
    try {
      await renew();
    } catch (error) {
      if (store.getState().status === 'loading') {
        store.setState({ status: 'loading', problem: asProblem(error) }, true);
      }
    }
  };

  return {
    store,
    token: () => token,
    restore,
    renew,
    signIn(reply) {
      era += 1;
      accept(reply);
      ports.tellTabs('begun');
    },
    async signOut() {
      await ports.api.logout();
      end();
      store.setState({ status: 'anonymous', ended: false }, true);
      ports.tellTabs('ended');
    },
    async reload() {
      const asked = era;
      const user = await ports.api.loadUser();
      if (asked === era && userId() === user.id) store.setState({ status: 'signed-in', user }, true);
    },
    hear(news) {
      if (news === 'ended') end();
      else if (store.getState().status !== 'signed-in') void restore();
    },
  };
}
