import type { NotificationKind } from '#capabilities/notifications/server';

type Values = Readonly<Record<string, string | number>>;

const orderStates: Readonly<Record<string, { readonly ru: string; readonly en: string }>> = {
  paid: { ru: 'оплачен', en: 'is paid' },
  preparing: { ru: 'собирается', en: 'is being prepared' },
  sent: { ru: 'отправлен', en: 'is on its way' },
  delivered: { ru: 'доставлен', en: 'was delivered' },
  returned: { ru: 'вернулся к нам', en: 'came back to us' },
  cancelled: { ru: 'отменён', en: 'was cancelled' },
  refunded: { ru: 'отменён, деньги вернутся', en: 'was cancelled, the money is on its way back' },
};

const stateOf = ({ state }: Values, language: 'ru' | 'en') =>
  orderStates[String(state)]?.[language] ?? String(state);

/** What players and authors are told about each other, their orders and their money. */
export const peopleNoticeKinds: readonly NotificationKind[] = [
  {
    kind: 'quests.friend_requested',
    label: { ru: 'Просьба о дружбе', en: 'Friend request' },
    texts: {
      ru: {
        title: () => 'Новая просьба о дружбе',
        body: ({ name }) => `${name} хочет добавить вас в друзья.`,
      },
      en: { title: () => 'New friend request', body: ({ name }) => `${name} would like to be your friend.` },
    },
    channels: ['in_app', 'push'],
  },
  {
    kind: 'quests.friend_accepted',
    label: { ru: 'Просьба о дружбе принята', en: 'Friend request accepted' },
    texts: {
      ru: { title: () => 'Вы теперь друзья', body: ({ name }) => `${name} принимает вашу просьбу о дружбе.` },
      en: { title: () => 'You are friends now', body: ({ name }) => `${name} accepted your request.` },
    },
    channels: ['in_app', 'push'],
  },
  {
    kind: 'quests.review_written',
    label: { ru: 'Отзыв о моём квесте', en: 'A review of my quest' },
    texts: {
      ru: { title: () => 'Новый отзыв', body: ({ title, stars }) => `«${title}»: оценка ${stars} из 5.` },
      en: { title: () => 'New review', body: ({ title, stars }) => `“${title}”: ${stars} of 5 stars.` },
    },
    channels: ['in_app'],
  },
  {
    kind: 'quests.quest_reported',
    label: { ru: 'На маршруте моего квеста что-то не так', en: 'Something is wrong on my route' },
    texts: {
      ru: {
        title: () => 'Игрок сообщает о проблеме',
        body: ({ title }) => `На маршруте «${title}» что-то не так. Проверьте точки.`,
      },
      en: {
        title: () => 'A player reports a problem',
        body: ({ title }) => `Something is wrong on the route of “${title}”. Please check its points.`,
      },
    },
    channels: ['in_app', 'email'],
  },
  {
    kind: 'quests.order_moved',
    label: { ru: 'Мои заказы', en: 'My orders' },
    texts: {
      ru: {
        title: ({ number }) => `Заказ № ${number}`,
        body: (values) => `Заказ ${stateOf(values, 'ru')}.`,
      },
      en: {
        title: ({ number }) => `Order no. ${number}`,
        body: (values) => `The order ${stateOf(values, 'en')}.`,
      },
    },
    channels: ['in_app', 'email', 'push'],
  },
  {
    kind: 'quests.payout_decided',
    label: { ru: 'Выплаты автору', en: 'Author payouts' },
    texts: {
      ru: {
        title: () => 'Выплата',
        body: ({ paid }) => (paid === 1 ? 'Деньги отправлены.' : 'Выплату отклонили, сумма снова доступна.'),
      },
      en: {
        title: () => 'Payout',
        body: ({ paid }) =>
          paid === 1 ? 'The money is sent.' : 'It was declined; the sum is available again.',
      },
    },
    channels: ['in_app', 'email'],
  },
];
