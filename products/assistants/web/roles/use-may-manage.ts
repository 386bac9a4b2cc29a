import { listCompanies } from '#capabilities/tenants/contract';
import { useCall } from '#platform/web';

/** Whether this person may change the assistants of the company they work in; true until it is known otherwise. */
export function useMayManage(): boolean {
  const { data } = useCall(listCompanies, {}, { staleTime: 60_000 });
  const active = data?.items.find((company) => company.active) ?? data?.items[0];
  return active === undefined || active.role === 'owner' || active.role === 'admin';
}
