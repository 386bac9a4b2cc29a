import type { NotificationKind } from '#capabilities/notifications/server';

/** Unread messages. Never their words: notices travel through the hands of others. */
export const messageNotice: NotificationKind = {
  kind: 'chat.message',
  label: { ru: 'Новые сообщения в чатах', en: 'New chat messages' },
  texts: {
    ru: {
      title: ({ from }) => (from === '' ? 'Новое сообщение' : `Новое сообщение: ${from}`),
      body: ({ count }) => `Непрочитанных сообщений: ${count}`,
    },
    en: {
      title: ({ from }) => (from === '' ? 'New message' : `New message from ${from}`),
      body: ({ count }) => `Unread messages: ${count}`,
    },
  },
  channels: ['in_app', 'push'],
};
