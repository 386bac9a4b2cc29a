import { defineTexts } from '#platform/web';

export const analyticsTexts = defineTexts('analytics', {
  en: () => import('./locales/en.ts'),
  ru: () => import('./locales/ru.ts'),
});
