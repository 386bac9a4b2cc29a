import { usePlatform } from '../root/platform-context.ts';
import type { SignInWay } from './screen.ts';

/** The ways to sign in that modules add, in the order of the modules. */
export function useSignInWays(): readonly SignInWay[] {
  return usePlatform().modules.flatMap(({ signInWays = [] }) => signInWays);
}
