import { createContext, useContext } from 'react';

export const SignInPathContext = createContext('/login');

/** Where people sign in; a deep link returns through its `next` parameter. */
export function useSignInPath(): string {
  return useContext(SignInPathContext);
}
