import { useMemo } from 'react';
import { type ApiProblem, type RefusalTexts, useLanguage, useText } from '#platform/web';
import { explanationOf } from '../pieces/explanation.rules.ts';
import { diagramsTexts } from './texts.ts';

const own = ['engine_timeout', 'engine_memory', 'engines_busy', 'engine_input', 'not_code'] as const;
const ofProjects = ['project_not_found', 'project_empty', 'object_not_found'] as const;

/** What refusals of drawing mean; the engine says itself what it misses in a text. */
export function useDiagramRefusals(problem: ApiProblem | null): RefusalTexts {
  const t = useText(diagramsTexts);
  const language = useLanguage();
  return useMemo(
    () => ({
      ...Object.fromEntries(
        [...own, ...ofProjects].map((code) => [`assistants.${code}`, t(`refusal.${code}`)]),
      ),
      'assistants.diagram_refused': explanationOf(problem, language) ?? t('refusal.diagram_refused'),
      'tenants.company_not_found': t('refusal.company_not_found'),
    }),
    [t, problem, language],
  );
}
