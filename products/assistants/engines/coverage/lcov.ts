import { type Coverage, CoverageFormatError } from './coverage.ts';

/** The line format of lcov: `SF`, `DA`, `LF`, `LH`. */
export function writeLcov(coverage: Coverage): string {
  return [...coverage]
    .map(([path, lines]) => {
      const rows = [...lines].toSorted(([left], [right]) => left - right);
      const ran = rows.filter(([, hits]) => hits > 0).length;
      const data = rows.map(([line, hits]) => `DA:${line},${hits}\n`).join('');
      return `TN:\nSF:${path.replaceAll(/[\r\n]/g, ' ')}\n${data}LF:${rows.length}\nLH:${ran}\nend_of_record\n`;
    })
    .join('');
}

/**
 * Reads lcov; branches and functions are left out.
 * @throws CoverageFormatError when it holds no file, or a line that is no number.
 */
export function readLcov(text: string): Coverage {
  const coverage = new Map<string, Map<number, number>>();
  let file: Map<number, number> | undefined;
  for (const row of text.replace(/^\uFEFF/, '').split(/\r?\n/)) {
    if (row.startsWith('SF:')) {
      const path = row.slice(3).trim().replaceAll('\\', '/');
      file = coverage.get(path) ?? new Map();
      coverage.set(path, file);
    } else if (row.startsWith('DA:')) {
      const [line, hits] = row.slice(3).split(',').map(Number);
      const isSound = Number.isSafeInteger(line) && Number.isFinite(hits);
      if (!isSound || line === undefined || hits === undefined || line < 1)
        throw new CoverageFormatError(`"${row.slice(0, 80)}" is no line of lcov.`);
      file?.set(line, (file.get(line) ?? 0) + Math.max(0, hits));
    } else if (row === 'end_of_record') file = undefined;
  }
  if (coverage.size === 0) throw new CoverageFormatError('There is no file (SF:) in the report.');
  return coverage;
}
