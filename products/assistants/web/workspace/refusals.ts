import { type RefusalTexts, useText } from '#platform/web';
import { workspaceTexts } from './texts.ts';

/** What refusals of chats mean to a person, by code. */
export function useRefusals(): RefusalTexts {
  const t = useText(workspaceTexts);
  return {
    'assistants.conversation_not_found': t('refusal.conversation_not_found'),
    'assistants.message_not_found': t('refusal.message_not_found'),
    'assistants.role_not_found': t('refusal.role_not_found'),
    'assistants.project_not_found': t('refusal.project_not_found'),
    'assistants.file_not_found': t('refusal.file_not_found'),
    'assistants.budget_exhausted': t('refusal.budget_exhausted'),
    'assistants.too_long': t('refusal.too_long'),
    'assistants.nothing_to_continue': t('refusal.nothing_to_continue'),
    'llm.budget_exhausted': t('refusal.model_exhausted'),
    'tenants.company_not_found': t('refusal.company_not_found'),
    'tenants.role_too_low': t('refusal.role_too_low'),
    'assistants.file_empty': t('refusal.file_empty'),
    'assistants.file_too_large': t('refusal.file_too_large'),
    'assistants.file_unsupported': t('refusal.file_unsupported'),
    'assistants.file_encrypted': t('refusal.file_encrypted'),
    'assistants.file_broken': t('refusal.file_broken'),
    'assistants.file_refused': t('refusal.file_refused'),
    'assistants.too_many_files': t('refusal.too_many_files'),
    'assistants.prompt_not_found': t('refusal.prompt_not_found'),
    'assistants.prompt_of_another': t('refusal.prompt_of_another'),
    'assistants.prompt_cannot_be_shared': t('refusal.prompt_cannot_be_shared'),
    'assistants.too_many_prompts': t('refusal.too_many_prompts'),
    'assistants.unknown_role': t('refusal.role_not_found'),
  };
}
