import type { Catalogue, Players } from '../rooms.ts';
import { findOrder } from '../shop/order.store.ts';
import type { QuestsContext } from '../uses.ts';

/** Tells people what happened; `key` is the delivery's id, so that a redelivery tells nobody twice. */
export interface Tell {
  friendRequested(userId: string, fromId: string, key: string): Promise<void>;
  friendAccepted(userId: string, byId: string, key: string): Promise<void>;
  reviewWritten(authorId: string, questId: string, stars: number, key: string): Promise<void>;
  questReported(authorId: string, questId: string, key: string): Promise<void>;
  orderMoved(userId: string, orderId: string, state: string, key: string): Promise<void>;
  payoutDecided(authorId: string, paid: boolean, key: string): Promise<void>;
}

export function createTell(
  { database, notifications }: Pick<QuestsContext, 'database' | 'notifications'>,
  { catalogue, players }: { readonly catalogue: Catalogue; readonly players: Players },
): Tell {
  async function notify(
    userId: string,
    kind: string,
    values: Readonly<Record<string, string | number>>,
    about: { readonly path: string; readonly key: string },
  ): Promise<void> {
    await database.transaction((tx) =>
      notifications.notify(tx, { kind, userId, values, path: about.path, key: `${about.key}:${userId}` }),
    );
  }

  const nameOf = async (userId: string) => (await players.briefs([userId])).get(userId)?.name;
  const titleOf = async (questId: string) => (await catalogue.brief(database, questId))?.title;

  return {
    async friendRequested(userId, fromId, key) {
      const name = await nameOf(fromId);
      if (name !== undefined)
        await notify(userId, 'quests.friend_requested', { name }, { path: '/app/friends', key });
    },
    async friendAccepted(userId, byId, key) {
      const name = await nameOf(byId);
      const path = `/app/players/${byId}`;
      if (name !== undefined) await notify(userId, 'quests.friend_accepted', { name }, { path, key });
    },
    async reviewWritten(authorId, questId, stars, key) {
      const title = await titleOf(questId);
      const path = `/app/quests/${questId}`;
      if (title !== undefined)
        await notify(authorId, 'quests.review_written', { title, stars }, { path, key });
    },
    async questReported(authorId, questId, key) {
      const title = await titleOf(questId);
      const path = `/app/studio/${questId}`;
      if (title !== undefined) await notify(authorId, 'quests.quest_reported', { title }, { path, key });
    },
    async orderMoved(userId, orderId, state, key) {
      const order = await findOrder(database, orderId);
      const path = `/app/orders/${orderId}`;
      if (order !== undefined)
        await notify(userId, 'quests.order_moved', { number: order.number, state }, { path, key });
    },
    payoutDecided: (authorId, paid, key) =>
      notify(
        authorId,
        'quests.payout_decided',
        { paid: paid ? 1 : 0 },
        { path: '/app/studio/earnings', key },
      ),
  };
}
