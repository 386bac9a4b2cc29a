import { type Static, Type } from 'typebox';
import { defineRoute, Id, IdParams, Instant, Nullable, PageOf, pageQuery } from '#platform/contract';
import { DictionaryEntry } from './dictionaries.ts';
import { Lat, Lng, OrderMode, Picture, Place, PlayerBrief, Price, QuestState } from './vocabulary.ts';

const open = { access: 'public', scope: 'quests:read' } as const;
const Word = Type.Pick(DictionaryEntry, ['id', 'code', 'name']);
const Code = Type.String({ pattern: '^[a-z0-9][a-z0-9-]{0,39}$' });

/** A quest in lists. */
export const QuestCard = Type.Object({
  id: Id,
  title: Type.String(),
  summary: Type.String(),
  city: Word,
  category: Word,
  difficulty: Type.Integer({ minimum: 1, maximum: 5 }),
  price: Price,
  duration_minutes: Type.Integer(),
  length_metres: Type.Integer(),
  languages: Type.Array(Type.String()),
  vehicle: Word,
  place: Nullable(Word),
  activities: Type.Array(Word),
  tools: Type.Array(Word),
  cover: Nullable(Picture),
  /** Where it begins. */
  start: Nullable(Place),
  point_count: Type.Integer(),
  rating: Type.Object({ average: Nullable(Type.Number()), count: Type.Integer() }),
  finished_count: Type.Integer(),
  state: QuestState,
  author: PlayerBrief,
  published_at: Nullable(Instant),
});
export type QuestCard = Static<typeof QuestCard>;

const Marks = Type.Array(Type.Tuple([Type.Integer(), Type.Integer()]));

export const FoundQuest = Type.Object({
  ...QuestCard.properties,
  /** Metres from `near`. */
  distance: Nullable(Type.Number()),
  /** Where the words of the search stand in title and excerpt, UTF-16 units. */
  highlight: Nullable(
    Type.Object({ title: Marks, excerpt: Nullable(Type.Object({ text: Type.String(), marks: Marks })) }),
  ),
});
export type FoundQuest = Static<typeof FoundQuest>;

/** A quest on its own page. */
export const QuestDetail = Type.Object({
  ...QuestCard.properties,
  description: Type.String(),
  accessibility: Type.String(),
  opening_hours: Type.String(),
  age_from: Nullable(Type.Integer()),
  order_mode: OrderMode,
  version: Type.Integer(),
  updated_at: Instant,
});
export type QuestDetail = Static<typeof QuestDetail>;

/** What the signed-in person has to do with a quest. */
export const MyQuest = Type.Object({
  quest: QuestDetail,
  is_author: Type.Boolean(),
  favourite: Type.Boolean(),
  /** Free, bought or their own: it may be started. */
  playable: Type.Boolean(),
  order_id: Nullable(Id),
  active_session_id: Nullable(Id),
  finished_session_id: Nullable(Id),
  review_id: Nullable(Id),
});
export type MyQuest = Static<typeof MyQuest>;

const Counted = Type.Array(Type.Object({ value: Type.String(), count: Type.Integer() }));

const filters = {
  q: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
  city: Type.Optional(Code),
  category: Type.Optional(Code),
  vehicle: Type.Optional(Code),
  place: Type.Optional(Code),
  activity: Type.Optional(Code),
  tool: Type.Optional(Code),
  language: Type.Optional(Type.String({ pattern: '^[a-z]{2}$' })),
  difficulty: Type.Optional(Type.Integer({ minimum: 1, maximum: 5 })),
  price_max: Type.Optional(Type.Integer({ minimum: 0, description: 'Minor units; 0 lists free ones' })),
  duration_max: Type.Optional(Type.Integer({ minimum: 1, description: 'Minutes' })),
  near_lat: Type.Optional(Lat),
  near_lng: Type.Optional(Lng),
  within: Type.Optional(Type.Integer({ minimum: 100, maximum: 100_000, description: 'Metres' })),
  author_id: Type.Optional(Id),
  sort: Type.Optional(Type.Enum(['popular', 'new', 'rating', 'price', 'distance'])),
};

const FoundQuests = Type.Object({
  ...PageOf(FoundQuest).properties,
  total: Type.Integer(),
  facets: Type.Record(Type.String(), Counted),
  corrected_to: Nullable(Type.String()),
});

export const listQuests = defineRoute({
  method: 'GET',
  path: '/v2/quests',
  name: 'quests.list_quests',
  summary: 'Published quests by words and filters, with counts per filter',
  ...open,
  query: Type.Object({ ...pageQuery, ...filters }),
  reply: FoundQuests,
});

export const suggestQuests = defineRoute({
  method: 'GET',
  path: '/v2/quests/suggest',
  name: 'quests.suggest_quests',
  summary: 'Completions for the search field',
  ...open,
  query: Type.Object({ q: Type.String({ minLength: 1, maxLength: 100 }) }),
  reply: Type.Object({ items: Type.Array(Type.String()) }),
});

export const questsOnMap = defineRoute({
  method: 'GET',
  path: '/v2/quests/map',
  name: 'quests.quests_on_map',
  summary: 'Where the published quests of a map view begin',
  ...open,
  query: Type.Object({ south: Lat, west: Lng, north: Lat, east: Lng }),
  reply: Type.Object({
    items: Type.Array(Type.Object({ id: Id, title: Type.String(), price: Price, start: Place })),
  }),
});

const Reason = Type.Object({
  kind: Type.Enum(['similar_to', 'near', 'popular_in_city', 'category', 'highly_rated', 'new']),
  quest: Type.Optional(Type.Object({ id: Id, title: Type.String() })),
  metres: Type.Optional(Type.Number()),
});
export const RecommendedQuest = Type.Object({ quest: QuestCard, because: Type.Array(Reason) });
export type RecommendedQuest = Static<typeof RecommendedQuest>;

export const recommendedQuests = defineRoute({
  method: 'GET',
  path: '/v2/quests/recommended',
  name: 'quests.recommended_quests',
  summary: 'What the caller may like next, with the reasons',
  ...open,
  query: Type.Object({
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 30, default: 10 })),
    near_lat: Type.Optional(Lat),
    near_lng: Type.Optional(Lng),
    city: Type.Optional(Code),
  }),
  reply: Type.Object({ items: Type.Array(RecommendedQuest) }),
});

export const similarQuests = defineRoute({
  method: 'GET',
  path: '/v2/quests/:id/similar',
  name: 'quests.similar_quests',
  summary: 'Quests that go with this one',
  ...open,
  params: IdParams,
  reply: Type.Object({ items: Type.Array(RecommendedQuest) }),
});

export const getQuest = defineRoute({
  method: 'GET',
  path: '/v2/quests/:id',
  name: 'quests.get_quest',
  summary: 'A published quest; its author and editors see it in every state',
  ...open,
  params: IdParams,
  reply: QuestDetail,
});

export const getMyQuest = defineRoute({
  method: 'GET',
  path: '/v2/quests/:id/mine',
  name: 'quests.get_my_quest',
  summary: 'A quest with what the caller has to do with it',
  access: 'signed-in',
  scope: 'quests:read',
  params: IdParams,
  reply: MyQuest,
});

const replaced = (successor: string) => ({ since: '2026-11-01', sunset: '2027-11-01', successor }) as const;

export const listQuestsV1 = defineRoute({
  ...listQuests,
  path: '/quests/',
  name: 'quests.v1_list_quests',
  deprecated: replaced('/v2/quests'),
});

export const getQuestV1 = defineRoute({
  ...getQuest,
  path: '/quests/get-quest/:id',
  name: 'quests.v1_get_quest',
  deprecated: replaced('/v2/quests/:id'),
});

export const getMyQuestV1 = defineRoute({
  ...getMyQuest,
  path: '/quests/me/:id',
  name: 'quests.v1_get_my_quest',
  deprecated: replaced('/v2/quests/:id/mine'),
});
