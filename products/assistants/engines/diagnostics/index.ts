/**
 * Diagnostics of BSL modules: rules with the keys, parameters and places of the reference analyser. Rules are data and
 * pure functions; one parse and one walk serve all of them.
 */
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
export type { Text } from './text.ts';
