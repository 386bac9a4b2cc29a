import { defineTexts } from '#platform/web';

export const paymentsTexts = defineTexts('payments', {
  en: () => import('./locales/en.ts'),
  ru: () => import('./locales/ru.ts'),
});
