import { defineTexts } from '#platform/web';

export const codeTexts = defineTexts('assistants-code', {
  en: () => import('./locales/en.ts'),
  ru: () => import('./locales/ru.ts'),
});
