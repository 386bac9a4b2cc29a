import { useMemo } from 'react';
import { type RefusalTexts, useText } from '#platform/web';
import { planningTexts } from './texts.ts';

const own = [
  'plan_invalid',
  'plan_not_found',
  'plan_changed',
  'too_many_plans',
  'engine_timeout',
  'engine_memory',
  'engines_busy',
  'engine_input',
] as const;

/** What refusals about plans mean, by code, in the language of the moment. */
export function usePlanRefusals(): RefusalTexts {
  const t = useText(planningTexts);
  return useMemo(
    () => ({
      ...Object.fromEntries(own.map((code) => [`assistants.${code}`, t(`refusal.${code}`)])),
      'tenants.company_not_found': t('refusal.company_not_found'),
      'tenants.role_too_low': t('refusal.role_too_low'),
    }),
    [t],
  );
}
