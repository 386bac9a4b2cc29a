import type { Listed, Provider } from '../provider.ts';
import { createYooKassaClient, type YooKassaOptions } from './client.ts';
import {
  moneyOf,
  observationOf,
  readPayment,
  readPayments,
  readReceipt,
  readRefund,
  readRefunds,
  referenceOf,
  refundObservationOf,
  wireAmount,
  wireReceipt,
} from './wire.rules.ts';

const pageLimit = 100;

/** YooKassa API v3: one-stage payments for SBP, two-stage ones for cards, receipts sent by YooKassa. */
export function createYooKassa(options: YooKassaOptions): Provider {
  const client = createYooKassaClient(options);
  const path = (id: string) => encodeURIComponent(id);

  async function all<Item>(
    resource: string,
    from: Date,
    until: Date,
    read: (value: unknown) => { readonly items: readonly Item[]; readonly next_cursor?: string },
  ): Promise<readonly Item[]> {
    const items: Item[] = [];
    let cursor: string | undefined;
    do {
      const query = new URLSearchParams({
        'created_at.gte': from.toISOString(),
        'created_at.lt': until.toISOString(),
        limit: String(pageLimit),
        ...(cursor === undefined ? {} : { cursor }),
      });
      const page = read(await client.get(`/${resource}?${query}`));
      items.push(...page.items);
      cursor = page.next_cursor;
    } while (cursor !== undefined);
    return items;
  }

  return {
    name: 'yookassa',
    // Only a hold can be cancelled; an unpaid payment lapses by itself within the hour.
    cancelsPending: false,
    needsEmail: true,
    async create(key, { reference, amount, flow, method, description, returnPath, receipt }) {
      const body = {
        amount: wireAmount(amount),
        capture: flow === 'charge',
        // SBP cannot reserve: where a hold is wanted, cards are the only choice.
        ...(method === null && flow === 'charge'
          ? {}
          : { payment_method_data: { type: method ?? 'bank_card' } }),
        confirmation: { type: 'redirect', return_url: `${options.publicUrl}${returnPath}` },
        description,
        metadata: { reference },
        receipt: wireReceipt(receipt, 'full_prepayment'),
      };
      return observationOf(readPayment(await client.post('/payments', key, body)));
    },
    async payment(id) {
      const object = await client.get(`/payments/${path(id)}`);
      return object === undefined ? undefined : observationOf(readPayment(object));
    },
    async capture(key, id, amount, receipt) {
      const body = {
        amount: wireAmount(amount),
        ...(receipt === null ? {} : { receipt: wireReceipt(receipt, 'full_prepayment') }),
      };
      return observationOf(readPayment(await client.post(`/payments/${path(id)}/capture`, key, body)));
    },
    async cancel(key, id) {
      return observationOf(readPayment(await client.post(`/payments/${path(id)}/cancel`, key, {})));
    },
    async refund(key, { reference, providerId, amount, description, receipt }) {
      const body = {
        payment_id: providerId,
        amount: wireAmount(amount),
        description,
        metadata: { reference },
        ...(receipt === null ? {} : { receipt: wireReceipt(receipt, 'full_prepayment') }),
      };
      return refundObservationOf(readRefund(await client.post('/refunds', key, body)));
    },
    async refundOf(id) {
      const object = await client.get(`/refunds/${path(id)}`);
      return object === undefined ? undefined : refundObservationOf(readRefund(object));
    },
    async settle(key, providerId, amount, receipt) {
      const body = {
        type: 'payment',
        payment_id: providerId,
        ...wireReceipt(receipt, 'full_payment'),
        send: true,
        settlements: [{ type: 'prepayment', amount: wireAmount(amount) }],
      };
      return readReceipt(await client.post('/receipts', key, body)).id;
    },
    async locate(objectId) {
      const object = await client.get(`/payments/${path(objectId)}`);
      if (object === undefined) return undefined;
      const { id, metadata } = readPayment(object);
      return { providerId: id, reference: referenceOf(metadata) };
    },
    async listPayments(from, until) {
      const items = await all('payments', from, until, readPayments);
      return items.map((object): Listed => {
        const { providerId, status, amount } = observationOf(object);
        return { providerId, status, amount, reference: referenceOf(object.metadata) };
      });
    },
    async listRefunds(from, until) {
      const items = await all('refunds', from, until, readRefunds);
      return items.map(
        (object): Listed => ({
          providerId: object.id,
          status: object.status,
          amount: moneyOf(object.amount),
          reference: referenceOf(object.metadata),
        }),
      );
    },
  };
}
