/**
 * Rules that make query texts of 1C faster: safe rewrites that keep the result, advice where a person must decide, and
 * an outline of what a text does. Pure; knows of a configuration only what a `Schema` tells.
 */
export { type CodeRule, codeRules } from './code-rules.ts';
export { applyEdits } from './context.ts';
export {
  type ExplainedField,
  type ExplainedSelect,
  type ExplainedStatement,
  type ExplainedTable,
  type Explanation,
  explain,
} from './explain/explain.ts';
export type { Finding, RuleNumber, Said, Standard, TextEdit } from './finding.ts';
export { findImprovements, type Optimized, optimizeQuery } from './optimize.ts';
export { type FieldTypes, type Schema, unknownSchema } from './schema.ts';
