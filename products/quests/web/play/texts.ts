import { defineTexts } from '#platform/web';

export const playTexts = defineTexts('quests-play', {
  en: () => import('./locales/en.ts'),
  ru: () => import('./locales/ru.ts'),
});
