import { type RefusalTexts, useText } from '#platform/web';
import { rolesTexts } from './texts.ts';

/** What refusals about roles mean to a person, by code. */
export function useRoleRefusals(): RefusalTexts {
  const t = useText(rolesTexts);
  return {
    'assistants.role_not_found': t('refusal.role_not_found'),
    'assistants.role_taken': t('refusal.role_taken'),
    'assistants.role_name_reserved': t('create.name_reserved'),
    'assistants.unknown_tool': t('refusal.unknown_tool'),
    'assistants.too_many_roles': t('refusal.too_many_roles'),
    'assistants.role_changed': t('refusal.role_changed'),
    'assistants.version_not_found': t('refusal.version_not_found'),
    'tenants.role_too_low': t('refusal.role_too_low'),
    'tenants.company_not_found': t('refusal.company_not_found'),
  };
}
