import GavelOutlined from '@mui/icons-material/GavelOutlined';
import { defineScreen, defineWebModule } from '#platform/web';
import { moderationTexts } from './texts.ts';

const desk = async () => (await import('./desk/desk-screen.tsx')).DeskScreen;

/**
 * The moderation desk: `/moderation` (with `?case=`; `/moderation/desk` stands in the menu), reason templates at
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
      // Who may decide what is the server's word: kinds bring permissions of their own.
      access: 'signed-in',
      load: desk,
    }),
    defineScreen({
      path: '/moderation/desk',
      title: { ru: 'Модерация', en: 'Moderation' },
      access: { permission: 'moderate_content' },
      nav: { icon: GavelOutlined, order: 800, section: 'administration' },
      load: desk,
    }),
    defineScreen({
      path: '/moderation/check',
      title: { ru: 'Проверка текста', en: 'Text check' },
      access: 'signed-in',
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
      access: 'signed-in',
      load: async () => (await import('./reasons/reasons-screen.tsx')).ReasonsScreen,
    }),
  ],
});
