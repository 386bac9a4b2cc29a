import { isId, newId } from '#base/ids';
import { Refusal } from '#base/refusal';
import { type Clock, day, hour } from '#base/time';
import type { Database } from '#platform/server/database';
import type { Observation, RefundObservation } from '../../payment/payment-types.ts';
import { type Provider, ProviderRefused } from '../provider.ts';
import { testCards } from './cards.rules.ts';
import {
  insertSandboxPayment,
  insertSandboxRefund,
  moveSandboxPayment,
  readSandboxPayment,
  readSandboxRefund,
  type SandboxRefundRow,
  type SandboxRow,
  sandboxPaymentsBetween,
  sandboxRefundsBetween,
} from './sandbox.store.ts';

const confirmMs = hour;
const holdMs = 7 * day;

/** What a payer does on the sandbox's checkout page. */
export type SandboxAct =
  | { readonly action: 'pay'; readonly card: string | undefined }
  | { readonly action: 'decline'; readonly reason: string };

/** The built-in provider: behaves like YooKassa, moves no money. Never in production. */
export interface Sandbox extends Provider {
  /** Refuses with `payments.payment_not_found`. */
  checkout(id: string): Promise<SandboxRow>;
  /** The payer's answer; a repeat after the end changes nothing. Answers the row as it is now. */
  act(id: string, act: SandboxAct): Promise<SandboxRow>;
}

export interface SandboxOptions {
  readonly database: Database;
  readonly clock: Clock;
  readonly publicUrl: string;
}

function refundSeen(row: SandboxRefundRow): RefundObservation {
  return {
    providerId: row.id,
    status: 'succeeded',
    amount: { amount: row.amount, currency: row.currency },
    reason: null,
    createdAt: row.created_at.toISOString(),
  };
}

export function createSandbox({ database, clock, publicUrl }: SandboxOptions): Sandbox {
  function seen(row: SandboxRow): Observation {
    return {
      providerId: row.id,
      status: row.status,
      amount: {
        amount: row.status === 'succeeded' ? row.captured : row.amount,
        currency: row.currency,
      },
      confirmationUrl: row.status === 'pending' ? `${publicUrl}/app/pay/sandbox/${row.id}` : null,
      expiresAt: row.status === 'held' ? (row.expires_at?.toISOString() ?? null) : null,
      reason: row.reason,
      createdAt: row.created_at.toISOString(),
    };
  }

  async function find(id: string): Promise<SandboxRow | undefined> {
    return isId(id) ? readSandboxPayment(database, id, clock()) : undefined;
  }

  async function checkout(id: string): Promise<SandboxRow> {
    const row = await find(id);
    if (row === undefined) {
      throw new Refusal('not_found', 'payments.payment_not_found', 'There is no such payment.');
    }
    return row;
  }

  async function move(
    id: string,
    from: SandboxRow['status'],
    to: Partial<Pick<SandboxRow, 'captured' | 'reason' | 'expires_at' | 'method'>> & {
      readonly status: SandboxRow['status'];
    },
  ): Promise<SandboxRow | undefined> {
    const next = { captured: 0, reason: null, expires_at: null, method: null, ...to };
    return database.transaction((tx) => moveSandboxPayment(tx, id, from, next));
  }

  return {
    name: 'sandbox',
    cancelsPending: true,
    needsEmail: false,
    checkout,
    async act(id, act) {
      const row = await checkout(id);
      if (row.status !== 'pending') return row;
      const method = row.method ?? 'bank_card';
      const declined = act.action === 'decline' ? act.reason : (testCards[act.card ?? ''] ?? null);
      if (declined !== null) {
        return (await move(id, 'pending', { status: 'canceled', reason: declined, method })) ?? checkout(id);
      }
      const paid = row.two_stage
        ? { status: 'held' as const, expires_at: new Date(clock().getTime() + holdMs), method }
        : { status: 'succeeded' as const, captured: row.amount, method };
      return (await move(id, 'pending', paid)) ?? checkout(id);
    },
    async create(key, { reference, amount, flow, method, description, returnPath }) {
      const now = clock();
      const row = await database.transaction((tx) =>
        insertSandboxPayment(tx, key, {
          id: newId(now.getTime()),
          reference,
          amount: amount.amount,
          currency: amount.currency,
          two_stage: flow === 'hold',
          method,
          description,
          return_path: returnPath,
          expires_at: new Date(now.getTime() + confirmMs),
          created_at: now,
        }),
      );
      if (row === undefined) throw new ProviderRefused('invalid_request');
      return seen((await find(row.id)) ?? row);
    },
    async payment(id) {
      const row = await find(id);
      return row === undefined ? undefined : seen(row);
    },
    async capture(_key, id, { amount }) {
      const row = await checkout(id);
      if (row.status === 'succeeded' && row.captured === amount) return seen(row);
      const moved = await move(id, 'held', { status: 'succeeded', captured: amount });
      if (moved === undefined) throw new ProviderRefused('invalid_request');
      return seen(moved);
    },
    async cancel(_key, id) {
      const row = await checkout(id);
      if (row.status === 'canceled') return seen(row);
      const to = { status: 'canceled' as const, reason: 'canceled_by_merchant' };
      const moved = (await move(id, 'held', to)) ?? (await move(id, 'pending', to));
      if (moved === undefined) throw new ProviderRefused('invalid_request');
      return seen(moved);
    },
    async refund(key, { reference, providerId, amount }) {
      const row = await database.transaction((tx) =>
        insertSandboxRefund(tx, key, {
          id: newId(clock().getTime()),
          payment_id: providerId,
          reference,
          amount: amount.amount,
          created_at: clock(),
        }),
      );
      if (row === undefined) throw new ProviderRefused('invalid_request');
      return refundSeen(row);
    },
    async refundOf(id) {
      const row = await readSandboxRefund(database, id);
      return row === undefined ? undefined : refundSeen(row);
    },
    settle: async (key) => `sandbox-${key.slice(0, 31)}`,
    async locate(id) {
      const row = await find(id);
      return row === undefined ? undefined : { providerId: row.id, reference: row.reference };
    },
    async listPayments(from, until) {
      const rows = await sandboxPaymentsBetween(database, from, until);
      return rows.map((row) => {
        const { providerId, status, amount } = seen(row);
        return { providerId, status, amount, reference: row.reference };
      });
    },
    async listRefunds(from, until) {
      const rows = await sandboxRefundsBetween(database, from, until);
      return rows.map((row) => {
        const { providerId, status, amount } = refundSeen(row);
        return { providerId, status, amount, reference: row.reference };
      });
    },
  };
}
