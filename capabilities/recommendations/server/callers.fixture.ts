import { newId } from '#base/ids';
import { Refusal } from '#base/refusal';
import type { Permission } from '#platform/contract';
import { type Authenticator, authenticatorPoint, type Caller } from '#platform/server/http';
import { defineModule, fill } from '#platform/server/modules';

/** Access tokens are names here, so that this floor needs no accounts. */
function callerOf(permissions: readonly Permission[]): Caller {
  return {
    userId: newId(),
    sessionId: newId(),
    apiKeyId: null,
    roles: [],
    permissions: new Set(permissions),
    scopes: null,
  };
}

export const callers = {
  analyst: callerOf(['view_analytics']),
  author: callerOf([]),
} as const;

const byToken = new Map<string, Caller>(Object.entries(callers));

const authenticator: Authenticator = {
  authenticate(credentials) {
    const caller = credentials.kind === 'bearer' ? byToken.get(credentials.token) : undefined;
    return caller === undefined
      ? Promise.reject(new Refusal('unauthenticated', 'sample.unknown', 'Nobody is known by this token.'))
      : Promise.resolve(caller);
  },
};

/** Knows the two callers. */
export const callersModule = defineModule({
  name: 'callers',
  create: () => undefined,
  fills: () => [fill(authenticatorPoint, authenticator)],
});
