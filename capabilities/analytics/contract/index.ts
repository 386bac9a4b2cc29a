export type { Cohorts, FunnelReport, Overview, Series } from './replies.ts';
export {
  exportCsv,
  exportMyCsv,
  listFunnels,
  listMyFunnels,
  readCohorts,
  readFunnel,
  readMyCohorts,
  readMyFunnel,
  readMyOverview,
  readMySeries,
  readOverview,
  readSeries,
} from './reports.ts';
export { maxBatch, trackEvents } from './tracking.ts';
