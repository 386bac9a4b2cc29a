import DirectionsWalkOutlined from '@mui/icons-material/DirectionsWalkOutlined';
import EmojiEventsOutlined from '@mui/icons-material/EmojiEventsOutlined';
import GroupsOutlined from '@mui/icons-material/GroupsOutlined';
import { defineScreen, type ScreenDefinition } from '#platform/web';

const play = { title: { ru: 'Мои прогулки', en: 'My walks' }, access: 'signed-in' } as const;
const teams = { title: { ru: 'Команды', en: 'Teams' }, access: 'signed-in' } as const;

/** Walking: sessions, teams, leaderboards. */
export const playScreens: readonly ScreenDefinition[] = [
  defineScreen({
    ...play,
    path: '/play',
    nav: { icon: DirectionsWalkOutlined, order: 22 },
    load: async () => (await import('./sessions/sessions-screen.tsx')).SessionsScreen,
  }),
  defineScreen({
    title: { ru: 'Прогулка', en: 'Walk' },
    access: 'signed-in',
    path: '/play/:id',
    layout: 'canvas',
    load: async () => (await import('./walk/play-screen.tsx')).PlayScreen,
  }),
  defineScreen({
    ...teams,
    path: '/teams',
    nav: { icon: GroupsOutlined, order: 23 },
    load: async () => (await import('./teams/teams-screen.tsx')).TeamsScreen,
  }),
  defineScreen({
    ...teams,
    path: '/teams/:id',
    load: async () => (await import('./teams/team-screen.tsx')).TeamScreen,
  }),
  defineScreen({
    path: '/leaderboards',
    title: { ru: 'Рейтинги', en: 'Leaderboards' },
    access: 'public',
    nav: { icon: EmojiEventsOutlined, order: 24 },
    load: async () => (await import('./boards/boards-screen.tsx')).BoardsScreen,
  }),
];
