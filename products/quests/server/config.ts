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
  QUESTS_AUTHOR_SHARE_PERCENT: Type.Integer({
    default: 70,
    minimum: 0,
    maximum: 100,
    description: 'Part of a sale of a quest that goes to its author.',
  }),
  QUESTS_PAYOUT_MINIMUM: Type.Integer({
    default: 100_000,
    minimum: 1,
    description: 'The smallest payout an author may ask for, in kopecks.',
  }),
  QUESTS_REFUND_DAYS: Type.Integer({
    default: 7,
    minimum: 0,
    maximum: 365,
    description: 'For how many days a purchase can be given back.',
  }),
  QUESTS_REFUND_MAX_POINTS: Type.Integer({
    default: 3,
    minimum: 0,
    maximum: 60,
    description: 'After more points than this were passed a quest cannot be given back.',
  }),
  QUESTS_VAT_CODE: Type.Integer({
    default: 1,
    minimum: 1,
    maximum: 12,
    description: 'VAT code of quests on receipts (54-FZ): 1 without VAT, 11 for 22 %.',
  }),
  QUESTS_POSITION_RETENTION_DAYS: Type.Integer({
    default: 30,
    minimum: 1,
    maximum: 365,
    description: 'How long positions of check-ins are kept.',
  }),
  QUESTS_MAP_STYLE_URL: Type.Optional(
    Type.String({
      pattern: '^https?://',
      description: 'MapLibre style drawn under the quests; unset, the built-in map.',
    }),
  ),
  QUESTS_MAP_ORIGINS: Type.Optional(
    Type.String({
      pattern: '^https?://[^/\\s,]+(,https?://[^/\\s,]+)*$',
      description:
        'Origins the configured map loads tiles, glyphs and sprites from, besides that of its style; a comma list.',
    }),
  ),
  QUESTS_MAP_ATTRIBUTION: Type.Optional(
    Type.String({ description: 'Whom the configured map is owed to, as plain text.' }),
  ),
});

export type QuestsConfig = Static<typeof QuestsConfig>;
