import type { ModelReport } from '../evaluation/evaluate.rules.ts';

/** A table for people: one line for each model. */
export function evaluationTable(reports: readonly ModelReport[], k: number): readonly string[] {
  const rows = [
    ['model', `P@${k}`, `R@${k}`, `nDCG@${k}`, 'MAP', 'HR', 'coverage', 'build ms'],
    ...reports.map((report) => [
      report.model,
      ...[report.precision, report.recall, report.ndcg, report.map, report.hitRate, report.coverage].map(
        (value) => value.toFixed(3),
      ),
      String(Math.round(report.buildMs)),
    ]),
  ];
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  '),
  );
}
