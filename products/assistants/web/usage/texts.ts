import { defineTexts } from '#platform/web';

export const usageTexts = defineTexts('assistants-usage', {
  en: () => import('./locales/en.ts'),
  ru: () => import('./locales/ru.ts'),
});
