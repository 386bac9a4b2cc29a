import { defineTexts } from '#platform/web';

export const workspaceTexts = defineTexts('assistants-workspace', {
  en: () => import('./locales/en.ts'),
  ru: () => import('./locales/ru.ts'),
});
