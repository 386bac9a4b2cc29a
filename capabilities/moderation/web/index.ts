import GavelOutlined from '@mui/icons-material/GavelOutlined';
import { defineScreen, defineWebModule } from '#platform/web';
import { moderationTexts } from './texts.ts';

/** The moderation desk: `/moderation` (with `?case=`) and `/moderation/reasons`. */
export const moderationWeb = defineWebModule({
  name: 'moderation',
  title: { ru: 'Модерация', en: 'Moderation' },
  texts: [moderationTexts],
  screens: [
    defineScreen({
      path: '/moderation',
      title: { ru: 'Модерация', en: 'Moderation' },
      access: { permission: 'moderate_content' },
      nav: { icon: GavelOutlined, order: 800, section: 'administration' },
      load: async () => (await import('./desk/desk-screen.tsx')).DeskScreen,
    }),
    defineScreen({
      path: '/moderation/reasons',
      title: { ru: 'Шаблоны причин', en: 'Reason templates' },
      access: { permission: 'moderate_content' },
      load: async () => (await import('./reasons/reasons-screen.tsx')).ReasonsScreen,
    }),
  ],
});
