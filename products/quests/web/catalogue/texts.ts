import { defineTexts } from '#platform/web';

export const catalogueTexts = defineTexts('quests-catalogue', {
  en: () => import('./locales/en.ts'),
  ru: () => import('./locales/ru.ts'),
});
