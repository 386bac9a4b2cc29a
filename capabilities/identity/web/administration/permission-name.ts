import type { Permission } from '#platform/contract';
import { useText } from '#platform/web';
import { administrationTexts } from '../texts.ts';

/** Names permissions to people. */
export function usePermissionName(): (permission: Permission) => string {
  const t = useText(administrationTexts);
  return (permission) => t(`permission.${permission}`);
}
