/**
 * Coverage of BSL modules by tests: which lines can be run, reports in and out (SonarQube's generic format, lcov), shares
 * by module, object and change, and a gate.
 */
export { changedLines } from './changed-lines.ts';
export { coverableLines } from './coverable.ts';
export {
  type Coverage,
  CoverageFormatError,
  completeCoverage,
  type FileCoverage,
  mergeCoverage,
  type Share,
} from './coverage.ts';
export { readGenericCoverage, writeGenericCoverage } from './generic-xml.ts';
export { readLcov, writeLcov } from './lcov.ts';
export {
  type CoverageReport,
  checkGate,
  type FileShare,
  type Gate,
  type GateFault,
  type ReportRequest,
  reportCoverage,
  untouchedExports,
} from './report.ts';
