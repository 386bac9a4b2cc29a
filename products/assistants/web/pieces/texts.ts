import { defineTexts } from '#platform/web';

export const piecesTexts = defineTexts('assistants-pieces', {
  en: () => import('./locales/en.ts'),
  ru: () => import('./locales/ru.ts'),
});
