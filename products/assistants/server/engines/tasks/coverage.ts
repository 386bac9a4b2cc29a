import type { Static } from 'typebox';
import { Refusal } from '#base/refusal';
import { parseModule } from '#products/assistants/engines/bsl';
import {
  type Coverage,
  CoverageFormatError,
  changedLines,
  checkGate,
  completeCoverage,
  coverableLines,
  mergeCoverage,
  readGenericCoverage,
  readLcov,
  reportCoverage as report,
} from '#products/assistants/engines/coverage';
import type * as contract from '../../../contract/index.ts';
import type { Task } from './task.ts';

export interface CoverageInput {
  readonly reports: readonly string[];
  readonly sources?: readonly { readonly path: string; readonly code: string }[] | undefined;
  readonly diff?: string | undefined;
  readonly gate?:
    | {
        readonly total?: number | undefined;
        readonly changed?: number | undefined;
        readonly file?: number | undefined;
      }
    | undefined;
}

/** Generic XML begins as XML does; everything else is lcov. */
function read(text: string, index: number): Coverage {
  try {
    return text.trimStart().startsWith('<') ? readGenericCoverage(text) : readLcov(text);
  } catch (error) {
    if (!(error instanceof CoverageFormatError)) throw error;
    throw new Refusal('invalid', 'assistants.coverage_refused', error.message, {
      errors: [{ pointer: `/body/reports/${index}`, message: error.message }],
    });
  }
}

/** The object a module belongs to: `Catalogs/Товары`. */
function objectOf(path: string): readonly string[] {
  const parts = path.replace(/^src\//, '').split('/');
  return parts.length > 2 ? [parts.slice(0, 2).join('/')] : [];
}

export const reportCoverage: Task<CoverageInput, Static<typeof contract.CoverageReport>> = ({
  reports,
  sources = [],
  diff,
  gate = {},
}) => {
  const measured = mergeCoverage(reports.map(read));
  const coverable = new Map(
    sources.map(({ path, code }) => [path.replaceAll('\\', '/'), coverableLines(parseModule(code))]),
  );
  const coverage = coverable.size === 0 ? measured : completeCoverage(measured, coverable);
  const made = report({
    coverage,
    groupsOf: objectOf,
    ...(diff === undefined ? {} : { changed: changedLines(diff) }),
  });
  const asked = Object.fromEntries(Object.entries(gate).filter(([, least]) => least !== undefined));
  return {
    total: made.total,
    files: made.files.map(({ uncovered, ...file }) => ({ ...file, uncovered: [...uncovered] })),
    groups: [...made.groups],
    changed: made.changed ?? null,
    changed_uncovered: [...made.changedUncovered],
    gate_faults: checkGate(made, asked).map(({ path, ...fault }) => ({ ...fault, path: path ?? null })),
  };
};
