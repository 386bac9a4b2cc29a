import { Refusal } from '#base/refusal';
import type { Clock } from '#base/time';
import type { Identity, OpenIdClient } from '#capabilities/identity/server';
import { createSecretBox } from '#platform/server/config';
import type { Database } from '#platform/server/database';
import { createPublicFetch } from '#platform/server/outbound';
import type { Companies } from '../companies/companies.ts';
import { setRequirements } from '../entry/requirement.store.ts';
import { randomToken } from '../opaque.ts';
import {
  type DirectoryRow,
  deleteDirectory,
  findDirectory,
  putDirectory,
  putSignInName,
} from './directory.store.ts';
import { forgetPeople, hasManagedPeople } from './person.store.ts';

export type Directory = Omit<DirectoryRow, 'client_secret'> & { readonly hasSecret: boolean };

export interface DirectoryInput extends Omit<DirectoryRow, 'client_secret' | 'updated_at'> {
  /** Undefined keeps the one given before; null is a public client. */
  readonly clientSecret: string | null | undefined;
}

/** The OpenID Connect providers of companies. */
export interface Directories {
  find(userId: string, companyId: string): Promise<Directory | undefined>;
  /** Asks the provider for its description before anything is kept. */
  set(userId: string, companyId: string, input: DirectoryInput): Promise<Directory>;
  remove(userId: string, companyId: string): Promise<void>;
  /** Undefined when the company has none. For round trips: checks no membership. */
  clientOf(companyId: string): Promise<{ client: OpenIdClient; row: DirectoryRow } | undefined>;
  readonly redirectUri: string;
}

interface Dependencies {
  readonly database: Database;
  readonly identity: Identity;
  readonly clock: Clock;
  readonly companies: Companies;
  readonly secretKey: string;
  readonly redirectUri: string;
  /** Providers inside a network may be named, and plain HTTP used. */
  readonly allowPrivate: boolean;
  readonly timeoutMs: number;
}

function unreachable(cause: unknown): Refusal {
  const refusal = new Refusal(
    'invalid',
    'tenants.directory_unreachable',
    'The provider does not answer as OpenID Connect asks.',
    { errors: [{ pointer: '/body/issuer', message: 'It does not answer as OpenID Connect asks.' }] },
  );
  refusal.cause = cause;
  return refusal;
}

export function createDirectories(dependencies: Dependencies): Directories {
  const { database, identity, clock, companies, redirectUri, allowPrivate, timeoutMs } = dependencies;
  const box = createSecretBox(dependencies.secretKey, 'tenants.directory');
  const ask = createPublicFetch({ allowPrivate });

  const clientFor = (issuer: string, clientId: string, clientSecret: string | undefined): OpenIdClient =>
    identity.openId({
      issuer,
      clientId,
      clientSecret,
      timeoutMs,
      fallbackName: '—',
      send: ask,
      allowHttp: allowPrivate,
    });

  /** Throws unless the issuer describes itself. */
  async function tryOut({ issuer, client_id }: DirectoryInput): Promise<void> {
    const flow = { state: randomToken(), nonce: randomToken(), verifier: randomToken(), redirectUri };
    try {
      await clientFor(issuer, client_id, undefined).begin(flow);
    } catch (error) {
      throw unreachable(error);
    }
  }

  const shown = ({ client_secret, ...row }: DirectoryRow): Directory => ({
    ...row,
    hasSecret: client_secret !== null,
  });

  return {
    redirectUri,
    async find(userId, companyId) {
      const row = await companies.within(userId, companyId, 'owner', (tx) => findDirectory(tx, companyId));
      return row === undefined ? undefined : shown(row);
    },

    async set(userId, companyId, input) {
      await companies.within(userId, companyId, 'owner', async (_tx, { isPersonal }) => {
        if (isPersonal)
          throw new Refusal('conflict', 'tenants.personal_space', 'Nobody else enters a personal space.');
      });
      await tryOut(input);
      const { clientSecret, ...given } = input;
      return companies.within(userId, companyId, 'owner', async (tx, { secondFactorRequired }) => {
        const before = await findDirectory(tx, companyId);
        const isOther = before !== undefined && before.issuer !== given.issuer;
        if (isOther && (await hasManagedPeople(tx, companyId)))
          throw new Refusal(
            'conflict',
            'tenants.directory_in_use',
            'Accounts stand on the present provider. Remove the directory first: they lose their way in.',
          );
        // The same subject at another provider is somebody else.
        if (isOther) await forgetPeople(tx, companyId);
        const kept = isOther ? null : (before?.client_secret ?? null);
        const row: DirectoryRow = {
          ...given,
          client_secret:
            clientSecret === undefined
              ? kept
              : clientSecret === null
                ? null
                : box.seal(clientSecret, companyId),
          updated_at: clock(),
        };
        await putDirectory(tx, companyId, row);
        if (isOther)
          await setRequirements(tx, companyId, { secondFactor: secondFactorRequired, directory: false });
        if (!(await putSignInName(tx, companyId, given.sign_in_name)))
          throw new Refusal('conflict', 'tenants.sign_in_name_taken', 'Another company has this name.', {
            errors: [{ pointer: '/body/sign_in_name', message: 'Another company has it.' }],
          });
        await identity.audit(tx, {
          actorId: userId,
          action: 'tenants.directory_set',
          subjectId: companyId,
          details: { joins_as: given.joins_as },
        });
        return shown(row);
      });
    },

    remove: (userId, companyId) =>
      companies.within(userId, companyId, 'owner', async (tx, { secondFactorRequired }) => {
        await deleteDirectory(tx, companyId);
        await setRequirements(tx, companyId, { secondFactor: secondFactorRequired, directory: false });
        await identity.audit(tx, {
          actorId: userId,
          action: 'tenants.directory_removed',
          subjectId: companyId,
        });
      }),

    async clientOf(companyId) {
      const row = await findDirectory(database.scoped({ tenant: companyId }), companyId);
      if (row === undefined) return undefined;
      const secret = row.client_secret === null ? undefined : box.open(row.client_secret, companyId);
      return { row, client: clientFor(row.issuer, row.client_id, secret) };
    },
  };
}
