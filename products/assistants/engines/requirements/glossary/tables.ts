/** Words that usually name one thing in requirements to trade and accounting systems; the first is preferred. */
export const synonymGroups: readonly (readonly string[])[] = [
  ['контрагент', 'клиент', 'покупатель', 'заказчик'],
  ['номенклатура', 'товар', 'продукция'],
  ['сотрудник', 'работник'],
  ['оповещение', 'уведомление', 'извещение'],
  ['заявка', 'обращение'],
  ['склад', 'хранилище'],
  ['customer', 'client', 'buyer'],
  ['item', 'product', 'goods'],
  ['employee', 'worker'],
  ['notification', 'alert'],
];
