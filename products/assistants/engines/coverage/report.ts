import { type MethodSymbol, type SyntaxTree, symbolsOf } from '#products/assistants/engines/bsl';
import { type Coverage, type Share, shareOf } from './coverage.ts';

export interface FileShare extends Share {
  readonly path: string;
  /** From 1. */
  readonly uncovered: readonly number[];
}

export interface CoverageReport {
  readonly total: Share;
  /** The least covered first. */
  readonly files: readonly FileShare[];
  /** By object or subsystem, when the caller groups; the least covered first. */
  readonly groups: readonly (Share & { readonly name: string })[];
  /** Of the lines that a change touched; undefined without a change. */
  readonly changed: Share | undefined;
  /** Lines of the change that can be run and were not. */
  readonly changedUncovered: readonly { readonly path: string; readonly line: number }[];
}

export interface ReportRequest {
  readonly coverage: Coverage;
  /** Names of the groups a file belongs to: its object, its subsystems. */
  readonly groupsOf?: (path: string) => readonly string[];
  readonly changed?: ReadonlyMap<string, ReadonlySet<number>>;
}

const byPercent = (left: Share, right: Share): number =>
  left.percent - right.percent || right.coverable - left.coverable;

export function reportCoverage({ coverage, groupsOf, changed }: ReportRequest): CoverageReport {
  const files = [...coverage].map(([path, lines]): FileShare => {
    const uncovered = [...lines].flatMap(([line, hits]) => (hits > 0 ? [] : [line]));
    return { path, ...shareOf(lines.values()), uncovered };
  });
  const grouped = new Map<string, number[]>();
  for (const [path, lines] of coverage) {
    for (const name of groupsOf?.(path) ?? []) {
      const hits = grouped.get(name) ?? [];
      for (const count of lines.values()) hits.push(count);
      grouped.set(name, hits);
    }
  }
  const touched = [...(changed ?? [])].flatMap(([path, lines]) =>
    [...lines].flatMap((line) => {
      const hits = coverage.get(path)?.get(line);
      return hits === undefined ? [] : [{ path, line, hits }];
    }),
  );
  return {
    total: shareOf(coverage.values().flatMap((lines) => lines.values())),
    files: files.toSorted((left, right) => byPercent(left, right) || (left.path < right.path ? -1 : 1)),
    groups: [...grouped].map(([name, hits]) => ({ name, ...shareOf(hits) })).sort(byPercent),
    changed: changed === undefined ? undefined : shareOf(touched.map(({ hits }) => hits)),
    changedUncovered: touched.flatMap(({ path, line, hits }) => (hits > 0 ? [] : [{ path, line }])),
  };
}

/** Exported methods of a module of which no line was run. `lines` are the coverable ones with their runs. */
export function untouchedExports(
  tree: SyntaxTree,
  lines: ReadonlyMap<number, number>,
): readonly MethodSymbol[] {
  const lineOf = (token: number): number => tree.lines.lineAt(tree.tokens.start(token)) + 1;
  return symbolsOf(tree).methods.filter(({ node, isExport }) => {
    if (!isExport) return false;
    const [first, last] = [lineOf(node.first), lineOf(node.last)];
    const inside = [...lines].filter(([line]) => first <= line && line <= last);
    return inside.length > 0 && inside.every(([, hits]) => hits === 0);
  });
}

/** Least shares in percent; a share left out is not asked for. */
export interface Gate {
  readonly total?: number;
  readonly changed?: number;
  readonly file?: number;
}

export interface GateFault {
  readonly what: 'total' | 'changed' | 'file';
  readonly path?: string;
  readonly percent: number;
  readonly least: number;
}

/** What a report falls short of; empty: it passes. */
export function checkGate(report: CoverageReport, gate: Gate): readonly GateFault[] {
  const faults: GateFault[] = [];
  const ask = (
    what: GateFault['what'],
    percent: number | undefined,
    least: number | undefined,
    path?: string,
  ): void => {
    if (percent === undefined || least === undefined || percent >= least) return;
    faults.push({ what, percent, least, ...(path === undefined ? {} : { path }) });
  };
  ask('total', report.total.percent, gate.total);
  ask('changed', report.changed?.percent, gate.changed);
  for (const { path, percent } of report.files) ask('file', percent, gate.file, path);
  return faults;
}
