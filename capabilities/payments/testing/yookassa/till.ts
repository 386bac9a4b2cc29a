import {
  amountOf,
  kopecks,
  type WireAmount,
  WireError,
  type WirePayment,
  type WireReceipt,
  type WireRefund,
} from './objects.ts';
import { amountIn, itemsIn, metadataIn, objectOf, receiptIn, textOf } from './validation.ts';

type Json = Readonly<Record<string, unknown>>;
type Notify = (event: string, object: WirePayment | WireRefund) => void;

const confirmMs = 3_600_000;
const holdMs = 6 * 24 * 3_600_000;

/** What one shop has with the provider, and the rules by which it moves. */
export interface Till {
  readonly payments: ReadonlyMap<string, WirePayment>;
  readonly refunds: ReadonlyMap<string, WireRefund>;
  readonly receipts: WireReceipt[];
  /** Whether refunds settle at once; otherwise `tick` settles them. */
  instantRefunds: boolean;
  create(body: unknown): WirePayment;
  capture(id: string, body: unknown): WirePayment;
  cancel(id: string): WirePayment;
  refund(body: unknown): WireRefund;
  receipt(body: unknown): WireReceipt;
  /** The payer at the provider's page. */
  confirm(id: string, declined: string | undefined): WirePayment;
  /** Moves the clock and ends what time ends. */
  tick(ms: number): void;
}

export function createTill(baseUrl: () => string, notify: Notify): Till {
  const payments = new Map<string, WirePayment>();
  const refunds = new Map<string, WireRefund>();
  const receipts: WireReceipt[] = [];
  const twoStage = new Set<string>();
  const confirmBy = new Map<string, number>();
  let shift = 0;
  const now = () => Date.now() + shift;
  const iso = (at: number) => new Date(at).toISOString();
  const bad = (parameter: string) => new WireError(400, 'invalid_request', parameter);

  function find(id: string): WirePayment {
    const payment = payments.get(id);
    if (payment === undefined) throw new WireError(404, 'not_found');
    return payment;
  }

  function end(payment: WirePayment, reason: string, party: string): void {
    payment.status = 'canceled';
    payment.cancellation_details = { party, reason };
    delete payment.confirmation;
    delete payment.expires_at;
    notify('payment.canceled', payment);
  }

  function succeed(payment: WirePayment, amount: WireAmount): void {
    Object.assign(payment, { status: 'succeeded', paid: true, amount, captured_at: iso(now()) });
    payment.refundable = true;
    payment.receipt_registration = 'pending';
    delete payment.confirmation;
    delete payment.expires_at;
    notify('payment.succeeded', payment);
  }

  function refundedOf(id: string): number {
    return [...refunds.values()]
      .filter((refund) => refund.payment_id === id && refund.status !== 'canceled')
      .reduce((sum, { amount }) => sum + kopecks(amount), 0);
  }

  function settleRefund(refund: WireRefund): void {
    refund.status = 'succeeded';
    const payment = find(refund.payment_id);
    payment.refunded_amount = amountOf(refundedOf(payment.id), payment.amount.currency);
    notify('refund.succeeded', refund);
  }

  const till: Till = {
    payments,
    refunds,
    receipts,
    instantRefunds: true,
    create(body) {
      const json = objectOf(body, 'body');
      const amount = amountIn(json['amount']);
      receiptIn(json['receipt'], amount);
      const metadata = metadataIn(json['metadata']);
      const confirmation = objectOf(json['confirmation'], 'confirmation');
      const returnUrl = textOf(confirmation['return_url'], 'confirmation.return_url', 2_048);
      const data = json['payment_method_data'];
      const type = data === undefined ? 'bank_card' : objectOf(data, 'payment_method_data')['type'];
      if (type !== 'bank_card' && type !== 'sbp') throw bad('payment_method_data.type');
      const capture = json['capture'] === true;
      if (type === 'sbp' && !capture) throw bad('capture');
      const id = crypto.randomUUID();
      const payment: WirePayment = {
        id,
        status: 'pending',
        paid: false,
        amount,
        created_at: iso(now()),
        confirmation: {
          type: 'redirect',
          return_url: returnUrl,
          confirmation_url: `${baseUrl()}/confirm/${id}`,
        },
        payment_method: { type, id, saved: false },
        refundable: false,
        description: textOf(json['description'], 'description', 128),
        metadata,
        recipient: { account_id: '100500', gateway_id: '100700' },
        test: true,
      };
      payments.set(id, payment);
      if (!capture) twoStage.add(id);
      confirmBy.set(id, now() + confirmMs);
      return payment;
    },
    capture(id, body) {
      const payment = find(id);
      if (payment.status !== 'waiting_for_capture') throw bad('status');
      const json: Json = body === undefined ? {} : objectOf(body, 'body');
      const amount = json['amount'] === undefined ? payment.amount : amountIn(json['amount']);
      if (kopecks(amount) > kopecks(payment.amount)) throw bad('amount.value');
      if (json['receipt'] !== undefined) receiptIn(json['receipt'], amount);
      else if (kopecks(amount) !== kopecks(payment.amount)) throw bad('receipt');
      succeed(payment, amount);
      return payment;
    },
    cancel(id) {
      const payment = find(id);
      if (payment.status !== 'waiting_for_capture') throw bad('status');
      end(payment, 'canceled_by_merchant', 'merchant');
      return payment;
    },
    refund(body) {
      const json = objectOf(body, 'body');
      const payment = find(textOf(json['payment_id'], 'payment_id', 36));
      const amount = amountIn(json['amount']);
      if (payment.status !== 'succeeded') throw bad('payment_id');
      if (refundedOf(payment.id) + kopecks(amount) > kopecks(payment.amount)) throw bad('amount.value');
      if (kopecks(amount) < kopecks(payment.amount)) receiptIn(json['receipt'], amount);
      const refund: WireRefund = {
        id: crypto.randomUUID(),
        payment_id: payment.id,
        status: 'pending',
        amount,
        created_at: iso(now()),
        metadata: metadataIn(json['metadata']),
      };
      refunds.set(refund.id, refund);
      if (till.instantRefunds) settleRefund(refund);
      return refund;
    },
    receipt(body) {
      const json = objectOf(body, 'body');
      const payment = find(textOf(json['payment_id'], 'payment_id', 36));
      const [settlement] = Array.isArray(json['settlements']) ? json['settlements'] : [];
      const { type, amount } = objectOf(settlement, 'settlements');
      if (type !== 'prepayment' || json['send'] !== true) throw bad('settlements');
      const items = itemsIn(json, amountIn(amount, 'settlements.amount'));
      const receipt: WireReceipt = {
        id: `rt-${crypto.randomUUID()}`,
        type: 'payment',
        payment_id: payment.id,
        status: 'pending',
        items,
        settlements: [settlement],
      };
      receipts.push(receipt);
      return receipt;
    },
    confirm(id, declined) {
      const payment = find(id);
      if (payment.status !== 'pending') return payment;
      if (declined !== undefined) {
        end(payment, declined, declined === 'country_forbidden' ? 'yoo_money' : 'payment_network');
      } else if (twoStage.has(id)) {
        payment.status = 'waiting_for_capture';
        payment.paid = true;
        payment.expires_at = iso(now() + holdMs);
        delete payment.confirmation;
        notify('payment.waiting_for_capture', payment);
      } else succeed(payment, payment.amount);
      return payment;
    },
    tick(ms) {
      shift += ms;
      for (const payment of payments.values()) {
        const held = payment.expires_at;
        if (payment.status === 'pending' && (confirmBy.get(payment.id) ?? 0) <= now()) {
          end(payment, 'expired_on_confirmation', 'yoo_money');
        } else if (
          payment.status === 'waiting_for_capture' &&
          held !== undefined &&
          Date.parse(held) <= now()
        ) {
          end(payment, 'expired_on_capture', 'yoo_money');
        }
        if (payment.receipt_registration === 'pending') payment.receipt_registration = 'succeeded';
      }
      for (const refund of refunds.values()) if (refund.status === 'pending') settleRefund(refund);
      for (const receipt of receipts) receipt.status = 'succeeded';
    },
  };
  return till;
}
