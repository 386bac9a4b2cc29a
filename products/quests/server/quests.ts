import type { PersonalData } from '#platform/server/privacy';
import { createInvalidation, type Invalidation } from './caching/invalidation.ts';
import { type CatalogueRoom, createCatalogueRoom } from './catalogue/room.ts';
import { createDictionaries, type Dictionaries } from './dictionaries/dictionaries.ts';
import { createPictures, type Pictures } from './pictures/pictures.ts';
import { createPlayers, type PlayersRoom } from './players/players.ts';
import { combinePersonalData } from './privacy.ts';
import type { QuestsContext } from './uses.ts';

/** The rooms of this product, seen from inside. Each room's own service stands here under its name. */
export interface QuestsService extends CatalogueRoom {
  readonly invalidation: Invalidation;
  readonly pictures: Pictures;
  readonly players: PlayersRoom;
  readonly dictionaries: Dictionaries;
  readonly personalData: PersonalData;
  prepare(): Promise<void>;
  close(): Promise<void>;
}

/** Builds the rooms in their order: each gets those before it. */
export function createQuests(context: QuestsContext): QuestsService {
  const invalidation = createInvalidation(context.database, context.cache);
  const pictures = createPictures(context);
  const players = createPlayers({ ...context, pictures });
  const dictionaries = createDictionaries({ ...context, invalidation });
  const room = createCatalogueRoom(context, { invalidation, pictures, players, dictionaries });
  // Then friends (nothing but the context), shop (takes catalogue; gives Ownership), play (takes catalogue, ownership,
  // friends; gives PlayRecords), people (takes all of them), and `mine` (see catalogue/mine.ts).
  return {
    ...room,
    invalidation,
    pictures,
    players,
    dictionaries,
    personalData: combinePersonalData({ quests: room.authorData }),
    prepare: () => invalidation.start(),
    async close() {
      await room.views.settled();
      await invalidation.stop();
    },
  };
}
