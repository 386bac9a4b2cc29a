import { defineTexts } from '#platform/web';

export const projectsTexts = defineTexts('assistants-projects', {
  en: () => import('./locales/en.ts'),
  ru: () => import('./locales/ru.ts'),
});
