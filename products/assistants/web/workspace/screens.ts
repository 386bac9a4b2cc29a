import SmartToyOutlined from '@mui/icons-material/SmartToyOutlined';
import { defineScreen, type ScreenDefinition } from '#platform/web';

const workspace = {
  title: { ru: '1С-ассистенты', en: '1C assistants' },
  access: 'signed-in',
  layout: 'canvas',
} as const;

export const workspaceScreens: readonly ScreenDefinition[] = [
  defineScreen({
    ...workspace,
    path: '/assistants',
    nav: { icon: SmartToyOutlined, order: 16 },
    load: async () => (await import('./front-screen.tsx')).FrontScreen,
  }),
  // One screen for both addresses: a conversation that begins keeps what is on it.
  defineScreen({
    ...workspace,
    path: '/assistants/:role/:conversation?',
    load: async () => (await import('./workspace-screen.tsx')).WorkspaceScreen,
  }),
];
