import type { NotificationKind } from '#capabilities/notifications/server';

/** What authors are told about their quests. */
export const questNoticeKinds: readonly NotificationKind[] = [
  {
    kind: 'quests.quest_published',
    label: { ru: 'Мой квест опубликован', en: 'My quest is published' },
    texts: {
      ru: {
        title: () => 'Квест опубликован',
        body: ({ title }) => `«${title}» прошёл проверку и уже в каталоге. Удачных прохождений!`,
      },
      en: {
        title: () => 'Your quest is live',
        body: ({ title }) => `“${title}” has been approved and is in the catalogue now.`,
      },
    },
    channels: ['in_app', 'email', 'push'],
  },
  {
    kind: 'quests.quest_rejected',
    label: { ru: 'Мой квест вернули на доработку', en: 'My quest was sent back' },
    texts: {
      ru: {
        title: () => 'Квест вернули на доработку',
        body: ({ title }) =>
          `Модератор пока не опубликовал «${title}». Причина — на странице квеста: исправьте и отправьте снова.`,
      },
      en: {
        title: () => 'Your quest needs changes',
        body: ({ title }) =>
          `A moderator did not publish “${title}” yet. The reason is on its page: fix it and submit it again.`,
      },
    },
    channels: ['in_app', 'email', 'push'],
  },
];
