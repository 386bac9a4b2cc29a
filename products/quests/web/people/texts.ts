import { defineTexts } from '#platform/web';

export const peopleTexts = defineTexts('quests-people', {
  en: () => import('./locales/en.ts'),
  ru: () => import('./locales/ru.ts'),
});
