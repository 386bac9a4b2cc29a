import { Refusal } from '#base/refusal';
import type { Clock } from '#base/time';
import type { Database, Tx } from '#platform/server/database';
import type { ProviderName } from '../../contract/index.ts';
import { findByEmail, lockAccount } from '../accounts/account.store.ts';
import { normalEmail } from '../accounts/email.rules.ts';
import { userUnknown } from '../accounts/profile.ts';
import type { Audit } from '../audit/audit.ts';
import type { Origin } from '../context.ts';
import type { SignIn, SignInOutcome } from '../sessions/sign-in.ts';
import type { Finished, Flows } from './flows.ts';
import type { Admit } from './newcomers.ts';
import type { PendingRegistrations } from './pending.ts';
import type { ExternalIdentity } from './provider.ts';
import { linkExternal, ownerOf, providersOf, unlinkExternal } from './social.store.ts';

export type SocialOutcome =
  | SignInOutcome
  | { readonly kind: 'linked' }
  | { readonly kind: 'pending'; readonly token: string; readonly needsEmail: boolean };

export interface Social {
  finish(
    provider: ProviderName,
    binder: string | undefined,
    parameters: URLSearchParams,
    origin: Origin,
  ): Promise<{ readonly outcome: SocialOutcome; readonly returnTo: string | null }>;
  unlink(userId: string, provider: ProviderName): Promise<void>;
}

export interface SocialParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly flows: Flows;
  readonly signIn: SignIn;
  readonly admit: Admit;
  readonly pending: PendingRegistrations;
  readonly audit: Audit;
}

function taken(): Refusal {
  return new Refusal(
    'conflict',
    'identity.external_taken',
    'This outside account belongs to another account here.',
  );
}

export function createSocial(parts: SocialParts): Social {
  const { database, clock, flows, signIn, admit, pending, audit } = parts;

  async function connect(tx: Tx, provider: ProviderName, subject: string, userId: string): Promise<void> {
    if (await linkExternal(tx, { provider, subject, userId, now: clock() })) return;
    if ((await ownerOf(tx, provider, subject)) !== userId) throw taken();
  }

  async function note(tx: Tx, action: string, userId: string, provider: ProviderName): Promise<void> {
    await audit.append(tx, { action, actorId: userId, subjectId: userId, details: { provider } });
  }

  async function link(
    tx: Tx,
    provider: ProviderName,
    subject: string,
    userId: string,
  ): Promise<SocialOutcome> {
    const account = await lockAccount(tx, userId);
    if (account === undefined) throw userUnknown();
    if (account.email === null)
      throw new Refusal(
        'conflict',
        'identity.managed_account',
        'The directory of your company opens this account, and nothing else does.',
      );
    await connect(tx, provider, subject, userId);
    await note(tx, 'identity.provider_linked', userId, provider);
    return { kind: 'linked' };
  }

  /** Nobody with this outside account has been here before. */
  async function welcome(
    tx: Tx,
    provider: ProviderName,
    external: ExternalIdentity,
    origin: Origin,
  ): Promise<SocialOutcome> {
    const email = external.email === null ? null : normalEmail(external.email);
    if (email === null || !external.emailVerified) {
      const { subject, displayName } = external;
      const held = { provider, subject, email, display_name: displayName, locale: origin.locale };
      return { kind: 'pending', token: await pending.hold(tx, held), needsEmail: email === null };
    }
    const known = await findByEmail(tx, email);
    const account = await admit(tx, { email, displayName: external.displayName, locale: origin.locale });
    await connect(tx, provider, external.subject, account.id);
    const outcome = await signIn.complete(tx, account, provider, origin);
    await note(
      tx,
      known === undefined ? 'identity.registered' : 'identity.provider_linked',
      account.id,
      provider,
    );
    return outcome;
  }

  async function resolve(
    tx: Tx,
    provider: ProviderName,
    { external, linkTo }: Finished,
    origin: Origin,
  ): Promise<SocialOutcome> {
    if (linkTo !== null) return link(tx, provider, external.subject, linkTo);
    const owner = await ownerOf(tx, provider, external.subject);
    if (owner === undefined) return welcome(tx, provider, external, origin);
    const account = await lockAccount(tx, owner);
    if (account === undefined) throw userUnknown();
    return signIn.complete(tx, account, provider, origin);
  }

  return {
    async finish(provider, binder, parameters, origin) {
      const finished = await flows.finish(provider, binder, parameters);
      const outcome = await database.transaction((tx) => resolve(tx, provider, finished, origin));
      return { outcome, returnTo: finished.returnTo };
    },
    async unlink(userId, provider) {
      await database.transaction(async (tx) => {
        const account = await lockAccount(tx, userId);
        if (account === undefined) throw userUnknown();
        const others = (await providersOf(tx, userId)).filter((name) => name !== provider);
        if (account.password_hash === null && others.length === 0) {
          throw new Refusal(
            'conflict',
            'identity.last_way_in',
            'Set a password first: this is your only way in.',
          );
        }
        if (!(await unlinkExternal(tx, userId, provider))) {
          throw new Refusal('not_found', 'identity.provider_not_linked', 'This provider is not connected.');
        }
        await note(tx, 'identity.provider_unlinked', userId, provider);
      });
    },
  };
}
