import { defineScreen, type ScreenDefinition } from '#platform/web';

export const requirementsScreens: readonly ScreenDefinition[] = [
  defineScreen({
    path: '/assistants/requirements',
    title: { ru: 'Анализ требований', en: 'Requirements analysis' },
    access: 'signed-in',
    load: async () => (await import('./requirements-screen.tsx')).RequirementsScreen,
  }),
];
