/** Lines of one file, from 1, with how often each was run; only lines that can be run. */
export type FileCoverage = ReadonlyMap<number, number>;

/** What tests ran, by path with `/`. */
export type Coverage = ReadonlyMap<string, FileCoverage>;

/** A report that cannot be read. */
export class CoverageFormatError extends Error {
  override readonly name = 'CoverageFormatError';
}

/** Joins reports of several runs: runs of a line add up. */
export function mergeCoverage(reports: readonly Coverage[]): Coverage {
  const merged = new Map<string, Map<number, number>>();
  for (const report of reports) {
    for (const [path, lines] of report) {
      const known = merged.get(path) ?? new Map<number, number>();
      for (const [line, hits] of lines) known.set(line, (known.get(line) ?? 0) + hits);
      merged.set(path, known);
    }
  }
  return merged;
}

export interface Share {
  readonly covered: number;
  readonly coverable: number;
  /** 0 to 100; 100 where nothing can be covered. */
  readonly percent: number;
}

export function shareOf(lines: Iterable<number>): Share {
  let [covered, coverable] = [0, 0];
  for (const hits of lines) {
    coverable += 1;
    if (hits > 0) covered += 1;
  }
  return { covered, coverable, percent: coverable === 0 ? 100 : (covered / coverable) * 100 };
}

/**
 * Completes a report with what the modules themselves say: lines that can be run and are not in the report were not run,
 * lines that cannot be run are dropped, modules that nobody ran are there with nothing covered.
 */
export function completeCoverage(
  report: Coverage,
  coverable: ReadonlyMap<string, readonly number[]>,
): Coverage {
  return new Map(
    [...coverable].map(([path, lines]) => {
      const ran = report.get(path);
      return [path, new Map(lines.map((line) => [line, ran?.get(line) ?? 0]))];
    }),
  );
}
