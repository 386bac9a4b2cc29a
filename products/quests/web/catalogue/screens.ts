import ExploreOutlined from '@mui/icons-material/ExploreOutlined';
import FavoriteBorderOutlined from '@mui/icons-material/FavoriteBorderOutlined';
import { defineScreen, type ScreenDefinition } from '#platform/web';

/** Finding quests and everything about one of them. */
export const catalogueScreens: readonly ScreenDefinition[] = [
  defineScreen({
    path: '/quests',
    title: { ru: 'Квесты', en: 'Quests' },
    access: 'public',
    nav: { icon: ExploreOutlined, order: 1 },
    load: async () => (await import('./finding/catalogue-screen.tsx')).CatalogueScreen,
  }),
  defineScreen({
    path: '/quests/favourites',
    title: { ru: 'Избранное', en: 'Favourites' },
    access: 'signed-in',
    nav: { icon: FavoriteBorderOutlined, order: 6 },
    load: async () => (await import('./favourites-screen.tsx')).FavouritesScreen,
  }),
  defineScreen({
    path: '/quests/:id',
    title: { ru: 'Квест', en: 'Quest' },
    access: 'public',
    load: async () => (await import('./page/quest-screen.tsx')).QuestScreen,
  }),
];
