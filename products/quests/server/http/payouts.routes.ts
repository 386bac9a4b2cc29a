import type { ServeDoor } from '#platform/server/modules';
import * as contract from '../../contract/index.ts';
import type { QuestsService } from '../quests.ts';
import type { PayoutRow } from '../shop/payouts.ts';

const someone = (id: string) => ({ id, name: '', avatar: null });

/** What authors earned. */
export function mountPayouts({
  mount,
  service: { shop, players, settings },
}: ServeDoor<QuestsService>): void {
  async function present(rows: readonly PayoutRow[]): Promise<contract.Payout[]> {
    const authors = await players.briefs(rows.map(({ author_id }) => author_id));
    return rows.map(({ author_id, created_at, decided_at, ...row }) => ({
      ...row,
      author: authors.get(author_id) ?? someone(author_id),
      created_at: created_at.toISOString(),
      decided_at: decided_at?.toISOString() ?? null,
    }));
  }

  async function presentOne(row: PayoutRow): Promise<contract.Payout> {
    const [payout] = await present([row]);
    if (payout === undefined) throw new Error('One row presents as one payout.');
    return payout;
  }

  mount(contract.getEarnings, async ({ caller }) => {
    const { payable, paidOut, pending } = await shop.payouts.earnings(caller.userId);
    return {
      payable,
      paid_out: paidOut,
      pending,
      currency: 'RUB',
      share: settings.QUESTS_AUTHOR_SHARE_PERCENT / 100,
      minimum: settings.QUESTS_PAYOUT_MINIMUM,
    };
  });
  mount(contract.listMyPayouts, async ({ caller, query }) => {
    const page = await shop.payouts.list({
      authorId: caller.userId,
      limit: query.limit ?? 20,
      cursor: query.cursor,
    });
    return { items: await present(page.items), next_cursor: page.nextCursor };
  });
  mount(contract.requestPayout, async ({ caller, body }) =>
    presentOne(await shop.payouts.request(caller.userId, body.amount)),
  );
  mount(contract.listPayouts, async ({ query }) => {
    const page = await shop.payouts.list({
      state: query.state,
      limit: query.limit ?? 20,
      cursor: query.cursor,
    });
    return { items: await present(page.items), next_cursor: page.nextCursor };
  });
  mount(contract.decidePayout, async ({ caller, params, body }) =>
    presentOne(await shop.payouts.decide(caller, params.id, body.paid, body.note)),
  );
}
