import { defineModule, fill } from '#platform/server/modules';
import {
  type MessengerTransport,
  messengerTransportPoint,
  type NotificationKind,
  notificationKindsPoint,
} from '../server/index.ts';

const texts = {
  ru: { title: () => 'Посылка пришла', body: ({ place }) => `Она ждёт вас: ${place}.` },
  en: { title: () => 'Your parcel is here', body: ({ place }) => `It waits for you at ${place}.` },
} satisfies NotificationKind['texts'];

const parcel: NotificationKind = {
  kind: 'sample.parcel_arrived',
  label: { ru: 'Посылки', en: 'Parcels' },
  texts,
  channels: ['in_app', 'email', 'push'],
};

/** Three kinds: an ordinary one, an urgent one and one for the messenger only. */
export const sampleKinds: readonly NotificationKind[] = [
  parcel,
  {
    ...parcel,
    kind: 'sample.doctor_arrived',
    label: { ru: 'Врач', en: 'Doctor' },
    channels: ['in_app', 'push'],
    urgent: true,
  },
  { ...parcel, kind: 'sample.chat_only', label: { ru: 'Чат', en: 'Chat' }, channels: ['telegram'] },
];

/** A module that declares the sample kinds and, when given, delivers by messenger. */
export function sampleModule(messenger?: MessengerTransport) {
  return defineModule({
    name: 'sample',
    create: () => undefined,
    fills: () => [
      fill(notificationKindsPoint, sampleKinds),
      ...(messenger === undefined ? [] : [fill(messengerTransportPoint, messenger)]),
    ],
  });
}
