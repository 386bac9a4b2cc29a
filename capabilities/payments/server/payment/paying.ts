import { Refusal } from '#base/refusal';
import type { Database } from '#platform/server/database';
import type { Caller } from '#platform/server/http';
import type { ReadExtensions } from '#platform/server/modules';
import { type PaymentMethod, type Payments, type PaymentView, payablePoint } from '../index.ts';

export interface PayingRequest {
  readonly purpose: string;
  readonly subjectId: string;
  readonly method: PaymentMethod | undefined;
  readonly receiptEmail: string | undefined;
}

/** Pays for whatever a product offers to be paid: quote, prepare, submit. */
export function createPaying(database: Database, payments: Payments, filled: ReadExtensions) {
  return async (request: PayingRequest, caller: Caller): Promise<PaymentView> => {
    const { purpose, subjectId, method, receiptEmail } = request;
    const payable = filled(payablePoint).find((one) => one.purpose === purpose);
    if (payable === undefined) {
      throw new Refusal('invalid', 'payments.purpose_unknown', 'Nothing of this kind can be paid for here.', {
        errors: [{ pointer: '/body/purpose', message: 'is not something to pay for' }],
      });
    }
    const quote = await payable.quote(subjectId, caller);
    const id = await database.transaction((tx) =>
      payments.prepare(tx, {
        ...quote,
        purpose,
        subjectId,
        payerId: caller.userId,
        ...(method === undefined ? {} : { method }),
        ...(receiptEmail === undefined ? {} : { receiptEmail }),
      }),
    );
    return payments.submit(id);
  };
}
