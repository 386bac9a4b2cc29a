import { defineScreen, type ScreenDefinition } from '#platform/web';

export const planningScreens: readonly ScreenDefinition[] = [
  defineScreen({
    path: '/assistants/plans',
    title: { ru: 'Планы проектов', en: 'Project plans' },
    access: 'signed-in',
    load: async () => (await import('./list/plans-screen.tsx')).PlansScreen,
  }),
  defineScreen({
    path: '/assistants/plans/:id',
    title: { ru: 'План проекта', en: 'Project plan' },
    access: 'signed-in',
    load: async () => (await import('./plan/plan-screen.tsx')).PlanScreen,
  }),
];
