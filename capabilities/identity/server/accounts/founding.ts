import { newId } from '#base/ids';
import { Refusal } from '#base/refusal';
import type { Clock } from '#base/time';
import type { Database } from '#platform/server/database';
import { bumpVersion } from '../access/access.store.ts';
import type { Announcements } from '../access/announce.ts';
import { grantRole } from '../access/role.store.ts';
import type { Audit } from '../audit/audit.ts';
import type { PasswordHasher } from '../passwords/hasher.ts';
import { findByEmail, insertAccount, markVerified, setPassword } from './account.store.ts';
import { defaultTimeZone } from './registration.ts';

export interface Founder {
  /** In normal form. */
  readonly email: string;
  readonly displayName: string;
  readonly password: string;
  readonly roles: readonly string[];
  /** What to do when the address has an account. */
  readonly existing: 'keep' | 'promote';
}

export interface FoundingParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly hasher: PasswordHasher;
  readonly announcements: Announcements;
  readonly audit: Audit;
}

/** Makes a verified account with roles, from the command line or for the demonstration. Answers whether it was new. */
export async function foundAccount(parts: FoundingParts, founder: Founder): Promise<boolean> {
  const { database, clock, hasher, announcements, audit } = parts;
  const before = await findByEmail(database, founder.email);
  if (before !== undefined && founder.existing === 'keep') return false;
  const passwordHash = await hasher.hash(founder.password);
  return database.transaction(async (tx) => {
    const created = await insertAccount(tx, {
      id: newId(clock().getTime()),
      email: founder.email,
      emailVerifiedAt: clock(),
      displayName: founder.displayName,
      locale: 'ru',
      timeZone: defaultTimeZone,
      passwordHash,
      createdAt: clock(),
    });
    const account = await findByEmail(tx, founder.email);
    if (account === undefined)
      throw new Refusal('conflict', 'identity.user_unknown', 'The account went away meanwhile.');
    if (!created && founder.existing === 'keep') return false;
    if (!created) {
      await setPassword(tx, account.id, passwordHash);
      await markVerified(tx, account.id, clock());
    }
    for (const role of founder.roles) await grantRole(tx, account.id, role);
    await bumpVersion(tx, account.id);
    await announcements.userChanged(tx, account.id);
    const details = { roles: founder.roles, created };
    await audit.append(tx, {
      action: 'identity.account_founded',
      actorId: null,
      subjectId: account.id,
      details,
    });
    return created;
  });
}
