import type { Localized } from '#platform/web';

/** What this product writes into the audit log. */
export const questsActions: Readonly<Record<string, Localized>> = {
  'quests.order_refunded': { ru: 'возврат по заказу', en: 'order refunded' },
  'quests.parcel_moved': { ru: 'движение посылки', en: 'parcel moved' },
  'quests.payout_decided': { ru: 'решение о выплате', en: 'payout decided' },
  'quests.session_repaired': { ru: 'исправление прогулки', en: 'session repaired' },
};
