import { useMemo } from 'react';
import { type RefusalTexts, useText } from '#platform/web';
import { queryTexts } from './texts.ts';

const own = [
  'engine_timeout',
  'engine_memory',
  'engines_busy',
  'engine_input',
  'no_query',
  'not_code',
  'project_not_found',
  'project_empty',
] as const;

/** What refusals of query engines mean, by code, in the language of the moment. */
export function useQueryRefusals(): RefusalTexts {
  const t = useText(queryTexts);
  return useMemo(
    () => ({
      ...Object.fromEntries(own.map((code) => [`assistants.${code}`, t(`refusal.${code}`)])),
      'tenants.company_not_found': t('refusal.company_not_found'),
    }),
    [t],
  );
}
