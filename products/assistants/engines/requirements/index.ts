export { type AnalysisOptions, analyseRequirements, type RequirementsAnalysis } from './analyse.ts';
export type { Comparison, Conflict, Duplicate } from './comparison.ts';
export {
  type Evaluation,
  evaluate,
  type LabelledSentence,
  labelledSentences,
  parseLabelled,
  type Rates,
} from './evaluation/evaluate.ts';
export type { TermVariants } from './glossary.ts';
export type { Attribute } from './objects/attributes.ts';
export { type SuggestedObject, suggestObjects } from './objects/objects.ts';
export type { ObjectKind } from './objects/tables.ts';
export type {
  Language,
  Measure,
  Obligation,
  QualityCharacteristic,
  QualityFinding,
  Requirement,
  RequirementParts,
  RequirementType,
  Severity,
  SourcePosition,
  TextRange,
  UserStory,
} from './requirement.ts';
export { type RuleKey, rules } from './rules/tables.ts';
export type { SectionReport, SectionState } from './sections/sections.ts';
export { type Traceability, type TraceLink, type TraceTarget, traceRequirements } from './traceability.ts';
