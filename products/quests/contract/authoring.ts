import { type Static, Type } from 'typebox';
import { defineRoute, Id, IdParams, Instant, Nullable, PageOf, pageQuery } from '#platform/contract';
import { QuestCard } from './catalogue.ts';
import { Point } from './route.ts';
import { line, OrderMode, Price, QuestState } from './vocabulary.ts';

const write = { access: { permission: 'write_quests' }, scope: 'quests:write' } as const;
const Code = Type.String({ pattern: '^[a-z0-9][a-z0-9-]{0,39}$' });
const codes = Type.Array(Code, { maxItems: 20 });

/** What an author says about a quest. Dictionary entries by code. */
const fields = {
  title: line(120, 3),
  summary: Type.String({ maxLength: 300 }),
  description: Type.String({ maxLength: 10_000 }),
  city: Code,
  category: Code,
  difficulty: Type.Integer({ minimum: 1, maximum: 5 }),
  price: Price,
  duration_minutes: Type.Integer({ minimum: 5, maximum: 1_440 }),
  languages: Type.Array(Type.String({ pattern: '^[a-z]{2}$' }), { minItems: 1, maxItems: 10 }),
  vehicle: Code,
  place: Nullable(Code),
  activities: codes,
  tools: codes,
  cover_file_id: Nullable(Id),
  accessibility: Type.String({ maxLength: 1_000 }),
  opening_hours: Type.String({ maxLength: 500 }),
  age_from: Nullable(Type.Integer({ minimum: 0, maximum: 21 })),
  order_mode: OrderMode,
};

/** The whole of what is being written, visible to the author and editors only. */
export const QuestDraft = Type.Object({
  id: Id,
  state: QuestState,
  author_id: Id,
  ...fields,
  points: Type.Array(Point),
  length_metres: Type.Integer(),
  /** Grows with every saved change; send it back so that two windows do not overwrite each other. */
  revision: Type.Integer(),
  /** The version that players get; null before the first publication. */
  published_version: Nullable(Type.Integer()),
  /** There are changes that players do not see yet. */
  changed: Type.Boolean(),
  /** Why a moderator sent it back. */
  rejection: Nullable(
    Type.Object({ reason_code: Type.String(), note: Nullable(Type.String()), at: Instant }),
  ),
  updated_at: Instant,
});
export type QuestDraft = Static<typeof QuestDraft>;

const questNotFound = 'quests.quest_not_found';
const draftRefusals = ['quests.entry_unknown', 'files.not_found', 'quests.revision_stale', questNotFound];

export const createQuest = defineRoute({
  method: 'POST',
  path: '/v2/quests',
  name: 'quests.create_quest',
  summary: 'Begin a quest; only title, city and category are needed at first',
  ...write,
  body: Type.Object(
    {
      ...Type.Pick(Type.Object(fields), ['title', 'city', 'category']).properties,
      ...Type.Partial(Type.Omit(Type.Object(fields), ['title', 'city', 'category'])).properties,
    },
    { additionalProperties: false },
  ),
  reply: QuestDraft,
  status: 201,
  refusals: draftRefusals,
});

export const updateQuest = defineRoute({
  method: 'PATCH',
  path: '/v2/quests/:id',
  name: 'quests.update_quest',
  summary: 'Change the draft; players keep the published version until the change is published',
  ...write,
  params: IdParams,
  body: Type.Object(
    {
      ...Type.Partial(Type.Object(fields)).properties,
      revision: Type.Optional(Type.Integer({ minimum: 0 })),
    },
    { additionalProperties: false, minProperties: 1 },
  ),
  reply: QuestDraft,
  refusals: [...draftRefusals, 'quests.in_review'],
});

export const createQuestV1 = defineRoute({
  ...createQuest,
  path: '/quests/',
  name: 'quests.v1_create_quest',
  deprecated: { since: '2026-11-01', sunset: '2027-11-01', successor: '/v2/quests' },
});

export const updateQuestV1 = defineRoute({
  ...updateQuest,
  path: '/quests/update-quest/:id',
  name: 'quests.v1_update_quest',
  deprecated: { since: '2026-11-01', sunset: '2027-11-01', successor: '/v2/quests/:id' },
});

export const saveRoute = defineRoute({
  method: 'PUT',
  path: '/v2/quests/:id/route',
  name: 'quests.save_route',
  summary: 'Replace the points of the draft, in their order',
  ...write,
  params: IdParams,
  body: Type.Object(
    { points: Type.Array(Point, { maxItems: 60 }), revision: Type.Optional(Type.Integer({ minimum: 0 })) },
    { additionalProperties: false },
  ),
  reply: QuestDraft,
  bodyLimit: 1_048_576,
  refusals: [...draftRefusals, 'quests.task_contradicts_itself', 'quests.in_review'],
});

export const getDraft = defineRoute({
  method: 'GET',
  path: '/v2/quests/:id/draft',
  name: 'quests.get_draft',
  summary: 'The draft with its points and answers',
  ...write,
  params: IdParams,
  reply: QuestDraft,
  refusals: [questNotFound],
});

/** A quest in its author's list: how it differs from what players get. */
export const AuthorQuest = Type.Object({
  ...QuestCard.properties,
  ...Type.Pick(QuestDraft, ['published_version', 'changed', 'rejection', 'updated_at']).properties,
});
export type AuthorQuest = Static<typeof AuthorQuest>;

export const listMyQuests = defineRoute({
  method: 'GET',
  path: '/v2/authors/me/quests',
  name: 'quests.list_my_quests',
  summary: 'Quests the caller writes, last changed first',
  ...write,
  query: Type.Object({ ...pageQuery, state: Type.Optional(QuestState) }),
  reply: PageOf(AuthorQuest),
});

/** What must still be done before a quest can be submitted; codes with where. */
export const Readiness = Type.Object({
  ready: Type.Boolean(),
  faults: Type.Array(Type.Object({ code: Type.String(), point_id: Nullable(Id) })),
});

export const checkReadiness = defineRoute({
  method: 'GET',
  path: '/v2/quests/:id/readiness',
  name: 'quests.check_readiness',
  summary: 'What is missing for publication',
  ...write,
  params: IdParams,
  reply: Readiness,
});

const transition = {
  method: 'POST',
  ...write,
  params: IdParams,
  reply: QuestDraft,
  idempotent: true,
} as const;

export const submitQuest = defineRoute({
  ...transition,
  path: '/v2/quests/:id/submit',
  name: 'quests.submit_quest',
  summary: 'Ask the moderators to publish the draft',
  refusals: ['quests.not_ready', 'quests.in_review'],
});

export const withdrawQuest = defineRoute({
  ...transition,
  path: '/v2/quests/:id/withdraw',
  name: 'quests.withdraw_quest',
  summary: 'Take a submitted draft back',
  refusals: ['quests.not_in_review'],
});

export const archiveQuest = defineRoute({
  ...transition,
  path: '/v2/quests/:id/archive',
  name: 'quests.archive_quest',
  summary: 'Take a quest out of the catalogue; running sessions go on',
});

export const restoreQuest = defineRoute({
  ...transition,
  path: '/v2/quests/:id/restore',
  name: 'quests.restore_quest',
  summary: 'Put an archived quest back as it was last published, or as a draft',
  refusals: ['quests.not_archived'],
});

export const listAllQuests = defineRoute({
  method: 'GET',
  path: '/v2/admin/quests',
  name: 'quests.list_all_quests',
  summary: 'Quests of everybody in every state',
  access: { permission: 'can_edit_quests' },
  query: Type.Object({
    ...pageQuery,
    state: Type.Optional(QuestState),
    author_id: Type.Optional(Id),
    q: Type.Optional(Type.String({ minLength: 1, maxLength: 100 })),
  }),
  reply: PageOf(QuestCard),
});

/** How players fared at one point. */
export const PointFigures = Type.Object({
  point_id: Id,
  title: Type.String(),
  reached: Type.Integer(),
  arrived: Type.Integer(),
  done: Type.Integer(),
  skipped: Type.Integer(),
  hints: Type.Integer(),
  wrong_answers: Type.Integer(),
  /** Sessions that ended or stand still here. */
  left: Type.Integer(),
  median_seconds: Nullable(Type.Number()),
});

export const questFigures = defineRoute({
  method: 'GET',
  path: '/v2/quests/:id/figures',
  name: 'quests.quest_figures',
  summary: 'How players fare, point by point',
  ...write,
  params: IdParams,
  reply: Type.Object({
    started: Type.Integer(),
    finished: Type.Integer(),
    active: Type.Integer(),
    median_minutes: Nullable(Type.Number()),
    points: Type.Array(PointFigures),
  }),
});
