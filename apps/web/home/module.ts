import SpaceDashboardOutlined from '@mui/icons-material/SpaceDashboardOutlined';
import { defineScreen, defineWebModule } from '#platform/web';
import { homeTexts } from './texts.ts';

/** The start page. */
export const homeModule = defineWebModule({
  name: 'home',
  title: { ru: 'Обзор', en: 'Overview' },
  texts: [homeTexts],
  screens: [
    defineScreen({
      path: '/',
      title: { ru: 'Обзор', en: 'Overview' },
      access: 'signed-in',
      nav: { icon: SpaceDashboardOutlined, order: 0 },
      load: async () => (await import('./home-screen.tsx')).HomeScreen,
    }),
  ],
});
