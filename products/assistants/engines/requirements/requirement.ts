import type { Bilingual } from '#products/assistants/engines/documents';
import type { RuleKey } from './rules/tables.ts';

export type Language = 'ru' | 'en';

export type RequirementType =
  | 'functional'
  | 'non-functional'
  | 'constraint'
  | 'business-rule'
  | 'not-a-requirement';

/** The nine quality characteristics of ISO/IEC 25010:2023. */
export type QualityCharacteristic =
  | 'functional-suitability'
  | 'performance-efficiency'
  | 'compatibility'
  | 'interaction-capability'
  | 'reliability'
  | 'security'
  | 'maintainability'
  | 'flexibility'
  | 'safety';

/** How binding the wording is; `declared` states what the system does without a word of obligation. */
export type Obligation = 'mandatory' | 'prohibited' | 'recommended' | 'permitted' | 'declared' | 'none';

export type Severity = 'major' | 'minor' | 'info';

/** Characters of the requirement's text, end exclusive. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** One breach of a rule of good wording. */
export interface QualityFinding extends TextRange {
  readonly key: RuleKey;
  readonly severity: Severity;
  readonly message: Bilingual;
  readonly hint: Bilingual;
  /** The words it is about. */
  readonly words: string;
}

/** `[condition], [subject] shall [action] [object] [criterion]`, as far as the sentence has them. */
export interface RequirementParts {
  readonly condition?: string;
  readonly subject?: string;
  readonly action?: string;
  readonly object?: string;
  readonly criterion?: string;
}

export interface SourcePosition {
  readonly line?: number;
  readonly page?: number;
  readonly path: readonly string[];
}

/** A number with its unit brought to a base: seconds, bytes, percent; other units stay as they are. */
export interface Measure extends TextRange {
  readonly value: number;
  readonly unit: string;
  readonly dimension: 'time' | 'size' | 'percent' | 'money' | 'count' | 'none';
  readonly comparison: 'at-most' | 'at-least' | 'equal';
}

export interface UserStory {
  readonly role?: string;
  readonly goal?: string;
  readonly value?: string;
  readonly findings: readonly QualityFinding[];
}

export interface Requirement {
  /** Its own number where it has one (`ФТ-3`, `4.2.1`), otherwise made from its words; unique in the set. */
  readonly id: string;
  readonly numbered: boolean;
  readonly text: string;
  readonly source: SourcePosition;
  readonly language: Language;
  readonly type: RequirementType;
  readonly characteristic?: QualityCharacteristic;
  readonly obligation: Obligation;
  readonly parts: RequirementParts;
  readonly measures: readonly Measure[];
  readonly findings: readonly QualityFinding[];
  /** 100 without findings; each kind of finding takes its weight off. */
  readonly score: number;
  readonly story?: UserStory;
}
