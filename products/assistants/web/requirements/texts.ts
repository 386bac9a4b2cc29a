import { defineTexts } from '#platform/web';

export const requirementsTexts = defineTexts('assistants-requirements', {
  en: () => import('./locales/en.ts'),
  ru: () => import('./locales/ru.ts'),
});
