import AccountTreeOutlined from '@mui/icons-material/AccountTreeOutlined';
import AutoStoriesOutlined from '@mui/icons-material/AutoStoriesOutlined';
import ForumOutlined from '@mui/icons-material/ForumOutlined';
import HubOutlined from '@mui/icons-material/HubOutlined';
import RouteOutlined from '@mui/icons-material/RouteOutlined';
import SpaOutlined from '@mui/icons-material/SpaOutlined';
import { defineScreen, defineWebModule } from '#platform/web';
import { memoryTexts } from './texts.ts';

const chat = { title: { ru: 'Чат', en: 'Chat' }, access: 'signed-in' } as const;
const browse = { title: { ru: 'Воспоминания', en: 'Memories' }, access: 'signed-in' } as const;

/** The agent that remembers: talk to it, look into its memory, keep the memory in shape. */
export const memoryAgentWeb = defineWebModule({
  name: 'memory',
  title: { ru: 'Память', en: 'Memory' },
  summary: {
    ru: 'Агент, который помнит разговоры и показывает, откуда взят каждый ответ.',
    en: 'An agent that remembers what you tell it and shows where each answer comes from.',
  },
  icon: AutoStoriesOutlined,
  texts: [memoryTexts],
  screens: [
    defineScreen({
      ...chat,
      path: '/memory/chat',
      nav: { icon: ForumOutlined, order: 10 },
      layout: 'canvas',
      load: async () => (await import('./chat/chat-screen.tsx')).ChatScreen,
    }),
    defineScreen({
      ...chat,
      path: '/memory/chat/:conversationId',
      load: async () => (await import('./moved-screens.tsx')).ChatLink,
    }),
    defineScreen({
      ...browse,
      path: '/memory/browse',
      nav: { icon: AccountTreeOutlined, order: 11 },
      load: async () => (await import('./browse/browse-screen.tsx')).BrowseScreen,
    }),
    defineScreen({
      ...browse,
      path: '/memory/browse/:id',
      load: async () => (await import('./moved-screens.tsx')).MemoryLink,
    }),
    defineScreen({
      path: '/memory/graph',
      title: { ru: 'Граф', en: 'Graph' },
      access: 'signed-in',
      nav: { icon: HubOutlined, order: 12 },
      layout: 'canvas',
      load: async () => (await import('./graph/graph-screen.tsx')).GraphScreen,
    }),
    defineScreen({
      path: '/memory/care',
      title: { ru: 'Уход', en: 'Care' },
      access: 'signed-in',
      nav: { icon: SpaOutlined, order: 13 },
      load: async () => (await import('./care/care-screen.tsx')).CareScreen,
    }),
    defineScreen({
      path: '/memory/strategies',
      title: { ru: 'Стратегии', en: 'Strategies' },
      access: 'signed-in',
      nav: { icon: RouteOutlined, order: 14 },
      load: async () => (await import('./strategies/strategies-screen.tsx')).StrategiesScreen,
    }),
  ],
});
