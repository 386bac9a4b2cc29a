import { administers } from '../pieces/administers.rules.ts';
import { useMyCompany } from '../pieces/use-my-company.ts';

/** Whether this person may change the assistants of the company they work in; true until it is known otherwise. */
export function useMayManage(): boolean {
  const company = useMyCompany();
  return company === undefined || administers(company);
}
