import { newId } from '#base/ids';
import { Refusal } from '#base/refusal';
import type { Permission } from '#platform/contract';
import { authenticatorPoint, type Caller } from '#platform/server/http';
import { defineModule, fill, type Module } from '#platform/server/modules';

/** Callers for a floor that needs no accounts. */
export interface TestCallers<Name extends string> {
  readonly callers: Readonly<Record<Name, Caller>>;
  /** Knows them: the name of a caller is their access token. */
  readonly callersModule: Module;
}

/** Makes callers by name, each with the permissions given. */
export function testCallers<const Name extends string>(
  permissions: Readonly<Record<Name, readonly Permission[]>>,
): TestCallers<Name> {
  const callerOf = (held: readonly Permission[]): Caller => ({
    userId: newId(),
    sessionId: newId(),
    apiKeyId: null,
    roles: [],
    permissions: new Set(held),
    scopes: null,
  });
  const entries = Object.entries<readonly Permission[]>(permissions);
  const byToken = new Map(entries.map(([name, held]) => [name, callerOf(held)]));
  const callersModule = defineModule({
    name: 'callers',
    create: () => undefined,
    fills: () => [
      fill(authenticatorPoint, {
        async authenticate(credentials) {
          const caller = credentials.kind === 'bearer' ? byToken.get(credentials.token) : undefined;
          if (caller !== undefined) return caller;
          throw new Refusal('unauthenticated', 'sample.unknown', 'Nobody is known by this token.');
        },
      }),
    ],
  });
  return { callers: Object.fromEntries(byToken) as Record<Name, Caller>, callersModule };
}
