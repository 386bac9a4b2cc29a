import ForumOutlined from '@mui/icons-material/ForumOutlined';
import { defineScreen, defineWebModule } from '#platform/web';
import { chatTexts } from './texts.ts';

export { Conversation, type ConversationProps } from './conversation/conversation.tsx';
export { chatTexts } from './texts.ts';

const chats = { title: { ru: 'Чаты', en: 'Chats' }, access: 'signed-in' } as const;
const load = async () => (await import('./rooms/chats-screen.tsx')).ChatsScreen;

/** Conversations between people: the list at `/chats`, one at `/chats/:roomId`, a new one at `/chats/with/:userId`. */
export const chatWeb = defineWebModule({
  name: 'chat',
  title: chats.title,
  texts: [chatTexts],
  screens: [
    defineScreen({
      ...chats,
      path: '/chats',
      nav: { icon: ForumOutlined, order: 60 },
      layout: 'canvas',
      load,
    }),
    defineScreen({ ...chats, path: '/chats/:roomId', layout: 'canvas', load }),
    defineScreen({
      ...chats,
      path: '/chats/with/:userId',
      load: async () => (await import('./rooms/direct-screen.tsx')).DirectScreen,
    }),
  ],
});
