import type { Api, SessionApi } from '#platform/web';

/** Asked for early and beside the first paint: the contract carries the schema library, which nothing shown first needs. */
const contract = import('#capabilities/identity/contract');

/** The session's questions, answered by the identity capability. */
export function identitySession({ call }: Api): SessionApi {
  return {
    refresh: async () => call((await contract).refresh),
    logout: async () => call((await contract).logout),
    loadUser: async () => call((await contract).getProfile),
    issueTicket: async () => (await call((await contract).issueWsTicket)).ticket,
  };
}
