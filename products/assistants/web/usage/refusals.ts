import { type RefusalTexts, useText } from '#platform/web';
import { usageTexts } from './texts.ts';

/** What refusals of figures and budgets mean to a person, by code. */
export function useUsageRefusals(): RefusalTexts {
  const t = useText(usageTexts);
  return {
    'assistants.role_not_found': t('refusal.role_not_found'),
    'assistants.member_not_found': t('refusal.member_not_found'),
    'tenants.company_not_found': t('refusal.company_not_found'),
    'tenants.role_too_low': t('refusal.role_too_low'),
  };
}
