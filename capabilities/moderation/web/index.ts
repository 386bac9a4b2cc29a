import GavelOutlined from '@mui/icons-material/GavelOutlined';
import { defineScreen, defineWebModule } from '#platform/web';
import { moderationTexts } from './texts.ts';

/** Whoever decides about some kind of case; which ones they see is the server's word. */
const decides = { anyOf: ['moderate_content', 'moderate_reviews', 'can_lock_users'] } as const;

/**
 * The moderation desk: `/moderation` (with `?case=`), reason templates at
 * `/moderation/reasons`, the filters at `/moderation/check`, blocked pictures at `/moderation/images`.
 */
export const moderationWeb = defineWebModule({
  name: 'moderation',
  title: { ru: 'Модерация', en: 'Moderation' },
  texts: [moderationTexts],
  screens: [
    defineScreen({
      path: '/moderation',
      title: { ru: 'Модерация', en: 'Moderation' },
      access: decides,
      nav: { icon: GavelOutlined, order: 800, section: 'administration' },
      load: async () => (await import('./desk/desk-screen.tsx')).DeskScreen,
    }),
    defineScreen({
      path: '/moderation/check',
      title: { ru: 'Проверка текста', en: 'Text check' },
      access: decides,
      load: async () => (await import('./check/check-screen.tsx')).CheckScreen,
    }),
    defineScreen({
      path: '/moderation/images',
      title: { ru: 'Запрещённые изображения', en: 'Blocked pictures' },
      access: { permission: 'moderate_content' },
      load: async () => (await import('./images/images-screen.tsx')).ImagesScreen,
    }),
    defineScreen({
      path: '/moderation/reasons',
      title: { ru: 'Шаблоны причин', en: 'Reason templates' },
      access: decides,
      load: async () => (await import('./reasons/reasons-screen.tsx')).ReasonsScreen,
    }),
  ],
});
