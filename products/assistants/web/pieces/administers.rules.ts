import type { Company } from '#capabilities/tenants/contract';

/** Whether this person may decide for others in the company. */
export const administers = (company: Company | undefined): boolean =>
  company?.role === 'owner' || company?.role === 'admin';
