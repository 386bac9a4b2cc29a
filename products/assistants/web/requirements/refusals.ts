import { useMemo } from 'react';
import { type ApiProblem, type RefusalTexts, useLanguage, useText } from '#platform/web';
import { explanationOf } from '../pieces/explanation.rules.ts';
import { requirementsTexts } from './texts.ts';

const own = ['engine_timeout', 'engine_memory', 'engines_busy', 'engine_input'] as const;

/** What refusals of the analysis mean; a document says itself why it cannot be read. */
export function useRequirementsRefusals(problem: ApiProblem | null): RefusalTexts {
  const t = useText(requirementsTexts);
  const language = useLanguage();
  return useMemo(
    () => ({
      ...Object.fromEntries(own.map((code) => [`assistants.${code}`, t(`refusal.${code}`)])),
      'assistants.document_refused': explanationOf(problem, language) ?? t('refusal.document_refused'),
      'tenants.company_not_found': t('refusal.company_not_found'),
    }),
    [t, problem, language],
  );
}
