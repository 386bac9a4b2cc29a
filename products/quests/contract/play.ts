import { type Static, Type } from 'typebox';
import { defineRoute, Id, IdParams, Instant, Nullable, PageOf, pageQuery } from '#platform/contract';
import { QuoteBlock, TextBlock } from './route.ts';
import {
  CheckInResult,
  Fix,
  line,
  OrderMode,
  Picture,
  Place,
  PlayerBrief,
  PointStatus,
  SessionState,
} from './vocabulary.ts';

const play = { access: 'signed-in', scope: 'quests:play' } as const;
const closed = { additionalProperties: false } as const;
const Shown = Type.Object({ id: Type.String(), text: Type.String() });

/** A task without its answer. */
export const ShownTask = Type.Union([
  Type.Object({ kind: Type.Literal('gps') }),
  Type.Object({ kind: Type.Literal('text'), question: Type.String() }),
  Type.Object({ kind: Type.Literal('number'), question: Type.String(), unit: Nullable(Type.String()) }),
  Type.Object({
    kind: Type.Literal('choice'),
    question: Type.String(),
    options: Type.Array(Shown),
    multiple: Type.Boolean(),
  }),
  Type.Object({ kind: Type.Literal('sorting'), question: Type.String(), items: Type.Array(Shown) }),
  Type.Object({ kind: Type.Literal('code'), question: Type.String() }),
  Type.Object({ kind: Type.Literal('photo'), question: Type.String() }),
  Type.Object({ kind: Type.Literal('station'), question: Type.String() }),
]);
export type ShownTask = Static<typeof ShownTask>;

/** A block with its file resolved. */
export const ShownBlock = Type.Union([
  TextBlock,
  QuoteBlock,
  Type.Object({ kind: Type.Literal('image'), picture: Nullable(Picture), caption: Nullable(Type.String()) }),
  Type.Object({
    kind: Type.Literal('audio'),
    url: Nullable(Type.String()),
    caption: Nullable(Type.String()),
  }),
]);
export type ShownBlock = Static<typeof ShownBlock>;

/** A point as the player may see it now: nothing that is still locked, never an answer. */
export const PlayPoint = Type.Object({
  id: Id,
  position: Type.Integer(),
  title: Nullable(Type.String()),
  status: PointStatus,
  /** Null while it is locked or hidden. */
  place: Nullable(Place),
  radius: Type.Integer(),
  before: Type.Array(ShownBlock),
  story: Type.Array(ShownBlock),
  task: Nullable(ShownTask),
  after: Type.Array(ShownBlock),
  score: Type.Integer(),
  earned: Type.Integer(),
  wrong_answers: Type.Integer(),
  skip_penalty: Type.Integer(),
  wrong_penalty: Type.Integer(),
  hints: Type.Array(
    Type.Object({ id: Type.String(), penalty: Type.Integer(), text: Nullable(Type.String()) }),
  ),
  /** From when "I am here" is believed; null while nobody tried to check in. */
  here_at: Nullable(Instant),
  /** What a staffed station asks for; changes with every session. */
  station_code: Nullable(Type.String()),
});
export type PlayPoint = Static<typeof PlayPoint>;

export const Session = Type.Object({
  id: Id,
  quest_id: Id,
  title: Type.String(),
  version: Type.Integer(),
  state: SessionState,
  order_mode: OrderMode,
  /** A test walk of the author: counts nowhere. */
  test: Type.Boolean(),
  team_id: Nullable(Id),
  chat_id: Nullable(Id),
  /** Who may move: the starter, or the team. */
  players: Type.Array(PlayerBrief),
  started_at: Instant,
  finished_at: Nullable(Instant),
  score: Type.Integer(),
  penalties: Type.Integer(),
  hints_taken: Type.Integer(),
  /** Out of leaderboards until a person looked at a strange check-in. */
  ranked: Type.Boolean(),
  /** Grows with every move; clients drop older states. */
  revision: Type.Integer(),
  points: Type.Array(PlayPoint),
});
export type Session = Static<typeof Session>;

const SessionBrief = Type.Pick(Session, [
  'id',
  'quest_id',
  'title',
  'state',
  'test',
  'team_id',
  'started_at',
  'finished_at',
  'score',
  'penalties',
]);
export type SessionBrief = Static<typeof SessionBrief>;

export const startSession = defineRoute({
  method: 'POST',
  path: '/v2/sessions',
  name: 'quests.start_session',
  summary:
    "Start to play a quest that is free, bought or one's own; a running session is answered instead of a second one",
  ...play,
  body: Type.Object(
    {
      quest_id: Id,
      team_id: Type.Optional(Id),
      /** The author walks the draft. */
      test: Type.Optional(Type.Boolean()),
    },
    closed,
  ),
  reply: Session,
  status: 201,
  refusals: ['quests.quest_not_found', 'quests.not_bought', 'quests.not_ready', 'quests.not_captain'],
});

export const listSessions = defineRoute({
  method: 'GET',
  path: '/v2/sessions',
  name: 'quests.list_sessions',
  summary: "The caller's sessions, newest first",
  ...play,
  query: Type.Object({ ...pageQuery, state: Type.Optional(SessionState) }),
  reply: PageOf(SessionBrief),
});

export const getSession = defineRoute({
  method: 'GET',
  path: '/v2/sessions/:id',
  name: 'quests.get_session',
  summary: 'Where a session stands, for its players and for operators',
  ...play,
  params: IdParams,
  reply: Session,
});

/** What an answer says, by the task's kind. */
export const Answer = Type.Union([
  Type.Object({ text: Type.String({ minLength: 1, maxLength: 500 }) }, closed),
  Type.Object({ number: Type.Number() }, closed),
  Type.Object(
    { option_ids: Type.Array(Type.String({ maxLength: 12 }), { minItems: 1, maxItems: 12 }) },
    closed,
  ),
  Type.Object({ order: Type.Array(Type.String({ maxLength: 12 }), { minItems: 2, maxItems: 12 }) }, closed),
  Type.Object({ code: Type.String({ minLength: 1, maxLength: 500 }) }, closed),
  Type.Object({ file_id: Id }, closed),
]);
export type Answer = Static<typeof Answer>;

const move = {
  /** Made by the device; the same move twice counts once and answers the same. */
  client_id: Id,
  /** When it was made, by the device's clock. */
  at: Instant,
};

/** One thing a player does. */
export const Move = Type.Union([
  Type.Object(
    {
      ...move,
      kind: Type.Literal('check_in'),
      /** Without it: whichever open point is near (secret order). */
      point_id: Type.Optional(Id),
      fixes: Type.Array(Fix, { minItems: 1, maxItems: 120 }),
    },
    closed,
  ),
  Type.Object({ ...move, kind: Type.Literal('here'), point_id: Id }, closed),
  Type.Object({ ...move, kind: Type.Literal('answer'), point_id: Id, answer: Answer }, closed),
  Type.Object(
    { ...move, kind: Type.Literal('hint'), point_id: Id, hint_id: Type.String({ maxLength: 12 }) },
    closed,
  ),
  Type.Object({ ...move, kind: Type.Literal('skip'), point_id: Id }, closed),
  Type.Object({ ...move, kind: Type.Literal('finish') }, closed),
  Type.Object({ ...move, kind: Type.Literal('abandon') }, closed),
]);
export type Move = Static<typeof Move>;

/** What came of a move. */
export const MoveOutcome = Type.Object({
  client_id: Id,
  /**
   * `done`: it counted. `wrong`: the answer is wrong. `pending`: a person must confirm (station).
   * `refused`: it does not fit where the session stands (`code` says why); nothing changed.
   */
  outcome: Type.Enum(['done', 'wrong', 'pending', 'refused']),
  code: Nullable(Type.String()),
  point_id: Nullable(Id),
  check_in: Nullable(
    Type.Object({
      result: CheckInResult,
      distance: Type.Number(),
      accuracy: Type.Number(),
      radius: Type.Integer(),
    }),
  ),
  /** Points won or lost by it. */
  score: Type.Integer(),
});
export type MoveOutcome = Static<typeof MoveOutcome>;

export const makeMoves = defineRoute({
  method: 'POST',
  path: '/v2/sessions/:id/moves',
  name: 'quests.make_moves',
  summary: 'Play: one move, or what a device without network collected, in its order',
  ...play,
  params: IdParams,
  body: Type.Object(
    {
      moves: Type.Array(Move, { minItems: 1, maxItems: 100 }),
      /** They were made without network: ages are judged by the device's order. */
      offline: Type.Optional(Type.Boolean()),
    },
    closed,
  ),
  reply: Type.Object({ outcomes: Type.Array(MoveOutcome), session: Session }),
  refusals: ['quests.session_not_found'],
});

/** How a device without network recognises an answer: salted hashes of what is certainly right. */
const OfflineCheck = Type.Object({
  point_id: Id,
  salt: Type.String(),
  /** SHA-256 of salt and normalised answer, hex; empty where only the server can judge. */
  hashes: Type.Array(Type.String()),
});

/** Everything needed to walk without network. */
/** A point as it looks once open, and by which rules a device lets its player in. */
const PackPoint = Type.Object({
  ...PlayPoint.properties,
  /** Its pin is not shown before somebody is there. */
  hidden: Type.Boolean(),
  /** Being there needs two readings ≥ 5 s apart. */
  strict: Type.Boolean(),
  here_after_minutes: Type.Integer(),
});
export type PackPoint = Static<typeof PackPoint>;

export const OfflinePack = Type.Object({
  session: Session,
  /** All points as they look once open, in an order of the session. */
  points: Type.Array(PackPoint),
  checks: Type.Array(OfflineCheck),
  /** Files to keep. */
  files: Type.Array(Type.Object({ url: Type.String(), size: Type.Integer() })),
  made_at: Instant,
});
export type OfflinePack = Static<typeof OfflinePack>;

export const getOfflinePack = defineRoute({
  method: 'GET',
  path: '/v2/sessions/:id/pack',
  name: 'quests.get_offline_pack',
  summary: 'Everything needed to play the session without network',
  ...play,
  params: IdParams,
  reply: OfflinePack,
  rateLimit: { max: 30, windowSeconds: 3_600 },
});

export const getShareCard = defineRoute({
  method: 'POST',
  path: '/v2/sessions/:id/card',
  name: 'quests.make_share_card',
  summary: 'A picture of a finished session to share: no places, no names of others',
  ...play,
  params: IdParams,
  reply: Picture,
  idempotent: true,
  refusals: ['quests.session_not_finished'],
});

const author = { access: { permission: 'write_quests' }, scope: 'quests:write' } as const;

export const listStationRequests = defineRoute({
  method: 'GET',
  path: '/v2/quests/:id/stations',
  name: 'quests.list_station_requests',
  summary: "Who waits at the staffed stations of the caller's quest",
  ...author,
  params: IdParams,
  reply: Type.Object({
    items: Type.Array(
      Type.Object({
        session_id: Id,
        point_id: Id,
        point_title: Type.String(),
        station_code: Type.String(),
        players: Type.Array(PlayerBrief),
        since: Instant,
      }),
    ),
  }),
});

export const confirmStation = defineRoute({
  method: 'POST',
  path: '/v2/quests/:id/stations/confirm',
  name: 'quests.confirm_station',
  summary: 'Confirm a team at a station by its code',
  ...author,
  params: IdParams,
  body: Type.Object(
    { session_id: Id, point_id: Id, station_code: Type.String({ minLength: 4, maxLength: 12 }) },
    closed,
  ),
  status: 204,
  refusals: ['quests.station_code_wrong', 'quests.session_not_found'],
});

const manage = { access: { permission: 'manage_play' } } as const;

export const listAllSessions = defineRoute({
  method: 'GET',
  path: '/v2/admin/sessions',
  name: 'quests.list_all_sessions',
  summary: "Everybody's sessions, newest first",
  ...manage,
  query: Type.Object({
    ...pageQuery,
    state: Type.Optional(SessionState),
    quest_id: Type.Optional(Id),
    user_id: Type.Optional(Id),
    suspicious: Type.Optional(Type.Boolean()),
  }),
  reply: PageOf(
    Type.Object({ ...SessionBrief.properties, player: Nullable(PlayerBrief), ranked: Type.Boolean() }),
  ),
});

export const repairSession = defineRoute({
  method: 'POST',
  path: '/v2/admin/sessions/:id/repair',
  name: 'quests.repair_session',
  summary: 'Help a stuck player: complete a point, correct the score, finish, reopen; audited',
  ...manage,
  params: IdParams,
  body: Type.Union([
    Type.Object({ action: Type.Literal('complete_point'), point_id: Id, reason: line(500) }, closed),
    Type.Object(
      {
        action: Type.Literal('adjust_score'),
        by: Type.Integer({ minimum: -10_000, maximum: 10_000 }),
        reason: line(500),
      },
      closed,
    ),
    Type.Object({ action: Type.Literal('finish'), reason: line(500) }, closed),
    Type.Object({ action: Type.Literal('reopen'), reason: line(500) }, closed),
    Type.Object({ action: Type.Literal('set_ranked'), ranked: Type.Boolean(), reason: line(500) }, closed),
  ]),
  reply: Session,
  refusals: ['quests.session_not_found', 'quests.point_not_found', 'quests.session_running'],
});
