export { Channel, ChannelChoice, notificationChannels } from './channels.ts';
export { Device, deleteDevice, listDevices, NewDevice, registerDevice } from './devices.ts';
export {
  acknowledgeNotification,
  countNotifications,
  deleteNotification,
  getNotification,
  listNotifications,
  Notification,
  readAllNotifications,
  readNotification,
} from './inbox.ts';
export { getPreferences, Preferences, QuietHours, setPreferences } from './preferences.ts';
