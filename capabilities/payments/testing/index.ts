export {
  newPayment,
  type PaymentsApp,
  projections,
  quoteOf,
  rub,
  type Shop,
  startPaymentsApp,
} from './shop.ts';
