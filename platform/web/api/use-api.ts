import { usePlatform } from '../root/platform-context.ts';
import type { Api } from './api.ts';

/** The API client: `call` a route, or `stream` one. For reading prefer `useCall`, for changing `useSend`. */
export function useApi(): Api {
  return usePlatform().api;
}
