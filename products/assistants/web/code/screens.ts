import { defineScreen, type ScreenDefinition } from '#platform/web';

export const codeScreens: readonly ScreenDefinition[] = [
  defineScreen({
    path: '/assistants/code',
    title: { ru: 'Проверка кода', en: 'Code review' },
    access: 'signed-in',
    load: async () => (await import('./code-screen.tsx')).CodeScreen,
  }),
  defineScreen({
    path: '/assistants/code/rules',
    title: { ru: 'Правила проверки кода', en: 'Rules of the code review' },
    access: 'signed-in',
    load: async () => (await import('./rules/rules-screen.tsx')).RulesScreen,
  }),
  defineScreen({
    path: '/assistants/code/reviews',
    title: { ru: 'Сохранённые проверки кода', en: 'Saved code reviews' },
    access: 'signed-in',
    load: async () => (await import('./reviews/reviews-screen.tsx')).ReviewsScreen,
  }),
  defineScreen({
    path: '/assistants/code/reviews/compare',
    title: { ru: 'Сравнение проверок кода', en: 'Two code reviews' },
    access: 'signed-in',
    load: async () => (await import('./reviews/compare-screen.tsx')).CompareScreen,
  }),
  defineScreen({
    path: '/assistants/code/reviews/:id',
    title: { ru: 'Сохранённая проверка кода', en: 'Saved code review' },
    access: 'signed-in',
    load: async () => (await import('./reviews/review-screen.tsx')).ReviewScreen,
  }),
];
