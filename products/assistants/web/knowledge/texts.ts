import { defineTexts } from '#platform/web';

export const knowledgeTexts = defineTexts('assistants-knowledge', {
  en: () => import('./locales/en.ts'),
  ru: () => import('./locales/ru.ts'),
});
