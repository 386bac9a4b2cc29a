import { defineScreen, type ScreenDefinition } from '#platform/web';

export const diagramsScreens: readonly ScreenDefinition[] = [
  defineScreen({
    path: '/assistants/diagrams',
    title: { ru: 'Схемы', en: 'Diagrams' },
    access: 'signed-in',
    load: async () => (await import('./diagrams-screen.tsx')).DiagramsScreen,
  }),
];
