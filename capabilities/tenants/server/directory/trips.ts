import { timingSafeEqual } from 'node:crypto';
import { isId } from '#base/ids';
import { Refusal } from '#base/refusal';
import { type Clock, hour, minute } from '#base/time';
import type { ExternalIdentity, Identity, SignInOutcome } from '#capabilities/identity/server';
import { createSecretBox } from '#platform/server/config';
import type { Database, Tx } from '#platform/server/database';
import type { Companies } from '../companies/companies.ts';
import { insertMember, roleOf } from '../companies/company.store.ts';
import { hashOf, randomToken } from '../opaque.ts';
import type { Directories } from './directories.ts';
import { companyOfName, type DirectoryRow, putProof } from './directory.store.ts';
import { findDirectoryPerson, linkDirectoryPerson, lockSubject } from './person.store.ts';
import { insertTrip, type TripRow, takeTrip } from './trip.store.ts';

const tripLifetime = 10 * minute;
/** A session confirmed by the directory counts as such for a working day. */
const proofLifetime = 12 * hour;

export interface BegunTrip {
  readonly url: string;
  /** Goes into a cookie of the browser that began, and only that browser may finish. */
  readonly binder: string;
}

export type FinishedTrip =
  | { readonly kind: 'confirmed'; readonly companyId: string; readonly returnTo: string | null }
  | { readonly kind: 'entered'; readonly outcome: SignInOutcome; readonly returnTo: string | null };

/** Where the request came from, as identity keeps it of a session. */
interface Origin {
  readonly address: string;
  readonly userAgent: string;
  readonly locale: 'ru' | 'en';
}

interface Confirming {
  readonly userId: string;
  readonly sessionId: string;
}

/** The round trips to the directories of companies: begun here, bound to one browser, finished once. */
export interface Trips {
  /** A member confirms the session they have. */
  confirm(who: Confirming, companyId: string, returnTo: string | undefined): Promise<BegunTrip>;
  /** Somebody comes in without a session. */
  signIn(name: string, returnTo: string | undefined): Promise<BegunTrip>;
  finish(parameters: URLSearchParams, binder: string | undefined, origin: Origin): Promise<FinishedTrip>;
}

interface Dependencies {
  readonly database: Database;
  readonly identity: Identity;
  readonly clock: Clock;
  readonly companies: Companies;
  readonly directories: Directories;
  readonly secretKey: string;
}

const missing = (): Refusal =>
  new Refusal('conflict', 'tenants.directory_missing', 'The company has no directory.');
const stale = (): Refusal =>
  new Refusal('invalid', 'tenants.trip_invalid', 'This sign-in is too old or was begun elsewhere.');
const forbidden = (code: string, message: string): Refusal => new Refusal('forbidden', code, message);

export function createTrips(dependencies: Dependencies): Trips {
  const { database, identity, clock, companies, directories } = dependencies;
  const box = createSecretBox(dependencies.secretKey, 'tenants.directory-trip');

  async function begin(
    companyId: string,
    who: Confirming | undefined,
    returnTo: string | undefined,
  ): Promise<BegunTrip> {
    const directory = await directories.clientOf(companyId);
    if (directory === undefined) throw missing();
    const [nonce, verifier, binder] = [randomToken(), randomToken(), randomToken()];
    const state = `${companyId}.${randomToken()}`;
    const { redirectUri } = directories;
    const url = await directory.client.begin({ state, nonce, verifier, redirectUri });
    const now = clock();
    const row: TripRow = {
      binder_hash: hashOf(binder),
      sealed: box.seal(JSON.stringify({ nonce, verifier }), state),
      user_id: who?.userId ?? null,
      session_id: who?.sessionId ?? null,
      return_to: returnTo ?? null,
      expires_at: new Date(now.getTime() + tripLifetime),
    };
    await database.transaction((tx) => insertTrip(tx, companyId, hashOf(state), row, now), {
      scope: { tenant: companyId },
    });
    return { url: url.toString(), binder };
  }

  const prove = (tx: Tx, companyId: string, who: Confirming): Promise<void> =>
    putProof(tx, { companyId, ...who, expiresAt: new Date(clock().getTime() + proofLifetime) });

  async function confirmed(
    tx: Tx,
    companyId: string,
    who: Confirming,
    { subject }: ExternalIdentity,
  ): Promise<void> {
    await lockSubject(tx, companyId, subject);
    if ((await roleOf(tx, companyId, who.userId)) === undefined)
      throw forbidden('tenants.directory_not_member', 'You are no member of the company.');
    const known = await findDirectoryPerson(tx, companyId, subject);
    const isNew =
      known === undefined &&
      (await linkDirectoryPerson(tx, {
        companyId,
        subject,
        user_id: who.userId,
        managed: false,
        at: clock(),
      }));
    if (!isNew && known?.user_id !== who.userId)
      throw forbidden('tenants.directory_other_person', 'The directory knows you as somebody else.');
    await prove(tx, companyId, who);
    await identity.audit(tx, {
      actorId: who.userId,
      action: isNew ? 'tenants.directory_linked' : 'tenants.directory_confirmed',
      subjectId: companyId,
    });
  }

  /** The account of somebody who comes through the directory; made at the first visit. */
  async function accountOf(
    tx: Tx,
    companyId: string,
    { joins_as: joinsAs }: DirectoryRow,
    { subject, email, displayName }: ExternalIdentity,
    locale: 'ru' | 'en',
  ): Promise<{ readonly userId: string; readonly isNew: boolean }> {
    await lockSubject(tx, companyId, subject);
    const ownAccount = (): Refusal =>
      forbidden(
        'tenants.directory_own_account',
        'You have an account of your own here. Sign in with it, then confirm by the directory.',
      );
    const known = await findDirectoryPerson(tx, companyId, subject);
    if (known !== undefined) {
      if (!known.managed) throw ownAccount();
      if ((await roleOf(tx, companyId, known.user_id)) === undefined)
        throw forbidden('tenants.directory_not_member', 'You were taken out of the company.');
      return { userId: known.user_id, isNew: false };
    }
    const owner = email === null ? undefined : await identity.personByEmail(email);
    if (owner !== undefined && (await roleOf(tx, companyId, owner.id)) !== undefined) throw ownAccount();
    if (joinsAs === null)
      throw forbidden('tenants.directory_closed', 'The company takes nobody in this way. Ask to be invited.');
    const userId = await identity.managed.found(tx, { displayName, locale });
    const at = clock();
    await insertMember(tx, companyId, { userId, role: joinsAs, joinedAt: at });
    await linkDirectoryPerson(tx, { companyId, subject, user_id: userId, managed: true, at });
    return { userId, isNew: true };
  }

  async function entered(
    tx: Tx,
    companyId: string,
    row: DirectoryRow,
    external: ExternalIdentity,
    origin: Origin,
  ): Promise<SignInOutcome> {
    const { userId, isNew } = await accountOf(tx, companyId, row, external, origin.locale);
    const outcome = await identity.managed.open(tx, userId, origin);
    if (outcome.kind === 'signed_in')
      await prove(tx, companyId, { userId, sessionId: outcome.session.sessionId });
    await identity.audit(tx, {
      actorId: userId,
      action: isNew ? 'tenants.joined' : 'tenants.directory_confirmed',
      subjectId: companyId,
      ...(isNew ? { details: { role: row.joins_as, directory: true } } : {}),
    });
    return outcome;
  }

  return {
    async confirm(who, companyId, returnTo) {
      await companies.find(who.userId, companyId);
      return begin(companyId, who, returnTo);
    },

    async signIn(name, returnTo) {
      const companyId = await companyOfName(database, name);
      if (companyId === undefined)
        throw new Refusal('not_found', 'tenants.sign_in_name_unknown', 'No company has this sign-in name.');
      return begin(companyId, undefined, returnTo);
    },

    async finish(parameters, binder, origin) {
      const state = parameters.get('state') ?? '';
      const companyId = state.split('.')[0] ?? '';
      if (!isId(companyId)) throw stale();
      const scope = { tenant: companyId };
      // Taken in a transaction of its own: a state works once, whatever becomes of it.
      const trip = await database.transaction((tx) => takeTrip(tx, companyId, hashOf(state)), { scope });
      if (trip === undefined || trip.expires_at <= clock() || binder === undefined) throw stale();
      if (!timingSafeEqual(trip.binder_hash, hashOf(binder))) throw stale();
      const directory = await directories.clientOf(companyId);
      if (directory === undefined) throw missing();
      const secrets: { nonce: string; verifier: string } = JSON.parse(box.open(trip.sealed, state));
      const { redirectUri } = directories;
      const external = await directory.client.finish({ ...secrets, state, redirectUri }, parameters);
      const { user_id: userId, session_id: sessionId, return_to: returnTo } = trip;
      if (userId !== null && sessionId !== null) {
        const who = { userId, sessionId };
        await database.transaction((tx) => confirmed(tx, companyId, who, external), { scope });
        return { kind: 'confirmed', companyId, returnTo };
      }
      const outcome = await database.transaction(
        (tx) => entered(tx, companyId, directory.row, external, origin),
        { scope },
      );
      return { kind: 'entered', outcome, returnTo };
    },
  };
}
