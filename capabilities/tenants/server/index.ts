import { defineRef } from '#base/ref';

/** What a member may do in a company: each role may do what the ones after it may. */
export type CompanyRole = 'owner' | 'admin' | 'member' | 'viewer';

/** Who acts, and in which session; a key has none. A `Caller` of the platform fits. */
export interface Acting {
  readonly userId: string;
  readonly sessionId: string | null;
}

/** The company on whose behalf a person acts now. */
export interface Workspace {
  /** Also the tenant of row-level security: `database.scoped({ tenant: companyId, owner: userId })`. */
  readonly companyId: string;
  readonly name: string;
  /** A person's own space: nobody else can join it. */
  readonly isPersonal: boolean;
  readonly userId: string;
  readonly role: CompanyRole;
}

/** Companies, their members and what these may do; everything a company owns carries its id. */
export interface Tenants {
  /**
   * The workspace of a request. `companyId` is what the caller asked for (header `X-Company-Id`); without it the company
   * used last, else the only one, else a personal space, which is made at first use. Holds on the next call after a
   * change of membership, in every process.
   *
   * @throws Refusal `not_found` `tenants.company_not_found` (no such company, or the person is no member of it);
   *   `forbidden` `tenants.second_factor_required` or `tenants.directory_required` (the company asks for more than an account).
   */
  workspace(acting: Acting, companyId?: string): Promise<Workspace>;
  /**
   * @throws Refusal `forbidden` `tenants.role_too_low` unless the role in the workspace is at least the given one.
   */
  requireRole(workspace: Workspace, least: CompanyRole): void;
  /** Ids and roles of the members, for lists of people. */
  members(workspace: Workspace): Promise<readonly { readonly userId: string; readonly role: CompanyRole }[]>;
  /** The members of one company as an operator's code sees them: whether the person belongs to it now. */
  isMember(companyId: string, userId: string): Promise<boolean>;
}

/** Declare it in `uses`: `{ tenants: tenantsRef }`. */
export const tenantsRef = defineRef<Tenants>('tenants');
