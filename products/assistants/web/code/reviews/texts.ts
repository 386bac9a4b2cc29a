import { defineTexts } from '#platform/web';

export const reviewsTexts = defineTexts('assistants-reviews', {
  en: () => import('./locales/en.ts'),
  ru: () => import('./locales/ru.ts'),
});
