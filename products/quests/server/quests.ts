import { createInvalidation, type Invalidation } from './caching/invalidation.ts';
import { createCards } from './catalogue/cards.ts';
import { createCatalogue } from './catalogue/catalogue.ts';
import { createDictionaries, type Dictionaries } from './dictionaries/dictionaries.ts';
import { createPictures, type Pictures } from './pictures/pictures.ts';
import { createPlayers, type PlayersRoom } from './players/players.ts';
import type { Catalogue } from './rooms.ts';
import type { QuestsContext } from './uses.ts';

/** The rooms of this product, seen from inside. Each room's own service stands here under its name. */
export interface QuestsService {
  readonly invalidation: Invalidation;
  readonly pictures: Pictures;
  readonly players: PlayersRoom;
  readonly dictionaries: Dictionaries;
  readonly catalogue: Catalogue;
  prepare(): Promise<void>;
  close(): Promise<void>;
}

/** Builds the rooms in their order: each gets those before it. */
export function createQuests(context: QuestsContext): QuestsService {
  const invalidation = createInvalidation(context.database, context.cache);
  const pictures = createPictures(context);
  const players = createPlayers({ ...context, pictures });
  const dictionaries = createDictionaries(context);
  const cards = createCards({ ...context, dictionaries, pictures, players });
  const catalogue = createCatalogue({ ...context, cards, invalidation });
  // Next: people (takes players, catalogue), shop (takes catalogue; gives Ownership),
  // play (takes catalogue, ownership, friends; gives PlayRecords).
  return {
    invalidation,
    pictures,
    players,
    dictionaries,
    catalogue,
    prepare: () => invalidation.start(),
    close: () => invalidation.stop(),
  };
}
