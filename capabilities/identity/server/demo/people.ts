import { newId } from '#base/ids';
import type { Clock } from '#base/time';
import type { PlatformConfig } from '#platform/server/config';
import type { Database } from '#platform/server/database';
import { grantRole } from '../access/role.store.ts';
import { findByEmail, insertAccount } from '../accounts/account.store.ts';
import { defaultTimeZone } from '../accounts/registration.ts';
import type { PasswordHasher } from '../passwords/hasher.ts';

/** Everybody knows it: demonstrations are refused in production. */
export const demoPassword = 'quintet-demo';

export interface DemoPerson {
  /** The local part of the address: `a-z0-9-`. */
  readonly name: string;
  readonly displayName: string;
}

interface Parts {
  readonly database: Database;
  readonly clock: Clock;
  readonly hasher: PasswordHasher;
  readonly environment: PlatformConfig['environment'];
}

/** One hash serves all: hashing thirty passwords would keep the first start waiting. */
export function createFoundDemoPeople({ database, clock, hasher, environment }: Parts) {
  return async (people: readonly DemoPerson[]): Promise<readonly string[]> => {
    if (environment === 'production') throw new Error('Demonstration accounts are refused in production.');
    const passwordHash = await hasher.hash(demoPassword);
    return database.transaction(async (tx) => {
      const ids: string[] = [];
      for (const { name, displayName } of people) {
        const email = `${name}@demo.quintet.local`;
        const now = clock();
        const id = newId(now.getTime());
        const created = await insertAccount(tx, {
          id,
          email,
          emailVerifiedAt: now,
          displayName,
          locale: 'ru',
          timeZone: defaultTimeZone,
          passwordHash,
          createdAt: now,
        });
        if (created) await grantRole(tx, id, 'user');
        ids.push(created ? id : ((await findByEmail(tx, email))?.id ?? id));
      }
      return ids;
    });
  };
}
