import { CUTOFFS, type EvaluationReport, type Scores } from '../evaluation/metrics.rules.ts';

const percent = (share: number): string => (share * 100).toFixed(1);

const header = [
  'questions',
  'n',
  ...CUTOFFS.map((cutoff) => `R@${cutoff}`),
  'all@10',
  'MRR',
  ...CUTOFFS.map((cutoff) => `BM25 R@${cutoff}`),
];

function row(name: string, scores: Scores, baseline: Scores | undefined): string[] {
  return [
    name,
    String(scores.questions),
    ...CUTOFFS.map((cutoff) => percent(scores.recall[cutoff])),
    percent(scores.allEvidenceAt10),
    scores.meanReciprocalRank.toFixed(3),
    ...CUTOFFS.map((cutoff) => (baseline === undefined ? '-' : percent(baseline.recall[cutoff]))),
  ];
}

/** A table for people: one line per category, then the totals, with plain BM25 on the same data beside it. */
export function evaluationTable(report: EvaluationReport, baseline: EvaluationReport): string[] {
  const rows = [
    header,
    ...[...report.byCategory].map(([category, scores]) =>
      row(category, scores, baseline.byCategory.get(category)),
    ),
    row('all but adversarial', report.answerable, baseline.answerable),
    row('all', report.all, baseline.all),
  ];
  const widths = header.map((_, column) => Math.max(...rows.map((cells) => cells[column]?.length ?? 0)));
  return rows.map((cells) =>
    cells
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd(),
  );
}
