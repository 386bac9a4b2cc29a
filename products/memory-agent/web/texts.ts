import { defineTexts } from '#platform/web';

export const memoryTexts = defineTexts('memory', {
  en: () => import('./locales/en.ts'),
  ru: () => import('./locales/ru.ts'),
});
