import { Type } from 'typebox';
import { defineRoute } from '#platform/contract';
import { allQuery, EventName, FunnelName, mineQuery } from './fields.ts';
import { Cohorts, FunnelReport, FunnelSummary, Overview, Series } from './replies.ts';

const operators = { method: 'GET', access: { permission: 'view_analytics' } } as const;
const mine = { method: 'GET', access: 'signed-in' } as const;
const funnelRefusals = [
  'analytics.funnel_not_found',
  'analytics.subject_not_found',
  'analytics.range_invalid',
];
const reportRefusals = ['analytics.subject_not_found', 'analytics.range_invalid'];
const funnelParams = Type.Object({ name: FunnelName });
const funnelList = Type.Object({ items: Type.Array(FunnelSummary) });
const overviewFilter = { funnel: Type.Optional(FunnelName) };

const csvFilter = {
  report: Type.Optional(Type.Enum(['daily', 'funnel', 'cohorts'])),
  /** Needed by the report `funnel`. */
  funnel: Type.Optional(FunnelName),
  separator: Type.Optional(Type.Enum([',', ';'])),
  /** Puts a byte order mark in front, which some spreadsheets need to see UTF-8. */
  bom: Type.Optional(Type.Boolean()),
};

export const listFunnels = defineRoute({
  ...operators,
  path: '/analytics/funnels',
  name: 'analytics.list_funnels',
  summary: 'The funnels that products describe',
  reply: funnelList,
});

export const readFunnel = defineRoute({
  ...operators,
  path: '/analytics/funnels/:name',
  name: 'analytics.read_funnel',
  summary: 'How many people came to each step, in order',
  params: funnelParams,
  query: Type.Object(allQuery),
  reply: FunnelReport,
  refusals: funnelRefusals,
});

export const readOverview = defineRoute({
  ...operators,
  path: '/analytics/overview',
  name: 'analytics.read_overview',
  summary: 'Each event of a range: how often, how many people, what values',
  query: Type.Object({ ...allQuery, ...overviewFilter }),
  reply: Overview,
  refusals: funnelRefusals,
});

export const readSeries = defineRoute({
  ...operators,
  path: '/analytics/series',
  name: 'analytics.read_series',
  summary: 'One event day by day',
  query: Type.Object({ ...allQuery, event: EventName }),
  reply: Series,
  refusals: reportRefusals,
});

export const readCohorts = defineRoute({
  ...operators,
  path: '/analytics/cohorts',
  name: 'analytics.read_cohorts',
  summary: 'Who came back, by the week in which they were first seen; up to an hour old',
  query: Type.Object({ from: allQuery.from, to: allQuery.to, owner_id: allQuery.owner_id }),
  reply: Cohorts,
  refusals: ['analytics.range_invalid'],
});

export const exportCsv = defineRoute({
  ...operators,
  path: '/analytics/export',
  name: 'analytics.export_csv',
  summary: 'A report as CSV (RFC 4180)',
  query: Type.Object({ ...allQuery, ...csvFilter }),
  streams: 'text',
  refusals: funnelRefusals,
  rateLimit: { max: 30, windowSeconds: 60 },
});

export const listMyFunnels = defineRoute({
  ...mine,
  path: '/analytics/mine/funnels',
  name: 'analytics.list_my_funnels',
  summary: 'The funnels that products describe',
  reply: funnelList,
});

export const readMyFunnel = defineRoute({
  ...mine,
  path: '/analytics/mine/funnels/:name',
  name: 'analytics.read_my_funnel',
  summary: 'How many people came to each step of the caller’s own subjects',
  params: funnelParams,
  query: Type.Object(mineQuery),
  reply: FunnelReport,
  refusals: funnelRefusals,
});

export const readMyOverview = defineRoute({
  ...mine,
  path: '/analytics/mine/overview',
  name: 'analytics.read_my_overview',
  summary: 'Each event of the caller’s own subjects',
  query: Type.Object({ ...mineQuery, ...overviewFilter }),
  reply: Overview,
  refusals: funnelRefusals,
});

export const readMySeries = defineRoute({
  ...mine,
  path: '/analytics/mine/series',
  name: 'analytics.read_my_series',
  summary: 'One event of the caller’s own subjects day by day',
  query: Type.Object({ ...mineQuery, event: EventName }),
  reply: Series,
  refusals: reportRefusals,
});

export const readMyCohorts = defineRoute({
  ...mine,
  path: '/analytics/mine/cohorts',
  name: 'analytics.read_my_cohorts',
  summary: 'Who came back to the caller’s own subjects',
  query: Type.Object({ from: mineQuery.from, to: mineQuery.to }),
  reply: Cohorts,
  refusals: ['analytics.range_invalid'],
});

export const exportMyCsv = defineRoute({
  ...mine,
  path: '/analytics/mine/export',
  name: 'analytics.export_my_csv',
  summary: 'A report about the caller’s own subjects as CSV',
  query: Type.Object({ ...mineQuery, ...csvFilter }),
  streams: 'text',
  refusals: funnelRefusals,
  rateLimit: { max: 30, windowSeconds: 60 },
});
