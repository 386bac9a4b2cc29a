import { defineScreen, type ScreenDefinition } from '#platform/web';

export const rolesScreens: readonly ScreenDefinition[] = [
  defineScreen({
    path: '/assistants/roles',
    title: { ru: 'Роли ассистентов', en: 'Roles of assistants' },
    access: 'signed-in',
    load: async () => (await import('./roles-screen.tsx')).RolesScreen,
  }),
  defineScreen({
    path: '/assistants/roles/:role',
    title: { ru: 'Роль ассистента', en: 'Role of an assistant' },
    access: 'signed-in',
    load: async () => (await import('./role-screen.tsx')).RoleScreen,
  }),
];
