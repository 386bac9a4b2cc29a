import type { ServeDoor } from '#platform/server/modules';
import * as contract from '../../contract/index.ts';
import type { AnalyticsEngine } from '../engine.ts';
import { csvHeaders, csvQuery, presentFunnels, reportQuery } from './present.ts';

/** Reports about everything, for who holds `view_analytics`. */
export function serveOperators({ mount, service: { reports } }: ServeDoor<AnalyticsEngine>): void {
  mount(contract.listFunnels, () => presentFunnels(reports.funnels()));
  mount(contract.readFunnel, ({ params, query }) =>
    reports.funnel(params.name, reportQuery(query, query.owner_id)),
  );
  mount(contract.readOverview, ({ query }) =>
    reports.overview({ ...reportQuery(query, query.owner_id), funnel: query.funnel }),
  );
  mount(contract.readSeries, ({ query }) => reports.series(query.event, reportQuery(query, query.owner_id)));
  mount(contract.readCohorts, ({ query }) => reports.cohorts(reportQuery(query, query.owner_id)));
  mount(contract.exportCsv, ({ query }, reply) => {
    for (const [name, value] of csvHeaders) reply.header(name, value);
    return reports.csv(csvQuery(query, query.owner_id));
  });
}
