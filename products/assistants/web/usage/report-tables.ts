import type { UsageReport } from '../../contract/index.ts';
import type { Cell } from '../pieces/csv.rules.ts';
import type { Counts } from './usage.rules.ts';

export interface TableWords {
  readonly day: string;
  readonly role: string;
  readonly person: string;
  readonly model: string;
  readonly requests: string;
  readonly input: string;
  readonly output: string;
  readonly cost: string;
}

type Table = readonly (readonly Cell[])[];

export interface ReportTables {
  readonly days: Table;
  readonly roles: Table;
  readonly people: Table;
  readonly models: Table;
}

/** A report as tables with headings. */
export function tablesOf(
  report: UsageReport,
  words: TableWords,
  names: { readonly roleOf: (role: string) => string; readonly personOf: (id: string | null) => string },
): ReportTables {
  const cost = `${words.cost}, ${report.currency}`;
  const table = <Line extends Counts>(
    head: string,
    lines: readonly Line[],
    nameOf: (line: Line) => string,
  ): Table => [
    [head, words.requests, words.input, words.output, cost],
    ...lines.map((line) => [nameOf(line), line.requests, line.input_tokens, line.output_tokens, line.cost]),
  ];
  return {
    days: table(words.day, report.by_day, ({ day }) => day),
    roles: table(words.role, report.by_role, ({ role }) => names.roleOf(role)),
    people: table(words.person, report.by_user, ({ user_id: id }) => names.personOf(id)),
    models: table(words.model, report.by_model, ({ model }) => model),
  };
}
