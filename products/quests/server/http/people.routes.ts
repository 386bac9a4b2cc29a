import { Refusal } from '#base/refusal';
import type { ServeDoor } from '#platform/server/modules';
import * as contract from '../../contract/index.ts';
import type { FriendRow, RequestRow } from '../people/friends.ts';
import type { QuestsService } from '../quests.ts';

type Door = ServeDoor<QuestsService>;

const pageOf = ({ limit, cursor }: { limit?: number; cursor?: string }) => ({ limit: limit ?? 20, cursor });

/** Pages of players, friends and blocks. */
export function mountPeople({ mount, service }: Door): void {
  const { people, players } = service;

  mount(contract.findPlayers, async ({ caller, query }) => {
    const page = await people.find(caller.userId, query.q, pageOf(query));
    return { items: [...page.items], next_cursor: page.nextCursor };
  });
  mount(contract.getPlayer, ({ caller, params }) =>
    people.profiles.page(caller, params.id === 'me' ? caller.userId : params.id),
  );
  mount(contract.updatePlayer, ({ caller, body }) =>
    people.profiles.update(caller, {
      avatarFileId: body.avatar_file_id,
      about: body.about,
      instagram: body.instagram,
      city: body.city,
      private: body.private,
    }),
  );

  async function presentFriends(rows: readonly FriendRow[]) {
    const found = await players.briefs(rows.map(({ user_id }) => user_id));
    return rows.flatMap(({ user_id, since }) => {
      const player = found.get(user_id);
      return player === undefined ? [] : [{ ...player, since: since.toISOString() }];
    });
  }

  async function presentRequests(rows: readonly RequestRow[]): Promise<contract.FriendRequest[]> {
    const found = await players.briefs(rows.flatMap(({ from_id, to_id }) => [from_id, to_id]));
    return rows.flatMap(({ id, from_id, to_id, state, created_at }) => {
      const from = found.get(from_id);
      const to = found.get(to_id);
      return from === undefined || to === undefined
        ? []
        : [{ id, from, to, state, created_at: created_at.toISOString() }];
    });
  }

  async function presentRequest(row: RequestRow): Promise<contract.FriendRequest> {
    const [request] = await presentRequests([row]);
    if (request === undefined)
      throw new Refusal('not_found', 'quests.player_not_found', 'There is no such player.');
    return request;
  }

  mount(contract.listFriends, async ({ caller, query }) => {
    const page = await people.friends.list(caller.userId, pageOf(query));
    return { items: await presentFriends(page.items), next_cursor: page.nextCursor };
  });
  mount(contract.removeFriend, ({ caller, params }) => people.friends.remove(caller.userId, params.user_id));
  mount(contract.askFriend, async ({ caller, body }) =>
    presentRequest(await people.friends.ask(caller.userId, body.user_id)),
  );
  mount(contract.listFriendRequests, async ({ caller, query }) => {
    const page = await people.friends.requests(caller.userId, query.direction ?? 'incoming', pageOf(query));
    return { items: await presentRequests(page.items), next_cursor: page.nextCursor };
  });
  mount(contract.answerFriendRequest, async ({ caller, params, body }) =>
    presentRequest(await people.friends.answer(caller.userId, params.id, body.accept)),
  );
  mount(contract.cancelFriendRequest, ({ caller, params }) =>
    people.friends.takeBack(caller.userId, params.id),
  );
  mount(contract.blockPlayer, ({ caller, params }) => people.friends.block(caller.userId, params.user_id));
  mount(contract.unblockPlayer, ({ caller, params }) =>
    people.friends.unblock(caller.userId, params.user_id),
  );
  mount(contract.listBlocks, async ({ caller, query }) => {
    const page = await people.friends.blocks(caller.userId, pageOf(query));
    return { items: await presentFriends(page.items), next_cursor: page.nextCursor };
  });
}
