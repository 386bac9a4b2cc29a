import { type Document, type DocumentRefusal, documentOfText } from '#products/assistants/engines/documents';
import { acronymFindings, definedAcronyms } from './acronyms.ts';
import { classify } from './classify.ts';
import { type Comparison, compareRequirements } from './comparison.ts';
import { type TermVariants, termVariants } from './glossary.ts';
import { identified } from './identity.ts';
import { partsOf } from './parts.ts';
import type { Requirement } from './requirement.ts';
import { checkSentence, scoreOf } from './rules/check.ts';
import { findingAt } from './rules/finding.ts';
import { checkSections, type SectionReport } from './sections/sections.ts';
import { readSentence } from './sentence.ts';
import { type Candidate, candidatesOf } from './split.ts';
import { storyOf } from './user-story.ts';

export interface AnalysisOptions {
  /** Take each paragraph as one requirement instead of cutting it into sentences. */
  readonly keepTogether?: boolean;
  /** Acronyms explained elsewhere. */
  readonly acronyms?: readonly string[];
  /** Groups of words that mean one thing, the preferred first; added to the built-in ones. */
  readonly glossary?: readonly (readonly string[])[];
}

export interface RequirementsAnalysis extends Comparison {
  readonly requirements: readonly Requirement[];
  /** One term under several names. */
  readonly variants: readonly TermVariants[];
  /** Completeness against ГОСТ 34.602-2020 and ГОСТ 19.201-78, when the document looks like a specification. */
  readonly sections: readonly SectionReport[];
  readonly summary: {
    readonly total: number;
    readonly byType: Readonly<Record<string, number>>;
    /** Mean score of what is a requirement; 100 when there is none. */
    readonly score: number;
    readonly findings: number;
  };
  /** Set when the text itself was refused (a line nobody wrote); everything else is then empty. */
  readonly refusal?: DocumentRefusal;
}

function requirementOf(
  candidate: Candidate,
  defined: ReadonlySet<string>,
  withCriteria: boolean,
): Omit<Requirement, 'id'> {
  const sentence = readSentence(candidate.text);
  const story = storyOf(candidate.text);
  const about = story ? { type: 'functional' as const, obligation: 'declared' as const } : classify(sentence);
  const { text } = candidate;
  const findings = story
    ? [...story.findings, ...(withCriteria ? [] : [findingAt('missing-criterion', text, 0, text.length)])]
    : checkSentence(sentence, about);
  const acronyms = about.type === 'not-a-requirement' ? [] : acronymFindings(text, defined);
  const all = [...findings, ...acronyms].sort((a, b) => a.start - b.start || a.end - b.end);
  return {
    numbered: candidate.number !== undefined,
    text,
    source: candidate.source,
    language: sentence.language,
    ...about,
    parts: partsOf(sentence),
    measures: sentence.measures,
    findings: all,
    score: scoreOf(all),
    ...(story && { story }),
  };
}

function summaryOf(requirements: readonly Requirement[]): RequirementsAnalysis['summary'] {
  const byType: Record<string, number> = {};
  for (const one of requirements) byType[one.type] = (byType[one.type] ?? 0) + 1;
  const real = requirements.filter((one) => one.type !== 'not-a-requirement');
  const sum = real.reduce((total, one) => total + one.score, 0);
  return {
    total: requirements.length,
    byType,
    score: real.length === 0 ? 100 : Math.round(sum / real.length),
    findings: requirements.reduce((total, one) => total + one.findings.length, 0),
  };
}

/**
 * Finds the requirements of a text or document, types each, checks its wording and compares it with the others.
 * Near-linear in the length; never throws.
 */
export function analyseRequirements(
  input: string | Document,
  options: AnalysisOptions = {},
): RequirementsAnalysis {
  const read =
    typeof input === 'string'
      ? documentOfText(input, /^#{1,6} |\n#{1,6} |\n\|\s*:?-{3}/.test(input.slice(0, 200_000)) ? 'md' : 'txt')
      : ({ ok: true, document: input } as const);
  if (!read.ok)
    return {
      requirements: [],
      duplicates: [],
      conflicts: [],
      variants: [],
      sections: [],
      summary: summaryOf([]),
      refusal: read,
    };
  const { document } = read;
  const candidates = candidatesOf(document, options.keepTogether ?? false);
  const text = document.blocks.map((block) => block.text).join('\n');
  const defined = new Set([...definedAcronyms(text), ...(options.acronyms ?? [])]);
  const withCriteria =
    /критери\S* приёмки|критери\S* приемки|acceptance criteria|^\s*(?:дано|given)\s/imu.test(text);
  const requirements = identified(
    candidates.map((candidate) => ({
      candidate,
      requirement: requirementOf(candidate, defined, withCriteria),
    })),
  );
  const real = requirements.filter((one) => one.type !== 'not-a-requirement');
  return {
    requirements,
    ...compareRequirements(real),
    variants: termVariants(real, options.glossary ?? []),
    sections: checkSections(document),
    summary: summaryOf(requirements),
  };
}
