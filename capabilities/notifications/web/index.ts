import { defineScreen, defineWebModule } from '#platform/web';
import { notificationTexts } from './texts.ts';

export {
  handleNotificationClick,
  handlePush,
  type NotificationClicked,
  type PushReceived,
  type PushScope,
  type PushWorkerOptions,
} from './push-worker/index.ts';

/** The bell of the shell, the inbox at `/notifications`, and its settings at `/notifications/preferences`. */
export const notificationsWeb = defineWebModule({
  name: 'notifications',
  title: { ru: 'Уведомления', en: 'Notifications' },
  texts: [notificationTexts],
  appBar: { load: async () => (await import('./bell/bell.tsx')).Bell },
  screens: [
    defineScreen({
      path: '/notifications',
      title: { ru: 'Уведомления', en: 'Notifications' },
      access: 'signed-in',
      load: async () => (await import('./inbox/inbox-screen.tsx')).InboxScreen,
    }),
    defineScreen({
      path: '/notifications/preferences',
      title: { ru: 'Настройки уведомлений', en: 'Notification settings' },
      access: 'signed-in',
      load: async () => (await import('./preferences/preferences-screen.tsx')).PreferencesScreen,
    }),
  ],
});
