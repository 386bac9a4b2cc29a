import { type RefusalTexts, useText } from '#platform/web';
import { memoryTexts } from './texts.ts';

/** What this module's refusals mean to a person, by code. */
export function useRefusals(): RefusalTexts {
  const t = useText(memoryTexts);
  return {
    'memory.conversation_not_found': t('refusal.conversation_not_found'),
    'memory.answer_not_found': t('refusal.answer_not_found'),
    'llm.budget_exhausted': t('refusal.budget_exhausted'),
    'llm.interrupted': t('refusal.interrupted'),
    'memory.node_not_found': t('refusal.node_not_found'),
    'memory.node_not_forgotten': t('refusal.node_not_forgotten'),
    'memory.content_derived': t('refusal.content_derived'),
    'memory.content_empty': t('refusal.content_empty'),
    'memory.content_too_long': t('refusal.content_too_long'),
    'memory.content_binary': t('refusal.content_binary'),
    'memory.duplicate': t('refusal.duplicate'),
    'memory.import_invalid': t('refusal.import_invalid'),
  };
}
