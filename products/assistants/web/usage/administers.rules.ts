import type { Company } from '#capabilities/tenants/contract';

/** Whether this person may see and bound what others use. */
export const administers = (company: Company | undefined): boolean =>
  company?.role === 'owner' || company?.role === 'admin';
