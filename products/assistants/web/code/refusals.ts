import { useMemo } from 'react';
import { type RefusalTexts, useText } from '#platform/web';
import { codeTexts } from './texts.ts';

const own = [
  'engine_timeout',
  'engine_memory',
  'engines_busy',
  'engine_input',
  'unknown_rule',
  'bad_configuration',
  'not_code',
  'too_many_reviews',
  'review_not_found',
  'bad_archive',
  'no_modules',
  'no_query',
  'project_not_found',
  'project_empty',
] as const;
const ofTenants = ['company_not_found', 'role_too_low'] as const;

/** What refusals of checks mean, by code, in the language of the moment. */
export function useCodeRefusals(): RefusalTexts {
  const t = useText(codeTexts);
  return useMemo(
    () =>
      Object.fromEntries([
        ...own.map((code) => [`assistants.${code}`, t(`refusal.${code}`)]),
        ...ofTenants.map((code) => [`tenants.${code}`, t(`refusal.${code}`)]),
      ]),
    [t],
  );
}
