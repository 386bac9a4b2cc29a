export type { Misbehaviour } from './double-server.ts';
export { type FcmDouble, type FcmMessage, startFcmDouble } from './fcm-double.ts';
export { sampleKinds, sampleModule } from './kinds.ts';
export {
  type KeptDelivery,
  type NotificationsApp,
  type NotificationsAppOptions,
  startNotificationsApp,
} from './notifications-app.ts';
export { type PushServiceDouble, type ReceivedPush, startPushServiceDouble } from './push-service-double.ts';
export { type SlackDouble, startSlackDouble } from './slack-double.ts';
