import type { Warning } from '../conversations/conversation.ts';

const nearlyUsedUp = {
  company: {
    ru: 'Бюджет компании на языковые модели использован больше чем на 80 %.',
    en: 'More than 80 % of your company’s budget for language models is used.',
  },
  mine: {
    ru: 'Ваш бюджет на языковые модели использован больше чем на 80 %.',
    en: 'More than 80 % of your budget for language models is used.',
  },
} as const;

/** Tells that a budget is nearly used up. */
export function budgetWarning(whose: 'company' | 'mine', locale: 'ru' | 'en'): Warning {
  return { kind: 'budget', message: nearlyUsedUp[whose][locale] };
}
