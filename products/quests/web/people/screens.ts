import BadgeOutlined from '@mui/icons-material/BadgeOutlined';
import Diversity3Outlined from '@mui/icons-material/Diversity3Outlined';
import { unlockPath } from '#capabilities/identity/web';
import { defineScreen, type ScreenDefinition } from '#platform/web';

const player = async () => (await import('./player/player-screen.tsx')).PlayerScreen;

export const peopleScreens: readonly ScreenDefinition[] = [
  defineScreen({
    path: '/friends',
    title: { ru: 'Друзья', en: 'Friends' },
    access: 'signed-in',
    nav: { icon: Diversity3Outlined, order: 40 },
    load: async () => (await import('./friends/friends-screen.tsx')).FriendsScreen,
  }),
  defineScreen({
    path: '/players/me',
    title: { ru: 'Страница игрока', en: 'Player page' },
    access: 'signed-in',
    nav: { icon: BadgeOutlined, order: 5, section: 'account' },
    load: player,
  }),
  defineScreen({
    path: '/players/me/edit',
    title: { ru: 'Моя страница', en: 'My page' },
    access: 'signed-in',
    load: async () => (await import('./edit/edit-screen.tsx')).EditPlayerScreen,
  }),
  defineScreen({
    path: '/players/:id',
    title: { ru: 'Игрок', en: 'Player' },
    access: 'signed-in',
    load: player,
  }),
  defineScreen({
    path: unlockPath,
    title: { ru: 'Просьба о разблокировке', en: 'Ask to be unlocked' },
    access: 'anonymous',
    layout: 'bare',
    load: async () => (await import('./unlock/unlock-screen.tsx')).UnlockScreen,
  }),
];
