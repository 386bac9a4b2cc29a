import { type Static, Type } from 'typebox';
import { defineRoute, Id, IdParams, Instant, Nullable, PageOf, pageQuery } from '#platform/contract';
import { QuestCard } from './catalogue.ts';
import { line, Picture, PlayerBrief } from './vocabulary.ts';

const read = { access: 'signed-in', scope: 'people:read' } as const;
const write = { access: 'signed-in', scope: 'people:write' } as const;
const closed = { additionalProperties: false } as const;
const UserParams = Type.Object({ user_id: Id });

/** A player's page. What they keep to themselves is null for others. */
export const Player = Type.Object({
  ...PlayerBrief.properties,
  about: Type.String(),
  instagram: Nullable(Type.String()),
  city: Nullable(
    Type.Object({ code: Type.String(), name: Type.Object({ ru: Type.String(), en: Type.String() }) }),
  ),
  joined_at: Instant,
  finished_count: Type.Integer(),
  score: Type.Integer(),
  written_count: Type.Integer(),
  friend_count: Type.Integer(),
  /** The caller and this player: strangers, friends, or one asked the other. */
  relation: Type.Enum(['self', 'none', 'friend', 'asked_by_me', 'asks_me', 'blocked']),
  friend_request_id: Nullable(Id),
  /** The caller's own page only: minor units of credit. */
  credits: Nullable(Type.Integer()),
  /** Friends only may see the history; the caller's own setting. */
  private: Type.Boolean(),
});
export type Player = Static<typeof Player>;

export const findPlayers = defineRoute({
  method: 'GET',
  path: '/v2/players',
  name: 'quests.find_players',
  summary: 'Players by name',
  ...read,
  query: Type.Object({ ...pageQuery, q: Type.String({ minLength: 2, maxLength: 60 }) }),
  reply: PageOf(PlayerBrief),
  rateLimit: { max: 60, windowSeconds: 60 },
});

export const getPlayer = defineRoute({
  method: 'GET',
  path: '/v2/players/:id',
  name: 'quests.get_player',
  summary: "A player's page; `me` is the caller",
  ...read,
  params: Type.Object({ id: Type.Union([Id, Type.Literal('me')]) }),
  reply: Player,
});

export const updatePlayer = defineRoute({
  method: 'PATCH',
  path: '/v2/players/me',
  name: 'quests.update_player',
  summary: "Change one's own page",
  ...write,
  body: Type.Object(
    {
      avatar_file_id: Type.Optional(Nullable(Id)),
      about: Type.Optional(Type.String({ maxLength: 1_000 })),
      instagram: Type.Optional(Nullable(Type.String({ pattern: '^[A-Za-z0-9._]{1,30}$' }))),
      city: Type.Optional(Nullable(Type.String({ pattern: '^[a-z0-9][a-z0-9-]{0,39}$' }))),
      private: Type.Optional(Type.Boolean()),
    },
    { ...closed, minProperties: 1 },
  ),
  reply: Player,
  refusals: ['files.not_found', 'quests.entry_unknown'],
});

export const Friend = Type.Object({ ...PlayerBrief.properties, since: Instant });

export const listFriends = defineRoute({
  method: 'GET',
  path: '/friends/',
  name: 'quests.list_friends',
  summary: "The caller's friends",
  ...read,
  query: Type.Object({ ...pageQuery }),
  reply: PageOf(Friend),
});

export const removeFriend = defineRoute({
  method: 'DELETE',
  path: '/friends/:user_id',
  name: 'quests.remove_friend',
  summary: 'End a friendship',
  ...write,
  params: UserParams,
  status: 204,
});

export const FriendRequest = Type.Object({
  id: Id,
  from: PlayerBrief,
  to: PlayerBrief,
  state: Type.Enum(['pending', 'accepted', 'declined']),
  created_at: Instant,
});
export type FriendRequest = Static<typeof FriendRequest>;

export const askFriend = defineRoute({
  method: 'POST',
  path: '/friend-requests/',
  name: 'quests.ask_friend',
  summary: 'Ask somebody to be friends; if they asked already, it is settled',
  ...write,
  body: Type.Object({ user_id: Id }, closed),
  reply: FriendRequest,
  status: 201,
  refusals: [
    'quests.player_not_found',
    'quests.already_friends',
    'quests.already_asked',
    'quests.not_yourself',
    'quests.blocked',
  ],
  rateLimit: { max: 60, windowSeconds: 3_600 },
});

export const listFriendRequests = defineRoute({
  method: 'GET',
  path: '/friend-requests/',
  name: 'quests.list_friend_requests',
  summary: 'Pending requests to the caller, or by the caller',
  ...read,
  query: Type.Object({ ...pageQuery, direction: Type.Optional(Type.Enum(['incoming', 'outgoing'])) }),
  reply: PageOf(FriendRequest),
});

export const answerFriendRequest = defineRoute({
  method: 'POST',
  path: '/friend-requests/:id/answer',
  name: 'quests.answer_friend_request',
  summary: 'Accept or decline a request to the caller',
  ...write,
  params: IdParams,
  body: Type.Object({ accept: Type.Boolean() }, closed),
  reply: FriendRequest,
  refusals: ['quests.request_not_found', 'quests.request_settled'],
});

export const cancelFriendRequest = defineRoute({
  method: 'DELETE',
  path: '/friend-requests/:id',
  name: 'quests.cancel_friend_request',
  summary: "Take one's own request back",
  ...write,
  params: IdParams,
  status: 204,
});

export const blockPlayer = defineRoute({
  method: 'PUT',
  path: '/v2/blocks/:user_id',
  name: 'quests.block_player',
  summary: 'Block somebody: the friendship ends, neither finds or writes to the other',
  ...write,
  params: UserParams,
  status: 204,
  refusals: ['quests.player_not_found', 'quests.not_yourself'],
});

export const unblockPlayer = defineRoute({
  method: 'DELETE',
  path: '/v2/blocks/:user_id',
  name: 'quests.unblock_player',
  summary: 'Lift a block',
  ...write,
  params: UserParams,
  status: 204,
});

export const listBlocks = defineRoute({
  method: 'GET',
  path: '/v2/blocks',
  name: 'quests.list_blocks',
  summary: 'Whom the caller blocked',
  ...read,
  query: Type.Object({ ...pageQuery }),
  reply: PageOf(Friend),
});

export const listFavourites = defineRoute({
  method: 'GET',
  path: '/v2/favourites',
  name: 'quests.list_favourites',
  summary: 'Quests the caller marked, newest first',
  ...read,
  query: Type.Object({ ...pageQuery }),
  reply: PageOf(QuestCard),
});

export const listFavouriteIds = defineRoute({
  method: 'GET',
  path: '/v2/favourites/ids',
  name: 'quests.list_favourite_ids',
  summary: 'Which quests the caller marked, newest first, a thousand at most: for hearts on lists',
  ...read,
  reply: Type.Object({ ids: Type.Array(Id, { maxItems: 1_000 }) }),
});

export const addFavourite = defineRoute({
  method: 'PUT',
  path: '/v2/favourites/:quest_id',
  name: 'quests.add_favourite',
  summary: 'Mark a quest',
  ...write,
  params: Type.Object({ quest_id: Id }),
  status: 204,
  refusals: ['quests.quest_not_found'],
});

export const removeFavourite = defineRoute({
  method: 'DELETE',
  path: '/v2/favourites/:quest_id',
  name: 'quests.remove_favourite',
  summary: 'Unmark a quest',
  ...write,
  params: Type.Object({ quest_id: Id }),
  status: 204,
});

export const Review = Type.Object({
  id: Id,
  quest_id: Id,
  author: Nullable(PlayerBrief),
  stars: Type.Integer({ minimum: 1, maximum: 5 }),
  text: Type.String(),
  photos: Type.Array(Picture),
  /** Seen by everybody; otherwise by its author only, until a moderator looked. */
  state: Type.Enum(['shown', 'held', 'removed']),
  mine: Type.Boolean(),
  created_at: Instant,
  edited_at: Nullable(Instant),
});
export type Review = Static<typeof Review>;

const ReviewBody = {
  stars: Type.Integer({ minimum: 1, maximum: 5 }),
  text: Type.String({ maxLength: 4_000 }),
  photo_file_ids: Type.Array(Id, { maxItems: 5 }),
};

export const listReviews = defineRoute({
  method: 'GET',
  path: '/v2/quests/:id/reviews',
  name: 'quests.list_reviews',
  summary: "Reviews of a quest, newest first; the caller's own held one comes along",
  access: 'public',
  scope: 'quests:read',
  params: IdParams,
  query: Type.Object({ ...pageQuery }),
  reply: PageOf(Review),
  refusals: ['quests.quest_not_found'],
});

export const writeReview = defineRoute({
  method: 'POST',
  path: '/v2/quests/:id/reviews',
  name: 'quests.write_review',
  summary: 'Review a quest one has finished, once',
  ...write,
  params: IdParams,
  body: Type.Object(
    {
      stars: ReviewBody.stars,
      text: Type.Optional(ReviewBody.text),
      photo_file_ids: Type.Optional(ReviewBody.photo_file_ids),
    },
    closed,
  ),
  reply: Review,
  status: 201,
  refusals: ['quests.review_needs_finish', 'quests.already_reviewed', 'files.not_found'],
});

export const editReview = defineRoute({
  method: 'PATCH',
  path: '/v2/reviews/:id',
  name: 'quests.edit_review',
  summary: "Change one's own review",
  ...write,
  params: IdParams,
  body: Type.Partial(Type.Object(ReviewBody), { ...closed, minProperties: 1 }),
  reply: Review,
});

export const deleteReview = defineRoute({
  method: 'DELETE',
  path: '/v2/reviews/:id',
  name: 'quests.delete_review',
  summary: "Delete one's own review",
  ...write,
  params: IdParams,
  status: 204,
});

export const reportReview = defineRoute({
  method: 'POST',
  path: '/v2/reviews/:id/report',
  name: 'quests.report_review',
  summary: 'Ask a moderator to look at a review',
  ...write,
  params: IdParams,
  body: Type.Object({ comment: line(500) }, closed),
  status: 204,
  rateLimit: { max: 20, windowSeconds: 3_600 },
});

export const reportPoint = defineRoute({
  method: 'POST',
  path: '/v2/quests/:id/reports',
  name: 'quests.report_quest',
  summary: 'Say that something is wrong on the spot: the author and the moderators see it',
  ...write,
  params: IdParams,
  body: Type.Object({ point_id: Type.Optional(Id), comment: line(1_000) }, closed),
  status: 204,
  rateLimit: { max: 20, windowSeconds: 3_600 },
});

/** What a player found wrong on the spot. Who said it is nobody's business but the moderators'. */
export const QuestReport = Type.Object({
  id: Id,
  quest_id: Id,
  quest_title: Type.String(),
  point_id: Nullable(Id),
  /** Null for the quest as a whole, and for points that are gone. */
  point_title: Nullable(Type.String()),
  comment: Type.String(),
  created_at: Instant,
});
export type QuestReport = Static<typeof QuestReport>;

export const listMyReports = defineRoute({
  method: 'GET',
  path: '/v2/authors/me/reports',
  name: 'quests.list_my_reports',
  summary: "What players reported about the caller's quests, newest first",
  access: { permission: 'write_quests' },
  scope: 'quests:read',
  query: Type.Object({ ...pageQuery, quest_id: Type.Optional(Id) }),
  reply: PageOf(QuestReport),
  refusals: ['http.cursor_invalid'],
});

/** A locked account asks to be let in again. The token is in the refused sign-in's problem (`unlock_token`). */
export const requestUnlock = defineRoute({
  method: 'POST',
  path: '/v2/unlock-requests',
  name: 'quests.request_unlock',
  summary: "Ask a moderator to unlock one's account",
  access: 'public',
  body: Type.Object(
    { unlock_token: Type.String({ minLength: 20, maxLength: 2_000 }), message: line(2_000) },
    closed,
  ),
  reply: Type.Object({ state: Type.Enum(['open', 'approved', 'rejected']), created_at: Instant }),
  status: 202,
  refusals: ['identity.unlock_token_invalid', 'quests.unlock_pending'],
  rateLimit: { max: 10, windowSeconds: 3_600, by: 'address' },
});
