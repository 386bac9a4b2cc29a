import { getProfile, issueWsTicket, logout, refresh } from '#capabilities/identity/contract';
import type { Api, SessionApi } from '#platform/web';

/** The session's questions, answered by the identity capability. */
export function identitySession({ call }: Api): SessionApi {
  return {
    refresh: () => call(refresh),
    logout: () => call(logout),
    loadUser: () => call(getProfile),
    issueTicket: async () => (await call(issueWsTicket)).ticket,
  };
}
