import type { ServeDoor } from '#platform/server/modules';
import * as contract from '../../contract/index.ts';
import type { AnalyticsEngine } from '../engine.ts';
import { csvHeaders, csvQuery, presentFunnels, reportQuery } from './present.ts';

/** The same reports about what the caller owns, and nothing else. */
export function serveMine({ mount, service: { reports } }: ServeDoor<AnalyticsEngine>): void {
  mount(contract.listMyFunnels, () => presentFunnels(reports.funnels()));
  mount(contract.readMyFunnel, ({ params, query, caller }) =>
    reports.funnel(params.name, reportQuery(query, caller.userId)),
  );
  mount(contract.readMyOverview, ({ query, caller }) =>
    reports.overview({ ...reportQuery(query, caller.userId), funnel: query.funnel }),
  );
  mount(contract.readMySeries, ({ query, caller }) =>
    reports.series(query.event, reportQuery(query, caller.userId)),
  );
  mount(contract.readMyCohorts, ({ query, caller }) => reports.cohorts(reportQuery(query, caller.userId)));
  mount(contract.exportMyCsv, ({ query, caller }, reply) => {
    for (const [name, value] of csvHeaders) reply.header(name, value);
    return reports.csv(csvQuery(query, caller.userId));
  });
}
