import { seededRoles } from '#platform/contract';
import { useText } from '#platform/web';
import { identityTexts } from '../texts.ts';

/** Names roles to people; roles that administrators made carry their own name. */
export function useRoleName(): (role: string) => string {
  const t = useText(identityTexts);
  return (role) => {
    const seeded = seededRoles.find((name) => name === role);
    return seeded === undefined ? role : t(`role.${seeded}`);
  };
}
