import type { CompanyRole } from '../index.ts';

/** A company as one of its members sees it. */
export interface Company {
  readonly id: string;
  readonly name: string;
  readonly isPersonal: boolean;
  readonly role: CompanyRole;
  readonly createdAt: Date;
  /** Members confirm each session by the company's directory. */
  readonly directoryRequired: boolean;
  /** Members have a second factor. */
  readonly secondFactorRequired: boolean;
}

export interface Member {
  readonly userId: string;
  readonly role: CompanyRole;
  readonly joinedAt: Date;
}

/** A company that may still be restored. */
export interface ClosedCompany {
  readonly id: string;
  readonly name: string;
  readonly deletedAt: Date;
}

/** From the one that may least. */
const order: readonly CompanyRole[] = ['viewer', 'member', 'admin', 'owner'];

/** Whether a role may do what the other may. */
export function mayAct(role: CompanyRole, least: CompanyRole): boolean {
  return order.indexOf(role) >= order.indexOf(least);
}
