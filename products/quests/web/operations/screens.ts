import DirectionsWalkOutlined from '@mui/icons-material/DirectionsWalkOutlined';
import ExploreOutlined from '@mui/icons-material/ExploreOutlined';
import LocalOfferOutlined from '@mui/icons-material/LocalOfferOutlined';
import MenuBookOutlined from '@mui/icons-material/MenuBookOutlined';
import ReceiptLongOutlined from '@mui/icons-material/ReceiptLongOutlined';
import SavingsOutlined from '@mui/icons-material/SavingsOutlined';
import StorefrontOutlined from '@mui/icons-material/StorefrontOutlined';
import { defineScreen, type IconType, type ScreenDefinition } from '#platform/web';

const desk = (icon: IconType, order: number) => ({ icon, order, section: 'administration' }) as const;

export const operationsScreens: readonly ScreenDefinition[] = [
  defineScreen({
    path: '/admin/quests',
    title: { ru: 'Все квесты', en: 'All quests' },
    access: { permission: 'can_edit_quests' },
    nav: desk(ExploreOutlined, 600),
    load: async () => (await import('./quests/quests-screen.tsx')).QuestsScreen,
  }),
  defineScreen({
    path: '/admin/dictionaries',
    title: { ru: 'Справочники', en: 'Dictionaries' },
    access: { permission: 'can_edit_quests' },
    nav: desk(MenuBookOutlined, 610),
    load: async () => (await import('./dictionaries/dictionaries-screen.tsx')).DictionariesScreen,
  }),
  defineScreen({
    path: '/admin/sessions',
    title: { ru: 'Прохождения', en: 'Walks' },
    access: { permission: 'manage_play' },
    nav: desk(DirectionsWalkOutlined, 620),
    load: async () => (await import('./sessions/sessions-screen.tsx')).SessionsScreen,
  }),
  defineScreen({
    path: '/admin/orders',
    title: { ru: 'Заказы', en: 'Orders' },
    access: { permission: 'manage_shop' },
    nav: desk(ReceiptLongOutlined, 630),
    load: async () => (await import('./orders/orders-screen.tsx')).OrdersScreen,
  }),
  defineScreen({
    path: '/admin/merch',
    title: { ru: 'Товары', en: 'Merchandise' },
    access: { permission: 'manage_shop' },
    nav: desk(StorefrontOutlined, 640),
    load: async () => (await import('./merch/merch-screen.tsx')).MerchScreen,
  }),
  defineScreen({
    path: '/admin/promo-codes',
    title: { ru: 'Промокоды', en: 'Promo codes' },
    access: { permission: 'manage_shop' },
    nav: desk(LocalOfferOutlined, 650),
    load: async () => (await import('./promos/promos-screen.tsx')).PromosScreen,
  }),
  defineScreen({
    path: '/admin/payouts',
    title: { ru: 'Выплаты', en: 'Payouts' },
    access: { permission: 'manage_payments' },
    nav: desk(SavingsOutlined, 660),
    load: async () => (await import('./payouts/payouts-screen.tsx')).PayoutsScreen,
  }),
];
