import type { ServeDoor } from '#platform/server/modules';
import * as contract from '../../../contract/index.ts';
import type { AssistantsService } from '../../assistants.ts';
import { workspaceOf } from '../workspace.ts';
import { pageOfQuery } from './page-of-query.ts';
import { presentReview, presentReviewDetail } from './present-code.ts';

const mediaTypes = {
  sarif: 'application/sarif+json',
  json: 'application/json',
  gitlab: 'application/json',
  junit: 'application/xml',
  sonar: 'application/xml',
} as const;

/** Saved reviews of a company. */
export function mountReviews({ mount, service: { tenants, engines } }: ServeDoor<AssistantsService>): void {
  const { reviews } = engines;

  mount(contract.listReviews, async ({ query, caller, header }) => {
    const workspace = await workspaceOf(tenants, { caller, header });
    const page = { ...pageOfQuery(query), ...(query.name === undefined ? {} : { name: query.name }) };
    const { items, nextCursor } = await reviews.list(workspace, page);
    return { items: items.map(presentReview), next_cursor: nextCursor };
  });

  mount(contract.reviewTrend, async ({ query, caller, header }) => {
    const items = await reviews.trend(await workspaceOf(tenants, { caller, header }), query.name);
    return { items: items.map(presentReview), next_cursor: null };
  });

  mount(contract.getReview, async ({ params, caller, header, locale }) =>
    presentReviewDetail(await reviews.get(await workspaceOf(tenants, { caller, header }), params.id), locale),
  );

  mount(contract.reviewReport, async ({ params, query, caller, header, locale, signal }, reply) => {
    const { report } = await reviews.get(await workspaceOf(tenants, { caller, header }), params.id);
    const { format = 'sarif' } = query;
    const text = await engines.run(
      'writeReport',
      { format, locale, report },
      { owner: caller.userId, signal },
    );
    reply.header('content-type', `${mediaTypes[format]}; charset=utf-8`);
    return text;
  });

  mount(contract.deleteReview, async ({ params, caller, header }) =>
    reviews.delete(await workspaceOf(tenants, { caller, header }), params.id),
  );
}
