import { defineScreen, type ScreenDefinition } from '#platform/web';

export const queryScreens: readonly ScreenDefinition[] = [
  defineScreen({
    path: '/assistants/query',
    title: { ru: 'Оптимизация запросов', en: 'Query optimiser' },
    access: 'signed-in',
    load: async () => (await import('./query-screen.tsx')).QueryScreen,
  }),
];
