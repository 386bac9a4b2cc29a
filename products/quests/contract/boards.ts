import { type Static, Type } from 'typebox';
import { defineRoute, Id, Instant, Nullable } from '#platform/contract';
import { PlayerBrief } from './vocabulary.ts';

export const BoardLine = Type.Object({
  rank: Type.Integer(),
  player: PlayerBrief,
  team: Nullable(Type.Object({ id: Id, name: Type.String() })),
  score: Type.Integer(),
  seconds: Nullable(Type.Integer()),
  /** Finished quests that count (city and week boards). */
  quests: Type.Integer(),
  me: Type.Boolean(),
});
export type BoardLine = Static<typeof BoardLine>;

export const getLeaderboard = defineRoute({
  method: 'GET',
  path: '/v2/leaderboards/:board',
  name: 'quests.get_leaderboard',
  summary: "The best of a quest, a city, the week, or among friends; the caller's own line comes along",
  access: 'public',
  scope: 'quests:read',
  params: Type.Object({ board: Type.Enum(['quest', 'city', 'week', 'friends']) }),
  query: Type.Object({
    quest_id: Type.Optional(Id),
    city: Type.Optional(Type.String({ pattern: '^[a-z0-9][a-z0-9-]{0,39}$' })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 20 })),
  }),
  reply: Type.Object({ items: Type.Array(BoardLine), mine: Nullable(BoardLine) }),
  refusals: ['quests.board_needs_subject', 'identity.token_missing'],
});

export const Achievement = Type.Object({
  code: Type.String(),
  name: Type.Object({ ru: Type.String(), en: Type.String() }),
  description: Type.Object({ ru: Type.String(), en: Type.String() }),
  /** Null while it is not earned. */
  earned_at: Nullable(Instant),
  progress: Type.Object({ now: Type.Integer(), goal: Type.Integer() }),
});
export type Achievement = Static<typeof Achievement>;

export const listAchievements = defineRoute({
  method: 'GET',
  path: '/v2/players/:id/achievements',
  name: 'quests.list_achievements',
  summary: 'What a player earned, and how far the rest is',
  access: 'signed-in',
  scope: 'quests:read',
  params: Type.Object({ id: Id }),
  reply: Type.Object({ items: Type.Array(Achievement) }),
});
