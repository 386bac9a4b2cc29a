import { newId } from '#base/ids';
import type { Page } from '#base/page';
import { Refusal } from '#base/refusal';
import type { Clock } from '#base/time';
import type { Tenants, Workspace } from '#capabilities/tenants/server';
import type { Database } from '#platform/server/database';
import type { FileReport } from '#products/assistants/engines/diagnostics';
import type { SeverityCounts } from '../tasks/severity-counts.ts';
import { keptFindings } from './kept-findings.rules.ts';
import {
  insertReview,
  lockReview,
  lockReviews,
  removeReview,
  reviewOfId,
  reviewsOf,
} from './review.store.ts';
import type { Review, ReviewDetail } from './review.ts';

const mostReviews = 2_000;
const longestTrend = 200;

export interface NewReview {
  readonly name: string;
  /** How many were checked. */
  readonly files: number;
  readonly counts: SeverityCounts;
  readonly report: readonly FileReport[];
  /** Findings that are counted and not in the report. */
  readonly leftOut: number;
}

/** Results of code checks a company kept. Another company's are not found. */
export interface Reviews {
  list(
    workspace: Workspace,
    page: { readonly limit: number; readonly cursor?: string; readonly name?: string },
  ): Promise<Page<Review>>;
  /** Of one name, oldest first. */
  trend(workspace: Workspace, name: string): Promise<readonly Review[]>;
  /** @throws Refusal `not_found` `assistants.review_not_found`. */
  get(workspace: Workspace, id: string): Promise<ReviewDetail>;
  /** @throws Refusal `forbidden` `tenants.role_too_low`: viewers keep nothing. */
  requireKeeper(workspace: Workspace): void;
  /** @throws Refusal `forbidden` `tenants.role_too_low`, `limited` `assistants.too_many_reviews`. */
  save(workspace: Workspace, review: NewReview): Promise<Review>;
  /** @throws Refusal `not_found` `assistants.review_not_found`, `forbidden` `tenants.role_too_low`. */
  delete(workspace: Workspace, id: string): Promise<void>;
}

interface Dependencies {
  readonly database: Database;
  readonly tenants: Tenants;
  readonly clock: Clock;
}

export function createReviews({ database, tenants, clock }: Dependencies): Reviews {
  const missing = (): Refusal =>
    new Refusal('not_found', 'assistants.review_not_found', 'There is no such review.');
  const scopeOf = ({ companyId, userId }: Workspace) => ({ tenant: companyId, owner: userId });
  const reader = (workspace: Workspace) => database.scoped(scopeOf(workspace));

  return {
    list: (workspace, page) => reviewsOf(reader(workspace), page),

    async trend(workspace, name) {
      const { items } = await reviewsOf(reader(workspace), { limit: longestTrend, name });
      return items.toReversed();
    },

    async get(workspace, id) {
      const found = await reviewOfId(reader(workspace), id);
      if (found === undefined) throw missing();
      return found;
    },

    requireKeeper: (workspace) => tenants.requireRole(workspace, 'member'),

    async save(workspace, { name, files, counts, report, leftOut }) {
      tenants.requireRole(workspace, 'member');
      const kept = keptFindings(report);
      const now = clock();
      const review: ReviewDetail = {
        id: newId(now.getTime()),
        name: name.trim(),
        files,
        counts,
        authorId: workspace.userId,
        createdAt: now,
        report: kept.report,
        leftOut: leftOut + kept.leftOut,
      };
      await database.transaction(
        async (tx) => {
          if ((await lockReviews(tx, workspace.companyId)) >= mostReviews)
            throw new Refusal(
              'limited',
              'assistants.too_many_reviews',
              `A company may keep ${mostReviews} reviews: delete old ones.`,
            );
          await insertReview(tx, workspace.companyId, review);
        },
        { scope: scopeOf(workspace) },
      );
      return review;
    },

    delete: (workspace, id) =>
      database.transaction(
        async (tx) => {
          const found = await lockReview(tx, id);
          if (found === undefined) throw missing();
          tenants.requireRole(workspace, found.authorId === workspace.userId ? 'member' : 'admin');
          await removeReview(tx, id);
        },
        { scope: scopeOf(workspace) },
      ),
  };
}
