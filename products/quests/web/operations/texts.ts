import { defineTexts } from '#platform/web';

export const operationsTexts = defineTexts('quests-operations', {
  en: () => import('./locales/en.ts'),
  ru: () => import('./locales/ru.ts'),
});
