import { defineTexts } from '#platform/web';

export const rolesTexts = defineTexts('assistants-roles', {
  en: () => import('./locales/en.ts'),
  ru: () => import('./locales/ru.ts'),
});
