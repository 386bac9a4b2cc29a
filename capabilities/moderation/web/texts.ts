import { defineTexts } from '#platform/web';

/** The moderation desk. */
export const moderationTexts = defineTexts('moderation', {
  en: () => import('./locales/moderation.en.ts'),
  ru: () => import('./locales/moderation.ru.ts'),
});
