import { useText } from '#platform/web';
import type { KnowledgeCollection } from '../../../contract/index.ts';
import { knowledgeTexts } from '../texts.ts';

/** Who may read a collection, in few words. */
export function useReadingText(): (collection: KnowledgeCollection) => string {
  const t = useText(knowledgeTexts);
  return ({ reading, can_manage: canManage }) => {
    switch (reading.kind) {
      case 'private':
        return t('reading.short.private');
      case 'company':
        return reading.least_role === 'viewer'
          ? t('reading.short.everyone')
          : t('reading.short.company', { role: t(`reading.role.${reading.least_role}`) });
      case 'members':
        return canManage
          ? t('reading.short.members', { count: reading.member_ids.length })
          : t('reading.short.listed');
    }
  };
}
