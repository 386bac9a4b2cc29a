import { defineRef, type Ref } from '#base/ref';
import type { Reader, Tx } from '#platform/server/database';
import type { Authenticator, Caller, ReplyControls } from '#platform/server/http';
import type { ManagedAccounts } from './accounts/managed.ts';
import type { Person } from './accounts/people.ts';
import type { AuditRecord, AuditRow } from './audit/audit.ts';
import type { DemoPerson } from './demo/people.ts';
import type { AddressedMail, PersonalMail } from './mail/personal-mail.ts';
import type { SignInOutcome } from './sessions/sign-in.ts';
import type { OpenIdClient, OpenIdSettings } from './social/open-id.ts';

export type { ManagedAccounts } from './accounts/managed.ts';
export type { Person } from './accounts/people.ts';
export type { AuditRecord, AuditRow } from './audit/audit.ts';
export type { DemoPerson } from './demo/people.ts';
export type { AddressedMail, PersonalMail } from './mail/personal-mail.ts';
export type { SignInOutcome } from './sessions/sign-in.ts';
export type { OpenIdClient, OpenIdFetch, OpenIdSettings } from './social/open-id.ts';
export type { ExternalIdentity, Flow } from './social/provider.ts';

/**
 * Accounts and access, for the modules above.
 * Everything here reads the present state: a lock or a change of roles holds on the next call, in every process.
 */
export interface Identity {
  /** Turns credentials into a caller; fills the platform's `authenticatorPoint`. */
  readonly authenticator: Authenticator;
  /** One person, or undefined when there is no such account (any more). */
  person(userId: string): Promise<Person | undefined>;
  /** Many persons by id in one query; unknown ids are left out. */
  people(userIds: readonly string[]): Promise<ReadonlyMap<string, Person>>;
  /**
   * People whose name begins with the text (any word of it), in the order of their ids; locked accounts are left out.
   * `after` is the last id of the page before.
   */
  findPeople(
    text: string,
    page: { readonly limit: number; readonly after: string | undefined },
  ): Promise<readonly Person[]>;
  /** Who is behind the token that a refused sign-in of a locked account carried; undefined when it proves nothing. */
  lockedPerson(unlockToken: string): string | undefined;
  /** Unlocks on behalf of somebody who may; audited, so the last thing in the transaction. */
  unlock(tx: Tx, actorId: string, userId: string): Promise<void>;
  /**
   * Makes verified accounts for a demonstration, `<name>@demo.quintet.local` each, with the demonstration's password,
   * and answers their ids in order; those that exist are kept. Refuses production.
   */
  foundDemoPeople(people: readonly DemoPerson[]): Promise<readonly string[]>;
  /** The person behind an address, for operators' commands and demonstrations. Never tell a caller whether it exists. */
  personByEmail(email: string): Promise<Person | undefined>;
  /**
   * The person as a caller, for doors that authenticate by their own means (a linked messenger account).
   * Undefined when the account does not exist or is locked. Has no session.
   */
  callerOf(userId: string): Promise<Caller | undefined>;
  /**
   * Appends to the audit log in the transaction. Call it last in the transaction: it holds the log's lock
   * until the commit. Details hold ids and figures only, never personal data or secrets.
   */
  audit(tx: Tx, record: AuditRecord): Promise<void>;
  /**
   * Hands a letter to the post in the transaction, exactly once with its commit. Answers false, and sends nothing,
   * when the person has no account or no proven address.
   */
  mail(tx: Tx, mail: PersonalMail): Promise<boolean>;
  /**
   * Hands a letter to the post in the transaction for an address that need not have an account: an invitation.
   * Its words must hold nothing that the address's reader may not know.
   */
  mailTo(tx: Tx, letter: AddressedMail): Promise<void>;
  /** Entries of the audit log about a company, whoever did it: newest first, `before` an entry's `seq`. */
  auditTrail(
    reader: Reader,
    companyId: string,
    page: { readonly limit: number; readonly before: number | undefined },
  ): Promise<readonly AuditRow[]>;
  /** Whether the account asks for a second factor at sign-in. */
  hasSecondFactor(userId: string): Promise<boolean>;
  /** Accounts that another module makes and opens. */
  readonly managed: ManagedAccounts;
  /** The client of an OpenID Connect provider that another module knows; its refusals are those of social sign-in. */
  openId(settings: OpenIdSettings): OpenIdClient;
  /** Sets the cookies of a session just opened and answers the page to send the browser to. */
  land(
    outcome: SignInOutcome,
    reply: ReplyControls,
    to: { readonly provider: string; readonly returnTo: string | null },
  ): string;
  /** Whether the person has proven the address to be their own. */
  ownsAddress(userId: string, email: string): Promise<boolean>;
}

/** Declare it in `uses`: `{ identity: identityRef }`. */
export const identityRef: Ref<Identity> = defineRef<Identity>('identity');
