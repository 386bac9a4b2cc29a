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
];
