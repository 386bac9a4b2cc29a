import { defineTexts } from '#platform/web';

export const tenantsTexts = defineTexts('tenants', {
  en: () => import('./locales/en.ts'),
  ru: () => import('./locales/ru.ts'),
});
