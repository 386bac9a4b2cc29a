import type { Money } from '#base/money';
import { defineRef } from '#base/ref';
import { Refusal } from '#base/refusal';
import { type Database, sql } from '#platform/server/database';
import { defineModule, fill, type Module } from '#platform/server/modules';
import { startTestApp, type TestApp, type TestAppOptions } from '#platform/testing';
import { PaymentChanged, RefundSettled } from '../contract/index.ts';
import { type NewPayment, payablePoint, paymentsRef, type Quote } from '../server/index.ts';
import type { PaymentsService } from '../server/service.ts';

/** What a product of the tests hears and sells. */
export interface Shop {
  /** Subject → what it costs and whose it is. */
  readonly goods: Map<string, Quote & { readonly buyerId: string }>;
  readonly heard: { readonly event: string; readonly paymentId: string; readonly status: string }[];
}

const shopRef = defineRef<Shop>('shop');

/** A product as small as one can be, fresh for every application. */
function createShopModule() {
  return defineModule({
    name: 'shop',
    provides: shopRef,
    uses: { payments: paymentsRef },
    create: (): Shop => ({ goods: new Map(), heard: [] }),
    fills: ({ goods }) => [
      fill(payablePoint, {
        purpose: 'shop.order',
        async quote(subjectId, caller) {
          const found = goods.get(subjectId);
          if (found === undefined || found.buyerId !== caller.userId) {
            throw new Refusal('not_found', 'shop.order_not_found', 'There is no such order.');
          }
          return found;
        },
      }),
    ],
    listen: async () => ({
      listen({ on, service }) {
        on(PaymentChanged, 'shop.payments', async ({ payload }) => {
          service.heard.push({ event: 'changed', paymentId: payload.payment_id, status: payload.status });
        });
        on(RefundSettled, 'shop.refunds', async ({ payload }) => {
          const status = payload.full ? 'full' : 'part';
          service.heard.push({ event: 'refunded', paymentId: payload.payment_id, status });
        });
      },
    }),
  });
}

export interface PaymentsApp extends TestApp {
  readonly payments: PaymentsService;
  readonly shop: Shop;
}

/** Starts the given modules (identity and payments) together with the shop. */
export async function startPaymentsApp(
  modules: readonly Module[],
  options: Omit<TestAppOptions, 'modules'> = {},
): Promise<PaymentsApp> {
  const test = await startTestApp({ ...options, modules: [...modules, createShopModule()] });
  return {
    ...test,
    payments: test.app.service(defineRef<PaymentsService>(paymentsRef.id)),
    shop: test.app.service(shopRef),
  };
}

export function rub(amount: number): Money {
  return { amount, currency: 'RUB' };
}

export function quoteOf(amount: number, flow: Quote['flow'] = 'charge'): Quote {
  return {
    amount: rub(amount),
    flow,
    description: 'Заказ',
    lines: [{ description: 'Услуга', quantity: 1, unitPrice: rub(amount), vatCode: 1, subject: 'service' }],
    returnPath: '/app/orders',
  };
}

export function newPayment(
  ids: { readonly subjectId: string; readonly payerId: string },
  amount: number,
  flow: Quote['flow'] = 'charge',
): NewPayment {
  return { ...quoteOf(amount, flow), ...ids, purpose: 'shop.order' };
}

/** Everything the projections say, in order. */
export async function projections(database: Database): Promise<unknown> {
  return {
    payments: await database.rows(sql`SELECT * FROM payments.payment ORDER BY id`),
    refunds: await database.rows(sql`SELECT * FROM payments.refund ORDER BY id`),
  };
}
