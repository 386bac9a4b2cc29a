import { defineScreen, type ScreenDefinition } from '#platform/web';

export const usageScreens: readonly ScreenDefinition[] = [
  defineScreen({
    path: '/assistants/usage',
    title: { ru: 'Расход ассистентов', en: 'Usage of assistants' },
    access: 'signed-in',
    load: async () => (await import('./usage-screen.tsx')).UsageScreen,
  }),
  defineScreen({
    path: '/assistants/usage/:role',
    title: { ru: 'Статистика ассистента', en: 'Figures of an assistant' },
    access: 'signed-in',
    load: async () => (await import('./stats/stats-screen.tsx')).StatsScreen,
  }),
];
