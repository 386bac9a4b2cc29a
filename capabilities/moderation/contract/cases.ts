import { type Static, Type } from 'typebox';
import { defineRoute, Id, IdParams, Instant, Nullable, PageOf, pageQuery } from '#platform/contract';
import { Code, Kind, Note } from './fields.ts';

const forModerators = { access: 'signed-in' } as const;

export const CaseStatus = Type.Enum(['open', 'claimed', 'approved', 'rejected', 'withdrawn']);
export type CaseStatus = Static<typeof CaseStatus>;

export const CaseFlag = Type.Object({
  /** `profanity`, `link`, `phone`, `email`, `handle`, `messenger`, `duplicate`, `caps`, `emoji`, `image_blocklist`, `rating_burst`, `report`, `spoof`. */
  code: Type.String(),
  score: Type.Number(),
  /** First and last (exclusive) UTF-16 unit. */
  at: Type.Optional(Type.Tuple([Type.Integer(), Type.Integer()])),
});
export type CaseFlag = Static<typeof CaseFlag>;

export const Preview = Type.Object({
  title: Type.String(),
  text: Type.String(),
  image_file_ids: Type.Array(Type.String()),
  /** A path of the web application. */
  path: Nullable(Type.String()),
});

export const ModerationCase = Type.Object({
  id: Id,
  kind: Type.String(),
  kind_label: Type.Object({ ru: Type.String(), en: Type.String() }),
  subject_id: Type.String(),
  author_id: Nullable(Id),
  /** A claim that ran out shows as `open`. */
  status: CaseStatus,
  flags: Type.Array(CaseFlag),
  reports: Type.Integer({ minimum: 0 }),
  opened_at: Instant,
  due_at: Instant,
  late: Type.Boolean(),
  claimed_by: Nullable(Id),
  mine: Type.Boolean(),
  claim_expires_at: Nullable(Instant),
  closed_at: Nullable(Instant),
  reason_code: Nullable(Type.String()),
  note: Nullable(Type.String()),
  decided_by: Nullable(Id),
  /** Null when the thing is gone. */
  preview: Nullable(Preview),
});
export type ModerationCase = Static<typeof ModerationCase>;

export const CaseHistoryEntry = Type.Object({
  happened_at: Instant,
  act: Type.Enum([
    'opened',
    'flagged',
    'reported',
    'claimed',
    'released',
    'approved',
    'rejected',
    'withdrawn',
  ]),
  actor_id: Nullable(Id),
  reason_code: Nullable(Type.String()),
  note: Nullable(Type.String()),
});
export type CaseHistoryEntry = Static<typeof CaseHistoryEntry>;

export const ModerationCaseDetail = Type.Intersect([
  ModerationCase,
  Type.Object({
    /** What the filters find in the text of the preview, with places in it. */
    marks: Type.Array(CaseFlag),
    history: Type.Array(CaseHistoryEntry),
    /** What reporters wrote; who they are is not told. */
    comments: Type.Array(Type.String()),
  }),
]);
export type ModerationCaseDetail = Static<typeof ModerationCaseDetail>;

export const listCases = defineRoute({
  method: 'GET',
  path: '/moderation/cases',
  name: 'moderation.list_cases',
  summary: 'The queue: cases of the kinds the caller may decide, the first due first',
  ...forModerators,
  query: Type.Object({
    ...pageQuery,
    kind: Type.Optional(Kind),
    /** Default: open and claimed ones. */
    status: Type.Optional(CaseStatus),
    /** Only what the caller has claimed. */
    mine: Type.Optional(Type.Boolean()),
    /** Only unfinished ones past their time. */
    late: Type.Optional(Type.Boolean()),
  }),
  reply: PageOf(ModerationCase),
  refusals: ['moderation.not_a_moderator', 'moderation.bad_cursor'],
});

export const getCase = defineRoute({
  method: 'GET',
  path: '/moderation/cases/:id',
  name: 'moderation.get_case',
  summary: 'One case with its preview, flags and history',
  ...forModerators,
  params: IdParams,
  reply: ModerationCaseDetail,
  refusals: ['moderation.not_a_moderator', 'moderation.case_not_found'],
});

export const claimCase = defineRoute({
  method: 'POST',
  path: '/moderation/cases/:id/claim',
  name: 'moderation.claim_case',
  summary: 'Take a case for thirty minutes; repeated by its holder, for thirty more',
  ...forModerators,
  params: IdParams,
  reply: ModerationCaseDetail,
  idempotent: true,
  refusals: [
    'moderation.not_a_moderator',
    'moderation.case_not_found',
    'moderation.case_closed',
    'moderation.case_claimed',
    'moderation.own_work',
  ],
});

export const releaseCase = defineRoute({
  method: 'POST',
  path: '/moderation/cases/:id/release',
  name: 'moderation.release_case',
  summary: 'Give a claimed case back to the queue',
  ...forModerators,
  params: IdParams,
  reply: ModerationCaseDetail,
  idempotent: true,
  refusals: [
    'moderation.not_a_moderator',
    'moderation.case_not_found',
    'moderation.case_closed',
    'moderation.case_claimed',
  ],
});

export const decideCase = defineRoute({
  method: 'POST',
  path: '/moderation/cases/:id/decide',
  name: 'moderation.decide_case',
  summary: 'Approve or reject what the caller claimed; the decision takes effect at once',
  ...forModerators,
  params: IdParams,
  body: Type.Object(
    {
      decision: Type.Enum(['approve', 'reject']),
      /** The code of a reason template of the kind (or of every kind) for this decision. */
      reason_code: Code,
      note: Type.Optional(Note),
      /** With a rejection: the pictures of the preview can never be published again. */
      block_images: Type.Optional(Type.Boolean()),
    },
    { additionalProperties: false },
  ),
  reply: ModerationCaseDetail,
  idempotent: true,
  refusals: [
    'moderation.not_a_moderator',
    'moderation.case_not_found',
    'moderation.case_closed',
    'moderation.case_claimed',
    'moderation.not_claimed',
    'moderation.own_work',
    'moderation.reason_unknown',
    'moderation.block_needs_rejection',
  ],
});
