import { defineTexts } from './texts.ts';

export const platformTexts = defineTexts('platform', {
  en: () => import('./locales/en.ts'),
  ru: () => import('./locales/ru.ts'),
});
