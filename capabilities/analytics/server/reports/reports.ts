import { Refusal } from '#base/refusal';
import type { Clock } from '#base/time';
import type { Database, Reader } from '#platform/server/database';
import type { Cohorts, FunnelReport, Overview, Series } from '../../contract/index.ts';
import { ownerOf } from '../events/event.store.ts';
import { eventsOf, funnelNamed } from '../funnels.rules.ts';
import type { Funnels } from '../funnels.ts';
import type { Analytics, FunnelDefinition } from '../index.ts';
import { worthOfHeat } from '../rollups/decay.ts';
import { readCohortCells } from './cohort.read.ts';
import { type CsvOptions, cohortTable, csvOf, dailyTable, funnelTable } from './csv.rules.ts';
import { readDaily, readExact, readOpenFrom } from './daily.read.ts';
import { readSteps } from './funnel.read.ts';
import { readHeat } from './popular.read.ts';
import { rangeOf } from './range.rules.ts';
import { cohortsOf, funnelReport, overviewOf, seriesOf } from './report.rules.ts';
import type { ReportScope } from './scope.ts';

/** What a report is about. With a subject and an owner, the subject must be the owner's. */
export interface ReportQuery {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly subjectId?: string | undefined;
  readonly ownerId?: string | undefined;
}

export interface CsvQuery extends ReportQuery, CsvOptions {
  readonly report: 'daily' | 'funnel' | 'cohorts';
  readonly funnel?: string | undefined;
}

/** Reads what was counted. All throw `analytics.range_invalid` and `analytics.subject_not_found`. */
export interface Reports {
  funnels(): readonly FunnelDefinition[];
  funnel(name: string, query: ReportQuery): Promise<FunnelReport>;
  overview(query: ReportQuery & { readonly funnel?: string | undefined }): Promise<Overview>;
  series(event: string, query: ReportQuery): Promise<Series>;
  cohorts(query: ReportQuery): Promise<Cohorts>;
  csv(query: CsvQuery): Promise<string>;
  readonly popular: Analytics['popular'];
}

async function scopeOf(reader: Reader, { subjectId, ownerId }: ReportQuery): Promise<ReportScope> {
  if (subjectId === undefined) return ownerId === undefined ? { kind: 'all' } : { kind: 'owner', ownerId };
  if (ownerId !== undefined && (await ownerOf(reader, subjectId)) !== ownerId)
    throw new Refusal('not_found', 'analytics.subject_not_found', 'There is no such subject here.');
  return { kind: 'subject', subjectId };
}

export function createReports(database: Database, clock: Clock, funnels: Funnels): Reports {
  async function funnel(name: string, query: ReportQuery): Promise<FunnelReport> {
    const definition = funnelNamed(funnels.own(), name);
    const range = rangeOf(query, clock());
    const scope = await scopeOf(database, query);
    return funnelReport(definition, range, await readSteps(database, definition, scope, range));
  }

  async function cohorts(query: ReportQuery): Promise<Cohorts> {
    return cohortsOf(await readCohortCells(database, query.ownerId ?? '', rangeOf(query, clock())));
  }

  async function dailyOf(query: ReportQuery, funnelName: string | undefined) {
    const range = rangeOf(query, clock());
    const names = funnelName === undefined ? undefined : eventsOf(funnelNamed(funnels.own(), funnelName));
    const scope = await scopeOf(database, query);
    return { range, scope, daily: await readDaily(database, scope, range, names) };
  }

  async function tableOf(query: CsvQuery) {
    switch (query.report) {
      case 'daily':
        return dailyTable((await dailyOf(query, query.funnel)).daily);
      case 'funnel':
        return funnelTable(await funnel(query.funnel ?? '', query));
      case 'cohorts':
        return cohortTable(await cohorts(query));
      default:
        return query.report satisfies never;
    }
  }

  return {
    funnels: funnels.own,
    funnel,
    cohorts,

    async overview(query) {
      const { range, scope, daily } = await dailyOf(query, query.funnel);
      const exactFrom = await readOpenFrom(database);
      const exact = range.from < exactFrom ? undefined : await readExact(database, scope, range);
      return overviewOf({ range, exactFrom, daily, exact, definitions: funnels.own() });
    },

    async series(event, query) {
      const range = rangeOf(query, clock());
      const scope = await scopeOf(database, query);
      return seriesOf(event, range, await readDaily(database, scope, range, [event]));
    },

    csv: async (query) => csvOf(await tableOf(query), query),

    async popular(reader, { funnel: name, limit, subjectIds }) {
      const { popularity } = funnelNamed(funnels.own(), name);
      const worth = worthOfHeat(clock());
      const rows = await readHeat(reader, popularity, limit, subjectIds);
      return rows.map(({ subject_id: subjectId, heat }) => ({ subjectId, score: heat * worth }));
    },
  };
}
