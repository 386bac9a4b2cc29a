import { listCompanies } from '#capabilities/tenants/contract';
import { useCall } from '#platform/web';

/** Whether this person may keep plans in the company they work in; true until it is known otherwise. */
export function useMaySave(): boolean {
  const { data } = useCall(listCompanies, {}, { staleTime: 60_000 });
  const active = data?.items.find((company) => company.active) ?? data?.items[0];
  return active === undefined || active.role !== 'viewer';
}
