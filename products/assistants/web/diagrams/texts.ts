import { defineTexts } from '#platform/web';

export const diagramsTexts = defineTexts('assistants-diagrams', {
  en: () => import('./locales/en.ts'),
  ru: () => import('./locales/ru.ts'),
});
