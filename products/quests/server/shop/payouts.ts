import { newId } from '#base/ids';
import { type Page, pageOf } from '#base/page';
import { Refusal } from '#base/refusal';
import type { Clock } from '#base/time';
import type { Identity } from '#capabilities/identity/server';
import type { Ledger } from '#capabilities/payments/server';
import type { Database, Tx } from '#platform/server/database';
import type { Events } from '#platform/server/events';
import type { Caller } from '#platform/server/http';
import { PayoutDecided } from '../../contract/index.ts';
import { decodeId } from '../catalogue/cursor.rules.ts';
import {
  findPayouts,
  insertPayout,
  lockPayout,
  type PayoutRow,
  settlePayout,
  sumPayouts,
} from './payout.store.ts';

export type { PayoutRow } from './payout.store.ts';

export interface EarningsView {
  readonly payable: number;
  readonly paidOut: number;
  readonly pending: number;
}

/** What authors earned, and how they get it. */
export interface Payouts {
  earnings(authorId: string): Promise<EarningsView>;
  request(authorId: string, amount: number): Promise<PayoutRow>;
  /** By an operator, after the money was sent (or not); audited. */
  decide(caller: Caller, payoutId: string, paid: boolean, note: string | undefined): Promise<PayoutRow>;
  list(filter: {
    readonly authorId?: string | undefined;
    readonly state?: PayoutRow['state'] | undefined;
    readonly limit: number;
    readonly cursor: string | undefined;
  }): Promise<Page<PayoutRow>>;
}

export interface PayoutsNeeds {
  readonly database: Database;
  readonly clock: Clock;
  readonly events: Events;
  readonly identity: Identity;
  readonly ledger: Ledger;
  /** Minor units. */
  readonly minimum: number;
}

const currency = 'RUB';

export function createPayouts({ database, clock, events, identity, ledger, minimum }: PayoutsNeeds): Payouts {
  const payable = (authorId: string) => `author:${authorId}:payable`;
  const waiting = (authorId: string) => `author:${authorId}:payout`;

  async function move(tx: Tx, payout: PayoutRow, kind: string, from: string, to: string): Promise<void> {
    const { id, amount } = payout;
    await ledger.post(tx, {
      key: `${kind}:${id}`,
      kind,
      currency,
      subjectId: id,
      legs: [
        { account: from, amount: -amount },
        { account: to, amount },
      ],
    });
  }

  return {
    async earnings(authorId) {
      const [balance, sums] = await Promise.all([
        ledger.balance(database, payable(authorId), currency),
        sumPayouts(database, authorId),
      ]);
      return { payable: Math.max(0, balance), ...sums };
    },
    request: (authorId, amount) =>
      database.transaction(async (tx) => {
        if (amount < minimum)
          throw new Refusal(
            'conflict',
            'quests.payout_below_minimum',
            'The sum is below the smallest payout.',
            { minimum },
          );
        const now = clock();
        const payout: PayoutRow = {
          id: newId(now.getTime()),
          author_id: authorId,
          amount,
          currency,
          state: 'requested',
          note: null,
          created_at: now,
          decided_at: null,
        };
        await insertPayout(tx, payout);
        await move(tx, payout, 'quests.payout_requested', payable(authorId), waiting(authorId));
        // The posting holds the account's row: no other request can pass between it and this look.
        if ((await ledger.balance(tx, payable(authorId), currency)) < 0)
          throw new Refusal('conflict', 'payments.insufficient_funds', 'There is not that much to pay out.');
        return payout;
      }),
    decide: (caller, payoutId, paid, note) =>
      database.transaction(async (tx) => {
        const payout = await lockPayout(tx, payoutId);
        if (payout === undefined)
          throw new Refusal('not_found', 'quests.payout_not_found', 'There is no such payout.');
        const state = paid ? 'paid' : 'rejected';
        if (payout.state === state) return payout;
        if (payout.state !== 'requested')
          throw new Refusal('conflict', 'quests.payout_settled', 'The payout was decided already.');
        const settled: PayoutRow = { ...payout, state, note: note ?? null, decided_at: clock() };
        await settlePayout(tx, settled);
        const target = paid ? 'platform:cash' : payable(payout.author_id);
        await move(tx, payout, `quests.payout_${state}`, waiting(payout.author_id), target);
        await events.emit(tx, PayoutDecided, { payout_id: payoutId, author_id: payout.author_id, paid });
        const details = { amount: payout.amount, paid };
        await identity.audit(tx, {
          action: 'quests.payout_decided',
          actorId: caller.userId,
          subjectId: payoutId,
          details,
        });
        return settled;
      }),
    async list({ cursor, limit, ...filter }) {
      const rows = await findPayouts(database, { ...filter, before: decodeId(cursor), limit: limit + 1 });
      return pageOf(rows, limit, ({ id }) => id);
    },
  };
}
