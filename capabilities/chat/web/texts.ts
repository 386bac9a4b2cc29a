import { defineTexts } from '#platform/web';

export const chatTexts = defineTexts('chat', {
  en: () => import('./locales/en.ts'),
  ru: () => import('./locales/ru.ts'),
});
