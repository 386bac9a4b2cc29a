import { useMemo } from 'react';
import { useStore } from 'zustand';
import type { Permission } from '#platform/contract';
import { usePlatform } from '../root/platform-context.ts';
import { holds, type SessionState, type SessionUser, type SignedInReply } from './session.ts';

export interface CurrentSession {
  readonly status: SessionState['status'];
  /** The signed-in person, else null. */
  readonly user: SessionUser | null;
  /** Whether the person holds the permission now. */
  can(permission: Permission): boolean;
  /** Begins a session from what sign-in answered; every tab learns of it. */
  signIn(reply: SignedInReply): void;
  /** Ends the session here and in every tab. Rejects, still signed in, when the server cannot be told. */
  signOut(): Promise<void>;
  /** Reads the person anew after their profile or roles changed. */
  reload(): Promise<void>;
}

/** Who is signed in, and how to change that. */
export function useSession(): CurrentSession {
  const { session } = usePlatform();
  const state = useStore(session.store);
  return useMemo(
    () => ({
      status: state.status,
      user: state.status === 'signed-in' ? state.user : null,
      can: (permission) => holds(state, permission),
      signIn: session.signIn,
      signOut: session.signOut,
      reload: session.reload,
    }),
    [state, session],
  );
}
