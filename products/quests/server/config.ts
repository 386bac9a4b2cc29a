import { type Static, Type } from 'typebox';

/** Settings of the city quests. */
export const QuestsConfig = Type.Object({
  QUESTS_PAGE_CACHE_SECONDS: Type.Integer({
    default: 60,
    minimum: 0,
    maximum: 3_600,
    description:
      'How long a page of the quest catalogue may be answered from memory; 0 asks the database each time.',
  }),
  QUESTS_CARD_CACHE_SECONDS: Type.Integer({
    default: 600,
    minimum: 0,
    maximum: 86_400,
    description: 'How long quest cards, players, pictures and dictionaries are kept in memory.',
  }),
});

export type QuestsConfig = Static<typeof QuestsConfig>;
