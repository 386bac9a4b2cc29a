import { Type } from 'typebox';
import { defineRoute, Id, IdParams, PageOf, pageQuery } from '#platform/contract';
import { Method, Payment, Purpose } from './fields.ts';

export const createPayment = defineRoute({
  method: 'POST',
  path: '/payments',
  name: 'payments.create_payment',
  summary: 'Pay for something; a live payment of the same thing is answered instead of a second one',
  access: 'signed-in',
  body: Type.Object(
    {
      purpose: Purpose,
      subject_id: Id,
      method: Type.Optional(Method),
      receipt_email: Type.Optional(
        Type.String({ maxLength: 254, pattern: '^[^\\s@]{1,64}@[^\\s@]+\\.[^\\s@.]{2,}$' }),
      ),
    },
    { additionalProperties: false },
  ),
  reply: Payment,
  status: 201,
  refusals: [
    'payments.purpose_unknown',
    'payments.method_cannot_hold',
    'payments.receipt_email_required',
    'payments.paid_by_another',
    'payments.provider_unavailable',
    'payments.not_configured',
    'payments.busy',
  ],
});

export const getPayment = defineRoute({
  method: 'GET',
  path: '/payments/:id',
  name: 'payments.get_payment',
  summary: 'One payment, for its payer and for operators',
  access: 'signed-in',
  params: IdParams,
  reply: Payment,
  refusals: ['payments.payment_not_found'],
});

export const listPayments = defineRoute({
  method: 'GET',
  path: '/payments/',
  name: 'payments.list_payments',
  summary: 'Your payments, newest first',
  access: 'signed-in',
  query: Type.Object({ ...pageQuery }),
  reply: PageOf(Payment),
  refusals: ['payments.cursor_invalid'],
});
