import { defineTexts } from '#platform/web';

export const queryTexts = defineTexts('assistants-query', {
  en: () => import('./locales/en.ts'),
  ru: () => import('./locales/ru.ts'),
});
