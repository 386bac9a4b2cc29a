import { defineTexts } from '#platform/web';

/** Signing in, registration, and what every screen of accounts shares. */
export const identityTexts = defineTexts('identity', {
  en: () => import('./locales/identity.en.ts'),
  ru: () => import('./locales/identity.ru.ts'),
});

/** One's own account. */
export const accountTexts = defineTexts('identity-account', {
  en: () => import('./locales/account.en.ts'),
  ru: () => import('./locales/account.ru.ts'),
});

/** Administration of accounts. */
export const administrationTexts = defineTexts('identity-administration', {
  en: () => import('./locales/administration.en.ts'),
  ru: () => import('./locales/administration.ru.ts'),
});
