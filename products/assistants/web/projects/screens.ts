import { defineScreen, type ScreenDefinition } from '#platform/web';

export const projectsScreens: readonly ScreenDefinition[] = [
  defineScreen({
    path: '/assistants/projects',
    title: { ru: 'Проекты 1С', en: '1C projects' },
    access: 'signed-in',
    load: async () => (await import('./list/projects-screen.tsx')).ProjectsScreen,
  }),
  // One screen for all sections: what is above them stays while they change.
  defineScreen({
    path: '/assistants/projects/:id/:section?',
    title: { ru: 'Проект 1С', en: '1C project' },
    access: 'signed-in',
    load: async () => (await import('./project-screen.tsx')).ProjectScreen,
  }),
];
