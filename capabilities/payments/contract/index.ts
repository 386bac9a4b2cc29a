export { PaymentChanged, RefundSettled } from './events.ts';
export { Payment } from './fields.ts';
export {
  adjustCredits,
  LedgerAccount,
  LedgerEntry,
  listLedgerAccounts,
  listLedgerEntries,
} from './ledger.ts';
export {
  cancelPayment,
  capturePayment,
  getPaymentHistory,
  getReport,
  listAllPayments,
  listReports,
  OperatorPayment,
  PaymentEventEntry,
  PaymentRefund,
  ReconciliationDifference,
  ReconciliationReport,
  refundPayment,
  runReconciliation,
} from './operations.ts';
export { createPayment, getPayment, listPayments } from './payments.ts';
export { actInSandbox, getSandboxCheckout, SandboxCheckout, SandboxDecline } from './sandbox.ts';
export { getWallet, WalletEntry } from './wallet.ts';
export { stripeWebhook, yookassaWebhook } from './webhooks.ts';
