import type { Company } from '#capabilities/tenants/contract';
import { listCompanies } from '#capabilities/tenants/contract';
import { useCall } from '#platform/web';

/** The company this person works in; undefined until it is known. */
export function useMyCompany(): Company | undefined {
  const { data } = useCall(listCompanies, {}, { staleTime: 60_000 });
  return data?.items.find((company) => company.active) ?? data?.items[0];
}
