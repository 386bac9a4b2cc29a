import { type Static, Type } from 'typebox';
import { defineRoute, Id, IdParams, Instant, Nullable, PageOf, pageQuery } from '#platform/contract';
import { MinorUnits, Payment, ProviderName, Purpose, Status } from './fields.ts';

const access = { permission: 'manage_payments' } as const;

export const OperatorPayment = Type.Object({
  ...Payment.properties,
  /** The provider spoke of another sum than ours; somebody must look. */
  mismatched: Type.Boolean(),
});
export type OperatorPayment = Static<typeof OperatorPayment>;

export const PaymentRefund = Type.Object({
  id: Id,
  amount: Type.Integer(),
  status: Type.Enum(['requested', 'pending', 'succeeded', 'canceled']),
  reason: Type.String(),
  created_at: Instant,
});
export type PaymentRefund = Static<typeof PaymentRefund>;

export const PaymentEventEntry = Type.Object({
  id: Id,
  version: Type.Integer(),
  kind: Type.String(),
  data: Type.Record(Type.String(), Type.Unknown()),
  at: Instant,
});
export type PaymentEventEntry = Static<typeof PaymentEventEntry>;

export const listAllPayments = defineRoute({
  method: 'GET',
  path: '/payments/admin/payments',
  name: 'payments.list_all_payments',
  summary: 'All payments, newest first',
  access,
  query: Type.Object({
    ...pageQuery,
    status: Type.Optional(Status),
    provider: Type.Optional(ProviderName),
    purpose: Type.Optional(Purpose),
    payer_id: Type.Optional(Id),
    from: Type.Optional(Instant),
    until: Type.Optional(Instant),
  }),
  reply: PageOf(OperatorPayment),
  refusals: ['payments.cursor_invalid'],
});

export const getPaymentHistory = defineRoute({
  method: 'GET',
  path: '/payments/admin/payments/:id/events',
  name: 'payments.get_payment_history',
  summary: 'A payment with its refunds and everything that happened to it',
  access,
  params: IdParams,
  reply: Type.Object({
    payment: OperatorPayment,
    refunds: Type.Array(PaymentRefund),
    events: Type.Array(PaymentEventEntry),
  }),
  refusals: ['payments.payment_not_found'],
});

const actRefusals = ['payments.payment_not_found', 'payments.provider_unavailable'];

export const refundPayment = defineRoute({
  method: 'POST',
  path: '/payments/admin/payments/:id/refund',
  name: 'payments.refund_payment',
  summary: 'Give money back; without an amount all that is left',
  access,
  params: IdParams,
  body: Type.Object(
    {
      amount: Type.Optional(MinorUnits),
      reason: Type.String({ minLength: 3, maxLength: 200 }),
      /** The same key refunds once; without one every request is a refund of its own. */
      key: Type.Optional(Type.String({ pattern: '^[A-Za-z0-9_.:-]{1,100}$' })),
    },
    { additionalProperties: false },
  ),
  reply: OperatorPayment,
  refusals: [
    ...actRefusals,
    'payments.not_refundable',
    'payments.refund_exceeds',
    'payments.refund_key_reused',
  ],
  idempotent: true,
});

export const capturePayment = defineRoute({
  method: 'POST',
  path: '/payments/admin/payments/:id/capture',
  name: 'payments.capture_payment',
  summary: 'Take a held sum, or a part of it',
  access,
  params: IdParams,
  body: Type.Object({ amount: Type.Optional(MinorUnits) }, { additionalProperties: false }),
  reply: OperatorPayment,
  refusals: [...actRefusals, 'payments.not_held', 'payments.capture_exceeds', 'payments.capture_differs'],
  idempotent: true,
});

export const cancelPayment = defineRoute({
  method: 'POST',
  path: '/payments/admin/payments/:id/cancel',
  name: 'payments.cancel_payment',
  summary: 'Let a hold or an unpaid payment go',
  access,
  params: IdParams,
  reply: OperatorPayment,
  refusals: [...actRefusals, 'payments.already_captured'],
  idempotent: true,
});

export const ReconciliationReport = Type.Object({
  id: Id,
  provider: ProviderName,
  /** The day compared, UTC. */
  day: Type.String({ format: 'date' }),
  payments_checked: Type.Integer(),
  refunds_checked: Type.Integer(),
  differences: Type.Integer(),
  finished_at: Instant,
});
export type ReconciliationReport = Static<typeof ReconciliationReport>;

export const ReconciliationDifference = Type.Object({
  id: Id,
  object: Type.Enum(['payment', 'refund']),
  kind: Type.Enum(['missing_here', 'missing_there', 'amount', 'status']),
  provider_id: Type.String(),
  payment_id: Nullable(Id),
  ours: Nullable(Type.String()),
  theirs: Nullable(Type.String()),
});
export type ReconciliationDifference = Static<typeof ReconciliationDifference>;

export const listReports = defineRoute({
  method: 'GET',
  path: '/payments/admin/reconciliation',
  name: 'payments.list_reports',
  summary: 'Reconciliation reports, newest day first',
  access,
  query: Type.Object({ ...pageQuery }),
  reply: PageOf(ReconciliationReport),
  refusals: ['payments.cursor_invalid'],
});

export const getReport = defineRoute({
  method: 'GET',
  path: '/payments/admin/reconciliation/:id',
  name: 'payments.get_report',
  summary: 'A reconciliation report with its differences',
  access,
  params: IdParams,
  query: Type.Object({ ...pageQuery }),
  reply: Type.Object({ report: ReconciliationReport, ...PageOf(ReconciliationDifference).properties }),
  refusals: ['payments.report_not_found', 'payments.cursor_invalid'],
});

export const runReconciliation = defineRoute({
  method: 'POST',
  path: '/payments/admin/reconciliation',
  name: 'payments.run_reconciliation',
  summary: 'Compare a day with the providers now',
  access,
  body: Type.Object({ day: Type.String({ format: 'date' }) }, { additionalProperties: false }),
  reply: Type.Object({ reports: Type.Array(ReconciliationReport) }),
  refusals: ['payments.provider_unavailable', 'payments.day_not_over'],
});
