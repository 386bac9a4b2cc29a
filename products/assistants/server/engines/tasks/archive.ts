import { Refusal } from '#base/refusal';
import type { FileReport } from '#products/assistants/engines/diagnostics';
import { defaultZipLimits, type FileTree, treeFromZip } from '#products/assistants/engines/metadata';
import { type CheckSettings, createChecker } from './check-settings.ts';
import { decodeModule } from './decode-module.ts';
import { countFindings, noFindings, type SeverityCounts } from './severity-counts.ts';
import type { Task } from './task.ts';

export interface CheckArchiveInput extends CheckSettings {
  readonly bytes: Uint8Array;
}

/** What is told while an archive is checked. */
export type ArchiveEvent =
  | { readonly event: 'start'; readonly files: number; readonly warnings: readonly string[] }
  | { readonly event: 'file'; readonly report: FileReport }
  | { readonly event: 'progress'; readonly done: number; readonly files: number };

export interface CheckArchiveOutput {
  readonly files: number;
  readonly filesWithFindings: number;
  readonly counts: SeverityCounts;
  readonly leftOut: number;
  readonly warnings: readonly string[];
}

const configurationName = '.bsl-language-server.json';
const isModule = (path: string): boolean => /\.(?:bsl|os)$/i.test(path);
const mostModules = 50_000;
/** Unpacked bytes of all modules together: a guard against bombs, far above the largest configurations. */
const mostBytes = 512 * 1_024 * 1_024;
const mostFindings = 20_000;
const mostWarnings = 100;
/** How often progress is told. */
const everyFiles = 20;

function treeOf(bytes: Uint8Array): FileTree {
  const read = treeFromZip(bytes, { ...defaultZipLimits, fileBytes: 16 * 1_024 * 1_024 });
  if (read.ok) return read.tree;
  const { code, entry, message } = read.refusal;
  throw new Refusal('invalid', 'assistants.bad_archive', `${message.en}.`, {
    reason: code,
    entry: entry.slice(0, 200),
    explanation: message,
  });
}

function settingsText(tree: FileTree): string | undefined {
  const path = tree.paths
    .filter((each) => each === configurationName || each.endsWith(`/${configurationName}`))
    .sort((left, right) => left.length - right.length)[0];
  return path === undefined ? undefined : new TextDecoder().decode(tree.read(path));
}

/** Checks the modules of a zip one after another; a module that cannot be read is a warning. */
export const checkArchive: Task<CheckArchiveInput, CheckArchiveOutput> = (
  { bytes, ...settings },
  { emit },
) => {
  const tree = treeOf(bytes);
  const paths = tree.paths.filter(isModule).sort();
  if (paths.length === 0)
    throw new Refusal('invalid', 'assistants.no_modules', 'There are no .bsl or .os files in the archive.');
  if (paths.length > mostModules)
    throw new Refusal(
      'invalid',
      'assistants.bad_archive',
      `More than ${mostModules} modules in the archive.`,
    );
  const configuration = settings.configuration ?? settingsText(tree);
  const checker = createChecker({ ...settings, configuration });
  const warnings = [...checker.warnings];
  const warn = (words: string): void => {
    if (warnings.length < mostWarnings) warnings.push(words);
  };
  emit({ event: 'start', files: paths.length, warnings } satisfies ArchiveEvent);
  const counts = noFindings();
  let [withFindings, told, leftOut, size] = [0, 0, 0, 0];
  for (const [at, path] of paths.entries()) {
    if (at > 0 && at % everyFiles === 0)
      emit({ event: 'progress', done: at, files: paths.length } satisfies ArchiveEvent);
    let source: string;
    try {
      const content = tree.read(path);
      size += content.length;
      source = decodeModule(content);
    } catch (error) {
      warn(`${path}: ${error instanceof Error ? error.message : 'cannot be read'}`);
      continue;
    }
    if (size > mostBytes)
      throw new Refusal('invalid', 'assistants.bad_archive', 'The unpacked modules are larger than 512 MiB.');
    const { findings, faults } = checker.check(source, path);
    for (const fault of faults) warn(fault);
    if (findings.length === 0) continue;
    countFindings(counts, findings);
    withFindings += 1;
    const shown = findings.slice(0, Math.max(0, mostFindings - told));
    told += shown.length;
    leftOut += findings.length - shown.length;
    if (shown.length > 0) emit({ event: 'file', report: { path, findings: shown } } satisfies ArchiveEvent);
  }
  emit({ event: 'progress', done: paths.length, files: paths.length } satisfies ArchiveEvent);
  return { files: paths.length, filesWithFindings: withFindings, counts, leftOut, warnings };
};
