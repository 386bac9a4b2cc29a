import type { FileReport, Finding } from '#products/assistants/engines/diagnostics';
import { severities } from '../../../contract/index.ts';

/** How many findings of a review are kept with it. */
export const mostKept = 2_000;

export interface Kept {
  readonly report: readonly FileReport[];
  readonly leftOut: number;
}

/** The worst findings of all files, as many as are kept; files and places stay in their order. */
export function keptFindings(files: readonly FileReport[]): Kept {
  const all = files.flatMap(({ path, findings }) => findings.map((finding) => ({ path, finding })));
  if (all.length <= mostKept)
    return { report: files.filter(({ findings }) => findings.length > 0), leftOut: 0 };
  const rank = ({ finding }: { readonly finding: Finding }): number => severities.indexOf(finding.severity);
  const worst = new Set(
    all
      .toSorted((left, right) => rank(left) - rank(right))
      .slice(0, mostKept)
      .map(({ finding }) => finding),
  );
  return {
    report: files.flatMap(({ path, findings }) => {
      const kept = findings.filter((finding) => worst.has(finding));
      return kept.length === 0 ? [] : [{ path, findings: kept }];
    }),
    leftOut: all.length - mostKept,
  };
}
