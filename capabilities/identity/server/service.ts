import type { PersonalData } from '#platform/server/privacy';
import { type Access, createAccess } from './access/access.ts';
import { type Announcements, createAnnouncements } from './access/announce.ts';
import { createRoles, type Roles } from './access/roles.ts';
import { seedAccess } from './access/seeding.ts';
import { createUsers, type Users } from './access/users.ts';
import { findAccount } from './accounts/account.store.ts';
import { createDeletion, type Deletion } from './accounts/deletion.ts';
import { createManagedAccounts } from './accounts/managed.ts';
import { createPeople } from './accounts/people.ts';
import { createProfiles, type Profiles } from './accounts/profile.ts';
import { createRegistration, type Registration } from './accounts/registration.ts';
import { createUnlockTokens } from './accounts/unlock-token.ts';
import { type ApiKeys, createApiKeys } from './api-keys/api-keys.ts';
import { type Audit, createAudit } from './audit/audit.ts';
import { createAuthenticator } from './authenticator.ts';
import { createCodes } from './codes/codes.ts';
import type { IdentityContext } from './context.ts';
import { createFoundDemoPeople } from './demo/people.ts';
import type { Identity } from './index.ts';
import { createKeyring, type Keyring } from './keys/keyring.ts';
import { createPersonalMail } from './mail/personal-mail.ts';
import { createPost, type Post } from './mail/post.ts';
import { type Confirmation, createConfirmation } from './passwords/confirmation.ts';
import { createPasswordHasher, type PasswordHasher } from './passwords/hasher.ts';
import { createPasswords, type Passwords } from './passwords/passwords.ts';
import { createPersonalData } from './privacy.ts';
import { createSecondFactor, type SecondFactor } from './second-factor/second-factor.ts';
import { type Csrf, createCsrf } from './sessions/csrf.ts';
import { createSessions, type Sessions } from './sessions/sessions.ts';
import { createSignIn, type SignIn } from './sessions/sign-in.ts';
import { createFlows, type Flows } from './social/flows.ts';
import { land } from './social/landing.ts';
import { createAdmission } from './social/newcomers.ts';
import { createOpenIdClient } from './social/open-id.ts';
import { createPendingRegistrations, type PendingRegistrations } from './social/pending.ts';
import { createProviders, type Providers } from './social/providers.ts';
import { createSocial, type Social } from './social/social.ts';
import { createThrottle } from './throttle/throttle.ts';
import { createTickets, type Tickets } from './tickets/tickets.ts';
import { type AccessTokens, createAccessTokens } from './tokens/access-token.ts';

/** Everything this module's own doors use; other modules see `Identity` only. */
export interface IdentityService extends Identity {
  readonly access: Access;
  readonly announcements: Announcements;
  readonly apiKeys: ApiKeys;
  readonly auditLog: Audit;
  readonly confirm: Confirmation;
  readonly csrf: Csrf;
  readonly deletion: Deletion;
  readonly flows: Flows;
  readonly hasher: PasswordHasher;
  readonly keyring: Keyring;
  readonly passwords: Passwords;
  readonly pending: PendingRegistrations;
  readonly personalData: PersonalData;
  readonly post: Post;
  readonly profiles: Profiles;
  readonly providers: Providers;
  readonly registration: Registration;
  readonly roles: Roles;
  readonly secondFactor: SecondFactor;
  readonly sessions: Sessions;
  readonly signIn: SignIn;
  readonly social: Social;
  readonly tickets: Tickets;
  readonly tokens: AccessTokens;
  readonly users: Users;
  /** Seeds roles and permissions, makes the first keys, begins to listen for changes of other processes. */
  prepare(): Promise<void>;
  close(): Promise<void>;
}

export function createIdentity(context: IdentityContext): IdentityService {
  const { database, clock, events, jobs, mailer, realtime, breakers, privacy, config, platform } = context;
  const { secretKey, publicUrl } = platform;
  const audit = createAudit(secretKey, clock);
  const access = createAccess(database, clock);
  const announcements = createAnnouncements(access, events, realtime);
  const post = createPost(secretKey, jobs, mailer);
  const hasher = createPasswordHasher();
  const throttle = createThrottle(database, clock);
  const codes = createCodes(secretKey, clock);
  const keyring = createKeyring(database, secretKey, clock);
  const tokens = createAccessTokens(keyring, publicUrl, clock);
  const tickets = createTickets(database, clock);
  const apiKeys = createApiKeys(database, clock, audit, context.routeScopes);
  const sessions = createSessions({ database, clock, secretKey, announcements, audit, post });
  const secondFactor = createSecondFactor({ database, clock, secretKey, throttle, audit });
  const unlockTokens = createUnlockTokens(secretKey, clock);
  const base = {
    database,
    clock,
    secretKey,
    unlockTokens,
    hasher,
    throttle,
    codes,
    post,
    sessions,
    audit,
    events,
    privacy,
  };
  const signIn = createSignIn({ ...base, secondFactor });
  const confirm = createConfirmation(base);
  const users = createUsers({ ...base, access, announcements });
  const providers = createProviders(config, breakers);
  const flows = createFlows(database, providers, { secretKey, publicUrl, clock });
  const admit = createAdmission(clock, events);
  const pending = createPendingRegistrations({ ...base, signIn, admit });
  const people = createPeople(database);
  const csrf = createCsrf(secretKey);
  const stops: (() => Promise<void>)[] = [];

  return {
    access,
    announcements,
    apiKeys,
    auditLog: audit,
    authenticator: createAuthenticator({ tokens, access, apiKeys, tickets }),
    audit: (tx, record) => audit.append(tx, record),
    async callerOf(userId) {
      const rights = await access.ofUser(userId);
      if (rights === undefined || rights.locked) return undefined;
      const { roles, permissions } = rights;
      return { userId, sessionId: null, apiKeyId: null, roles, permissions, scopes: null };
    },
    confirm,
    csrf,
    deletion: createDeletion({ ...base, confirm, users, announcements }),
    flows,
    foundDemoPeople: createFoundDemoPeople({ database, clock, hasher, environment: platform.environment }),
    async ownsAddress(userId, email) {
      const account = await findAccount(database, userId);
      const isProven = account?.email_verified_at !== null && account?.email_verified_at !== undefined;
      return isProven && account.email === email.trim().toLowerCase();
    },
    async hasSecondFactor(userId) {
      return (await findAccount(database, userId))?.totp_enabled_at instanceof Date;
    },
    managed: createManagedAccounts({ clock, events, signIn }),
    openId: createOpenIdClient,
    land: (outcome, reply, to) => land({ csrf }, outcome, reply, to),
    auditTrail: (reader, subject, page) => audit.trail(reader, subject, page),
    mailTo: (tx, { email, locale, ...content }) =>
      post.send(tx, { email, locale }, { kind: 'notice', ...content }),
    hasher,
    keyring,
    mail: createPersonalMail(post),
    passwords: createPasswords({ ...base, confirm }),
    pending,
    ...people,
    personalData: createPersonalData(database, sessions),
    post,
    profiles: createProfiles(database, access, audit),
    providers,
    registration: createRegistration({ ...base, signIn }),
    roles: createRoles({ database, access, announcements, audit }),
    secondFactor,
    sessions,
    signIn,
    social: createSocial({ ...base, flows, signIn, admit, pending }),
    tickets,
    tokens,
    users,
    lockedPerson: unlockTokens.read,
    unlock: users.unlockWithin,
    async prepare() {
      await seedAccess(database, context.permissionGrants);
      await keyring.rotate(false);
      stops.push(
        await database.listen('identity_access', (subject) => access.forget(subject), access.forgetAll),
        await database.listen('identity_keys', keyring.reload, keyring.reload),
      );
    },
    async close() {
      for (const stop of stops.splice(0)) await stop();
    },
  };
}
