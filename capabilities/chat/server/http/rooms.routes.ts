import { Refusal } from '#base/refusal';
import type { ServeDoor } from '#platform/server/modules';
import * as contract from '../../contract/index.ts';
import { isOperator } from '../rooms/entrance.ts';
import type { ChatService } from '../service.ts';

type Door = ServeDoor<ChatService>;

/** Rooms as a whole. */
export function serveRooms({ mount, service: { rooms, views, entrance } }: Door): void {
  mount(contract.listRooms, async ({ caller, query }) => {
    const support = query.support ?? false;
    if (support && !isOperator(caller))
      throw new Refusal('forbidden', 'chat.not_operator', 'Only operators see the rooms of everybody.');
    const { limit = 20, cursor } = query;
    const { items, nextCursor } = await views.rooms(caller.userId, { limit, cursor, support });
    return { items: [...items], next_cursor: nextCursor };
  });

  mount(contract.openRoom, async ({ caller, body }, reply) => {
    const { userId } = caller;
    const { id, isNew } =
      body.kind === 'direct'
        ? await rooms.openDirect(userId, body.user_id)
        : body.kind === 'group'
          ? await rooms.openGroup(userId, body.title, body.member_ids)
          : await rooms.openSupport(userId);
    if (!isNew) reply.status(200);
    return views.room(id, userId);
  });

  mount(contract.getRoom, async ({ caller, params }) => {
    await entrance.enter(params.id, caller);
    return views.room(params.id, caller.userId);
  });

  mount(contract.renameRoom, async ({ caller, params, body }) => {
    await rooms.rename(caller, params.id, body.title);
    return views.room(params.id, caller.userId);
  });

  mount(contract.muteRoom, ({ caller, params }) => rooms.mute(caller, params.id, true));
  mount(contract.unmuteRoom, ({ caller, params }) => rooms.mute(caller, params.id, false));
}

/** Who is in them. */
export function serveMembers({ mount, service: { rooms } }: Door): void {
  mount(contract.addMember, ({ caller, params }) => rooms.add(caller, params.id, params.user_id));
  mount(contract.removeMember, ({ caller, params }) => rooms.remove(caller, params.id, params.user_id));
}

/** Whom one does not want to hear from. */
export function serveBlocks({ mount, service: { blocks } }: Door): void {
  mount(contract.listBlocks, async ({ caller, query }) => {
    const { limit = 20, cursor } = query;
    const { items, nextCursor } = await blocks.list(caller.userId, { limit, cursor });
    return {
      items: items.map(({ id, displayName, createdAt }) => ({
        person: { id, display_name: displayName },
        created_at: createdAt.toISOString(),
      })),
      next_cursor: nextCursor,
    };
  });
  mount(contract.blockPerson, ({ caller, params }) => blocks.block(caller.userId, params.user_id));
  mount(contract.unblockPerson, ({ caller, params }) => blocks.unblock(caller.userId, params.user_id));
}
