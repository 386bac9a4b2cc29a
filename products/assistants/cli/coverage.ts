import { readFile } from 'node:fs/promises';
import type { ToolCommand, ToolInput } from '#platform/server/modules';
import { parseModule } from '#products/assistants/engines/bsl';
import {
  type Coverage,
  CoverageFormatError,
  type CoverageReport,
  changedLines,
  checkGate,
  completeCoverage,
  coverableLines,
  type Gate,
  mergeCoverage,
  readGenericCoverage,
  readLcov,
  reportCoverage,
  type Share,
  writeGenericCoverage,
  writeLcov,
} from '#products/assistants/engines/coverage';
import { readSource } from './bsl/source-file.ts';
import { findSources } from './bsl/source-tree.ts';

const [passed, failedGate, badInput] = [0, 1, 2];

/** A report is the generic format when it begins as XML does, else lcov. */
async function readReport(file: string): Promise<Coverage> {
  const text = await readFile(file, 'utf8');
  return text.trimStart().startsWith('<') ? readGenericCoverage(text) : readLcov(text);
}

/** Lines that can be run, of every module of a folder. */
async function coverableOf(folder: string): Promise<ReadonlyMap<string, readonly number[]>> {
  const found = new Map<string, readonly number[]>();
  for (const { file, path } of await findSources(folder)) {
    const source = await readSource(file);
    if (source.kind === 'text') found.set(path, coverableLines(parseModule(source.text)));
  }
  return found;
}

/** The object a module belongs to: `Catalogs/Товары`. */
function objectOf(path: string): readonly string[] {
  const parts = path.replace(/^src\//, '').split('/');
  return parts.length > 2 ? [parts.slice(0, 2).join('/')] : [];
}

function gateOf({ options }: ToolInput): Gate | undefined {
  const gate: Record<string, number> = {};
  for (const [name, flag] of [
    ['total', 'min'],
    ['changed', 'minChanged'],
    ['file', 'minFile'],
  ] as const) {
    const given = options[flag];
    if (given === undefined) continue;
    const least = Number(given);
    if (!(least >= 0 && least <= 100)) return undefined;
    gate[name] = least;
  }
  return gate;
}

function textReport(report: CoverageReport): string {
  const row = ({ percent, covered, coverable }: Share, name: string): string =>
    `${percent.toFixed(1).padStart(5)} %  ${covered}/${coverable}  ${name}\n`;
  return [
    ...report.files.map((file) => row(file, file.path)),
    row(report.total, 'in all'),
    ...(report.changed === undefined ? [] : [row(report.changed, 'of the change')]),
  ].join('');
}

const formats: Readonly<Record<string, (report: CoverageReport, coverage: Coverage) => string>> = {
  text: textReport,
  json: (report) => `${JSON.stringify(report, undefined, 2)}\n`,
  lcov: (_report, coverage) => writeLcov(coverage),
  generic: (_report, coverage) => writeGenericCoverage(coverage),
};

async function run(input: ToolInput): Promise<number> {
  const gate = gateOf(input);
  if (gate === undefined) {
    input.warn('--min, --min-changed and --min-file are percentages from 0 to 100.');
    return badInput;
  }
  const format = formats[String(input.options['format'] ?? 'text')];
  if (format === undefined) {
    input.warn(`--format is one of ${Object.keys(formats).join(', ')}.`);
    return badInput;
  }
  try {
    const measured = mergeCoverage(
      await Promise.all(input.args.flatMap((file) => (file === undefined ? [] : [readReport(file)]))),
    );
    const { sources, diff } = input.options;
    const coverage =
      typeof sources === 'string' ? completeCoverage(measured, await coverableOf(sources)) : measured;
    const changed = typeof diff === 'string' ? { changed: changedLines(await readFile(diff, 'utf8')) } : {};
    const report = reportCoverage({ coverage, groupsOf: objectOf, ...changed });
    input.write(format(report, coverage));
    const faults = checkGate(report, gate);
    for (const { what, path, percent, least } of faults)
      input.warn(`${path ?? what}: ${percent.toFixed(1)} % is less than ${least} %.`);
    return faults.length > 0 ? failedGate : passed;
  } catch (error) {
    if (!(error instanceof CoverageFormatError) && !(error instanceof Error && 'code' in error)) throw error;
    input.warn(error.message);
    return badInput;
  }
}

/** Coverage of modules on the command line. */
export const coverageTools: readonly ToolCommand[] = [
  {
    path: 'coverage report',
    summary:
      'Shares of covered lines from reports (generic coverage or lcov); exit code 1 when a gate is missed',
    args: ['<report...>'],
    options: [
      {
        flags: '--sources <folder>',
        description: 'Count the lines of these modules, those nobody ran included',
      },
      { flags: '--diff <file>', description: 'A unified diff: the share of its lines is told, too' },
      { flags: '--min <percent>', description: 'Least share of the whole' },
      { flags: '--min-changed <percent>', description: 'Least share of the change' },
      { flags: '--min-file <percent>', description: 'Least share of each file' },
      { flags: '--format <name>', description: 'text, json, lcov or generic', default: 'text' },
    ],
    run,
  },
];
