import { defineTexts } from '#platform/web';

export const planningTexts = defineTexts('assistants-planning', {
  en: () => import('./locales/en.ts'),
  ru: () => import('./locales/ru.ts'),
});
