import type { FunnelDefinition } from '../index.ts';
import type { CsvQuery, ReportQuery } from '../reports/reports.ts';

export function presentFunnels(definitions: readonly FunnelDefinition[]) {
  return {
    items: definitions.map(({ name, label, steps }) => ({
      name,
      label,
      steps: steps.map((step) => ({ event: step.event, label: step.label })),
    })),
  };
}

interface WireQuery {
  readonly from?: string;
  readonly to?: string;
  readonly subject_id?: string;
}

/** The query of a report about what one owner, or anybody (undefined), has. */
export function reportQuery({ from, to, subject_id: subjectId }: WireQuery, ownerId?: string): ReportQuery {
  return { from, to, subjectId, ownerId };
}

interface WireCsv extends WireQuery {
  readonly report?: CsvQuery['report'];
  readonly funnel?: string;
  readonly separator?: ',' | ';';
  readonly bom?: boolean;
}

export function csvQuery(query: WireCsv, ownerId?: string): CsvQuery {
  return {
    ...reportQuery(query, ownerId),
    report: query.report ?? 'daily',
    funnel: query.funnel,
    separator: query.separator ?? ',',
    bom: query.bom ?? false,
  };
}

/** Headers of a file to be saved. */
export const csvHeaders = [
  ['content-type', 'text/csv; charset=utf-8'],
  ['content-disposition', 'attachment; filename="analytics.csv"'],
] as const;
