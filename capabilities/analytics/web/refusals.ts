import { type RefusalTexts, useText } from '#platform/web';
import { analyticsTexts } from './texts.ts';

/** What this module's refusals mean to a person, by code. */
export function useRefusals(): RefusalTexts {
  const t = useText(analyticsTexts);
  return {
    'analytics.range_invalid': t('refusal.range_invalid'),
    'analytics.subject_not_found': t('refusal.subject_not_found'),
    'analytics.funnel_not_found': t('refusal.funnel_not_found'),
  };
}
