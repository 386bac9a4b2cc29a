import { useCall, useLocalized } from '#platform/web';
import { listAssistants } from '../../contract/index.ts';

/** What an assistant is called; its name in addresses when it is gone. */
export function useRoleName(): (role: string) => string {
  const localized = useLocalized();
  const { data } = useCall(listAssistants, {}, { staleTime: 60_000 });
  return (role) => {
    const known = data?.items.find((each) => each.role === role);
    return known === undefined ? role : localized(known.title);
  };
}
