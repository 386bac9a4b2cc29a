import { defineTexts } from '#platform/web';

export const homeTexts = defineTexts('home', {
  en: () => import('./locales/en.ts'),
  ru: () => import('./locales/ru.ts'),
});
