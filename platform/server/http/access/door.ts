import type { FastifyRequest } from 'fastify';
import { Refusal } from '#base/refusal';
import type { RouteDefinition } from '#platform/contract';
import type { Authenticator, Caller, Credentials } from '../caller.ts';
import { authorize, publicCaller } from './authorize.ts';
import { credentialsOf } from './credentials.ts';
import { holdsMetricsToken, isLocal } from './operator.ts';

/** Decides who enters; answers at once where nobody has to be asked. */
export type Door = (request: FastifyRequest) => Caller | null | Promise<Caller | null>;

export interface DoorOptions {
  readonly authenticator: Authenticator | undefined;
  readonly metricsToken: string | undefined;
}

function unauthenticated(): Refusal {
  return new Refusal('unauthenticated', 'http.unauthenticated', 'Sign in to use this.');
}

/** Builds the door of a route from its definition, once. */
export function createDoor(definition: RouteDefinition, options: DoorOptions): Door {
  const { authenticator, metricsToken } = options;

  function authenticated(credentials: Credentials | undefined): Promise<Caller> {
    if (credentials === undefined || authenticator === undefined) return Promise.reject(unauthenticated());
    return authenticator.authenticate(credentials);
  }

  if (definition.access === 'public') {
    return (request) => {
      const credentials = credentialsOf(request);
      if (credentials === undefined || authenticator === undefined) return null;
      return authenticator.authenticate(credentials).then(
        (caller) => publicCaller(definition, caller),
        (error: unknown) => {
          if (error instanceof Refusal && error.kind !== 'unavailable') return null;
          throw error;
        },
      );
    };
  }
  if (definition.access === 'operator') {
    return (request) => {
      if (isLocal(request)) return null;
      const credentials = credentialsOf(request);
      if (holdsMetricsToken(credentials, metricsToken)) return null;
      return authenticated(credentials).then((caller) => authorize(definition, caller));
    };
  }
  return (request) => authenticated(credentialsOf(request)).then((caller) => authorize(definition, caller));
}
