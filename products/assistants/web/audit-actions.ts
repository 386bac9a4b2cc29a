import type { Localized } from '#platform/web';

/** What this product writes into the audit log. */
export const assistantsActions: Readonly<Record<string, Localized>> = {
  'assistants.role_created': { ru: 'новый ассистент', en: 'made an assistant' },
  'assistants.role_changed': { ru: 'изменение ассистента', en: 'changed an assistant' },
  'assistants.role_rolled_back': {
    ru: 'возврат к прежней версии ассистента',
    en: 'brought an earlier version of an assistant back',
  },
  'assistants.role_deleted': { ru: 'удаление ассистента', en: 'deleted an assistant' },
  'assistants.budget_set': { ru: 'установка бюджета', en: 'set a budget' },
  'assistants.budget_removed': { ru: 'снятие бюджета', en: 'removed a budget' },
};
