import type { Page } from '#base/page';
import type { Invalidation } from '../caching/invalidation.ts';
import { decodeId } from '../catalogue/cursor.rules.ts';
import type { PlayerBrief, PlayersRoom } from '../players/players.ts';
import type { Catalogue, PlayRecords } from '../rooms.ts';
import type { QuestsContext } from '../uses.ts';
import { findBlocksAround } from './friend.store.ts';
import type { FriendsRoom } from './friends.ts';
import { createMarks, type Marks } from './marks.ts';
import { createProfiles, type Profiles } from './profiles.ts';
import { createReviews, type Reviews } from './reviews.ts';

/** The room of players: who they are to each other, and what they say about quests. */
export interface People {
  readonly friends: FriendsRoom;
  readonly profiles: Profiles;
  readonly reviews: Reviews;
  readonly marks: Marks;
  /** Players by name, without those with whom there is a block. */
  find(
    userId: string,
    text: string,
    page: { readonly limit: number; readonly cursor: string | undefined },
  ): Promise<Page<PlayerBrief>>;
}

export interface PeopleNeeds {
  readonly players: PlayersRoom;
  readonly invalidation: Invalidation;
  readonly catalogue: Catalogue;
  readonly records: PlayRecords;
  readonly friends: FriendsRoom;
}

export function createPeople(context: QuestsContext, needs: PeopleNeeds): People {
  const { database, identity } = context;
  return {
    friends: needs.friends,
    profiles: createProfiles({ ...context, ...needs }),
    reviews: createReviews({ ...context, ...needs }),
    marks: createMarks({ ...context, ...needs }),
    async find(userId, text, { limit, cursor }) {
      const found = await identity.findPeople(text, { limit: limit + 1, after: decodeId(cursor) });
      const blocked = await findBlocksAround(database, userId);
      const page = found.slice(0, limit);
      const shown = page.map(({ id }) => id).filter((id) => id !== userId && !blocked.has(id));
      const briefs = await needs.players.briefs(shown);
      return {
        items: shown.flatMap((id) => briefs.get(id) ?? []),
        nextCursor: found.length > limit ? (page.at(-1)?.id ?? null) : null,
      };
    },
  };
}
