import { type Static, Type } from 'typebox';
import { defineRoute, Id, IdParams, Instant, Nullable, PageOf, pageQuery } from '#platform/contract';
import { AllOf } from '../lists.ts';
import { CheckedFile, SeverityCounts } from './code.ts';
import { useEngines } from './shapes.ts';

/** A saved result of a code check. */
export const Review = Type.Object({
  id: Id,
  name: Type.String(),
  files: Type.Integer(),
  counts: SeverityCounts,
  /** Null: the account is gone. */
  author_id: Nullable(Id),
  created_at: Instant,
});

export type Review = Static<typeof Review>;

export const ReviewDetail = Type.Object({
  ...Review.properties,
  /** The worst findings first kept, at most 2,000; the counts tell of all. */
  report: Type.Array(CheckedFile),
  /** Findings that were counted and not kept. */
  left_out: Type.Integer(),
});

export type ReviewDetail = Static<typeof ReviewDetail>;

const name = Type.String({ minLength: 1, maxLength: 120 });

export const listReviews = defineRoute({
  method: 'GET',
  path: '/api/assistants/code/reviews',
  name: 'assistants.list_reviews',
  summary: 'Saved reviews of my company, newest first',
  ...useEngines,
  query: Type.Object({ ...pageQuery, name: Type.Optional(name) }),
  reply: PageOf(Review),
  refusals: ['tenants.company_not_found', 'assistants.bad_cursor'],
});

export const getReview = defineRoute({
  method: 'GET',
  path: '/api/assistants/code/reviews/:id',
  name: 'assistants.get_review',
  summary: 'A saved review with its findings',
  ...useEngines,
  params: IdParams,
  reply: ReviewDetail,
  refusals: ['tenants.company_not_found', 'assistants.review_not_found'],
});

export const reviewTrend = defineRoute({
  method: 'GET',
  path: '/api/assistants/code/reviews/trend',
  name: 'assistants.review_trend',
  summary: 'Counts of the reviews of one name over time, oldest first, the last 200',
  ...useEngines,
  query: Type.Object({ name }),
  reply: AllOf(Review),
  refusals: ['tenants.company_not_found'],
});

/** The report of a saved review in a format of other programs. */
export const reviewReport = defineRoute({
  method: 'GET',
  path: '/api/assistants/code/reviews/:id/report',
  name: 'assistants.review_report',
  summary: 'A saved review as SARIF, JUnit, Sonar, GitLab or JSON',
  ...useEngines,
  params: IdParams,
  query: Type.Object({
    format: Type.Enum(['sarif', 'junit', 'sonar', 'gitlab', 'json'], { default: 'sarif' }),
  }),
  streams: 'text',
  refusals: ['tenants.company_not_found', 'assistants.review_not_found'],
});

export const deleteReview = defineRoute({
  method: 'DELETE',
  path: '/api/assistants/code/reviews/:id',
  name: 'assistants.delete_review',
  summary: 'Delete a review: one’s own, or any as an administrator of the company',
  ...useEngines,
  params: IdParams,
  status: 204,
  refusals: ['tenants.company_not_found', 'assistants.review_not_found', 'tenants.role_too_low'],
});
