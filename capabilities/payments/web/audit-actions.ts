import type { Localized } from '#platform/web';

/** What this module writes into the audit log. */
export const paymentsActions: Readonly<Record<string, Localized>> = {
  'payments.credits_adjusted': { ru: 'правка бонусов', en: 'credits adjusted' },
  'payments.payment_canceled': { ru: 'отмена платежа', en: 'payment cancelled' },
  'payments.payment_captured': { ru: 'списание платежа', en: 'payment captured' },
  'payments.payment_refunded': { ru: 'возврат платежа', en: 'payment refunded' },
};
