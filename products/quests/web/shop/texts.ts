import { defineTexts } from '#platform/web';

export const shopTexts = defineTexts('quests-shop', {
  en: () => import('./locales/en.ts'),
  ru: () => import('./locales/ru.ts'),
});
