import ForumOutlined from '@mui/icons-material/ForumOutlined';
import SupportAgentOutlined from '@mui/icons-material/SupportAgentOutlined';
import { defineScreen, defineWebModule } from '#platform/web';
import { chatTexts } from './texts.ts';

export { Conversation, type ConversationProps } from './conversation/conversation.tsx';
export { chatTexts } from './texts.ts';

const chats = { title: { ru: 'Чаты', en: 'Chats' }, access: 'signed-in' } as const;
const support = {
  title: { ru: 'Чаты поддержки', en: 'Support chats' },
  access: { permission: 'moderate_content' },
} as const;
const loadSupport = async () => (await import('./rooms/support-screen.tsx')).SupportScreen;
const load = async () => (await import('./rooms/chats-screen.tsx')).ChatsScreen;

/**
 * Conversations between people: the list at `/chats`, one at `/chats/:roomId`, a new one at `/chats/with/:userId`;
 * everybody's with the operators at `/chats/support`, for operators;
 * groups at `/chats/new` and `/chats/:roomId/members`, the block list at `/chats/blocked`.
 */
export const chatWeb = defineWebModule({
  name: 'chat',
  title: chats.title,
  texts: [chatTexts],
  appBar: { load: async () => (await import('./unread/chats-button.tsx')).ChatsButton },
  screens: [
    defineScreen({
      ...chats,
      path: '/chats',
      nav: { icon: ForumOutlined, order: 60 },
      layout: 'canvas',
      load,
    }),
    defineScreen({
      title: { ru: 'Новая группа', en: 'New group' },
      access: 'signed-in',
      path: '/chats/new',
      load: async () => (await import('./group/new-group-screen.tsx')).NewGroupScreen,
    }),
    defineScreen({
      title: { ru: 'Чёрный список', en: 'Blocked people' },
      access: 'signed-in',
      path: '/chats/blocked',
      load: async () => (await import('./blocks/blocks-screen.tsx')).BlocksScreen,
    }),
    defineScreen({
      ...support,
      path: '/chats/support',
      nav: { icon: SupportAgentOutlined, order: 61 },
      layout: 'canvas',
      load: loadSupport,
    }),
    defineScreen({ ...support, path: '/chats/support/:roomId', layout: 'canvas', load: loadSupport }),
    defineScreen({
      title: { ru: 'Участники', en: 'Members' },
      access: 'signed-in',
      path: '/chats/:roomId/members',
      load: async () => (await import('./group/members-screen.tsx')).MembersScreen,
    }),
    defineScreen({ ...chats, path: '/chats/:roomId', layout: 'canvas', load }),
    defineScreen({
      ...chats,
      path: '/chats/with/:userId',
      load: async () => (await import('./rooms/direct-screen.tsx')).DirectScreen,
    }),
  ],
});
