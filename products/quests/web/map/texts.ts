import { defineTexts } from '#platform/web';

export const mapTexts = defineTexts('quests-map', {
  en: () => import('./locales/en.ts'),
  ru: () => import('./locales/ru.ts'),
});
