/**
 * Diagnostics of BSL modules: rules with the keys, parameters and places of the reference analyser. Rules are data and
 * pure functions; one parse and one walk serve all of them.
 */
export { type CheckRequest, checkModule } from './check.ts';
export {
  type Configuration,
  type ConfigurationResult,
  chooseRules,
  defaultConfiguration,
  type Mode,
  type ObjectParameters,
  objectParametersOf,
  onlyRules,
  readConfiguration,
} from './configuration.ts';
export { applyFixes, type Repaired } from './fixes.ts';
export {
  type FileReport,
  type Reporter,
  type ReportFormat,
  type ReportOptions,
  reporters,
} from './reports/index.ts';
export {
  type CommonModuleFacts,
  defineRule,
  type Fix,
  type ParameterValue,
  type Project,
  type Rule,
  type RuleContext,
  type RuleFacts,
  type RuleType,
  type Severity,
  type Visitor,
} from './rule.ts';
export { allRules } from './rules/index.ts';
export {
  type ChosenRule,
  type DiagnoseOptions,
  type Diagnosis,
  diagnose,
  diagnoseTree,
  type Finding,
} from './run.ts';
export { isAtLeast, severities } from './severity.ts';
export { type IsSuppressed, suppressionOf } from './suppression.ts';
export type { Text } from './text.ts';
