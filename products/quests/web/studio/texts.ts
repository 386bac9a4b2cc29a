import { defineTexts } from '#platform/web';

export const studioTexts = defineTexts('quests-studio', {
  en: () => import('./locales/en.ts'),
  ru: () => import('./locales/ru.ts'),
});
