import { defineTexts } from '#platform/web';

export const notificationTexts = defineTexts('notifications', {
  en: () => import('./locales/en.ts'),
  ru: () => import('./locales/ru.ts'),
});
