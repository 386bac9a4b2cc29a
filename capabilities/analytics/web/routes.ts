import * as contract from '../contract/index.ts';

/** Whose numbers a report shows: everybody's, for operators, or the caller's own. */
export type Whose = 'all' | 'mine';

const routes = {
  all: {
    funnel: contract.readFunnel,
    overview: contract.readOverview,
    series: contract.readSeries,
    cohorts: contract.readCohorts,
    csv: contract.exportCsv,
  },
  mine: {
    funnel: contract.readMyFunnel,
    overview: contract.readMyOverview,
    series: contract.readMySeries,
    cohorts: contract.readMyCohorts,
    csv: contract.exportMyCsv,
  },
} as const;

/** The routes of the reports; the two sets differ only in whom they are for. */
export function routesOf(whose: Whose): (typeof routes)['mine'] | (typeof routes)['all'] {
  return routes[whose];
}
