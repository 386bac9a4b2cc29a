import { useMemo } from 'react';
import { type RefusalTexts, useText } from '#platform/web';
import { knowledgeTexts } from './texts.ts';

const own = [
  'collection_not_found',
  'collection_name_taken',
  'collection_is_private',
  'too_many_collections',
  'not_a_member',
  'document_not_found',
  'part_not_found',
  'file_empty',
  'file_too_large',
  'too_many_documents',
] as const;

/** What refusals of the knowledge base mean to a person, by code. */
export function useKnowledgeRefusals(): RefusalTexts {
  const t = useText(knowledgeTexts);
  return useMemo(
    () => ({
      ...Object.fromEntries(own.map((code) => [`assistants.${code}`, t(`refusal.${code}`)])),
      'tenants.role_too_low': t('refusal.role_too_low'),
      'tenants.company_not_found': t('refusal.company_not_found'),
      'http.body_too_large': t('refusal.file_too_large'),
    }),
    [t],
  );
}
