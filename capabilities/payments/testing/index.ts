export {
  newPayment,
  type PaymentsApp,
  projections,
  quoteOf,
  rub,
  type Shop,
  startPaymentsApp,
} from './shop.ts';
export { type StripeDouble, startStripeDouble } from './stripe-double.ts';
export { type ApiFault, startYooKassaDouble, type YooKassaDouble } from './yookassa/double.ts';
export type { NotificationFault } from './yookassa/notifications.ts';
