import type { Static } from 'typebox';
import { Refusal } from '#base/refusal';
import { type Document, type DocumentRefusal, readDocument } from '#products/assistants/engines/documents';
import {
  type AnalysisOptions,
  analyseRequirements,
  type Requirement,
  type RequirementsAnalysis,
  suggestObjects,
  traceRequirements as trace,
} from '#products/assistants/engines/requirements';
import type * as contract from '../../../contract/index.ts';
import type { Task } from './task.ts';

type Analysis = Static<typeof contract.RequirementsAnalysis>;

interface Options {
  readonly keep_together?: boolean | undefined;
  readonly acronyms?: readonly string[] | undefined;
  readonly glossary?: readonly (readonly string[])[] | undefined;
}

export interface RequirementsInput extends Options {
  readonly text: string;
}

export interface DocumentInput extends Options {
  readonly bytes: Uint8Array;
  readonly name: string;
}

/** Larger than any specification; what is in a file beyond it is refused. */
const mostText = 3_000_000;

function refused({ code, message, detail }: DocumentRefusal): Refusal {
  return new Refusal('invalid', 'assistants.document_refused', message.en, {
    reason: code,
    explanation: message,
    ...(detail === undefined ? {} : { detail: detail.slice(0, 200) }),
  });
}

function optionsOf({ keep_together: keepTogether = false, acronyms, glossary }: Options): AnalysisOptions {
  return {
    keepTogether,
    ...(acronyms === undefined ? {} : { acronyms }),
    ...(glossary === undefined ? {} : { glossary }),
  };
}

function presentRequirement(one: Requirement): Static<typeof contract.Requirement> {
  const { source, parts, story, characteristic, measures: _measures, ...rest } = one;
  return {
    ...rest,
    findings: [...one.findings],
    source: { line: source.line ?? null, page: source.page ?? null, path: [...source.path] },
    characteristic: characteristic ?? null,
    parts: {
      condition: parts.condition ?? null,
      subject: parts.subject ?? null,
      action: parts.action ?? null,
      object: parts.object ?? null,
      criterion: parts.criterion ?? null,
    },
    story:
      story === undefined
        ? null
        : { role: story.role ?? null, goal: story.goal ?? null, value: story.value ?? null },
  };
}

function present(analysis: RequirementsAnalysis, warnings: Analysis['warnings']): Analysis {
  if (analysis.refusal !== undefined) throw refused(analysis.refusal);
  const { summary } = analysis;
  return {
    requirements: analysis.requirements.map(presentRequirement),
    duplicates: analysis.duplicates.map(({ ids, similarity }) => ({ ids: [...ids], similarity })),
    conflicts: analysis.conflicts.map(({ ids, ...conflict }) => ({ ids: [...ids], ...conflict })),
    variants: analysis.variants.map(({ preferred, used }) => ({
      preferred,
      used: used.map(({ term, ids }) => ({ term, ids: [...ids] })),
    })),
    sections: analysis.sections.map(({ standard, completeness, sections }) => ({
      standard,
      completeness,
      sections: sections.map(({ line, page, ...section }) => ({
        ...section,
        line: line ?? null,
        page: page ?? null,
      })),
    })),
    objects: suggestObjects(analysis.requirements).map(({ kind, name, attributes, values, reasons }) => ({
      kind,
      name,
      attributes: [...attributes],
      values: [...values],
      reasons: [...reasons],
    })),
    summary: {
      total: summary.total,
      by_type: { ...summary.byType },
      score: summary.score,
      findings: summary.findings,
    },
    warnings,
  };
}

export const analyzeRequirements: Task<RequirementsInput, Analysis> = ({ text, ...options }) =>
  present(analyseRequirements(text, optionsOf(options)), []);

function checkLength(document: Document): void {
  const length = document.blocks.reduce((sum, { text }) => sum + text.length, 0);
  if (length > mostText)
    throw new Refusal('invalid', 'assistants.document_refused', 'The document has too much text.', {
      reason: 'too_large',
      explanation: { ru: 'В документе слишком много текста', en: 'The document has too much text' },
    });
}

export const analyzeDocument: Task<DocumentInput, Analysis> = async ({ bytes, name, ...options }) => {
  const read = await readDocument(bytes, name);
  if (!read.ok) throw refused(read);
  checkLength(read.document);
  const warnings = read.document.warnings.map(({ ru, en }) => ({ ru, en }));
  return present(analyseRequirements(read.document, optionsOf(options)), warnings);
};

export interface TraceInput extends RequirementsInput {
  readonly targets: Parameters<typeof trace>[1];
  readonly threshold?: number | undefined;
}

export const traceRequirements: Task<TraceInput, Static<typeof contract.Traceability>> = ({
  text,
  targets,
  threshold,
  ...options
}) => {
  const analysis = analyseRequirements(text, optionsOf(options));
  if (analysis.refusal !== undefined) throw refused(analysis.refusal);
  const { links, gaps, coverage } = trace(analysis.requirements, targets, threshold);
  return {
    links: [...links],
    gaps: {
      without_test: [...gaps.withoutTest],
      without_design: [...gaps.withoutDesign],
      orphans: [...gaps.orphans],
    },
    coverage,
    requirements: analysis.requirements
      .filter(({ type }) => type !== 'not-a-requirement')
      .map((one) => ({ id: one.id, text: one.text })),
  };
};
