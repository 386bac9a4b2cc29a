import type { Static } from 'typebox';
import type { PlayerBrief as PlayerBriefSchema } from '../../contract/index.ts';
import { createKeyedCache } from '../caching/keyed-cache.ts';
import type { Pictures } from '../pictures/pictures.ts';
import type { Players } from '../rooms.ts';
import type { QuestsContext } from '../uses.ts';
import { avatarsOf } from './player.store.ts';

export type PlayerBrief = Static<typeof PlayerBriefSchema>;

/** Players, with what a room that changes them needs. */
export interface PlayersRoom extends Players {
  /** The key to forget (see `Invalidation`) when the name or the avatar of a person changes. */
  cacheKey(userId: string): string;
}

type Dependencies = Pick<QuestsContext, 'database' | 'identity' | 'cache' | 'config'> & {
  readonly pictures: Pictures;
};

/** Names change in another module, which tells nobody: they may be old for this long. */
const namesLive = 60;

export function createPlayers({ database, identity, cache, config, pictures }: Dependencies): PlayersRoom {
  const briefs = createKeyedCache<PlayerBrief>({
    cache,
    prefix: 'player',
    ttlSeconds: Math.min(namesLive, config.QUESTS_CARD_CACHE_SECONDS),
    async load(userIds) {
      const [people, avatars] = await Promise.all([identity.people(userIds), avatarsOf(database, userIds)]);
      const shown = await pictures.many([...avatars.values()]);
      const avatarOf = (id: string) => shown.get(avatars.get(id) ?? '') ?? null;
      return new Map(
        [...people].map(([id, { displayName }]) => [id, { id, name: displayName, avatar: avatarOf(id) }]),
      );
    },
  });
  return { briefs: briefs.many, cacheKey: briefs.key };
}
