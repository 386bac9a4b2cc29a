import { extractiveSummary, splitSentences } from '#platform/server/language';
import { labelOf } from '../nodes/text.rules.ts';
import { type AnalyzedDocument, analyzeDocument } from '../retrieval/analyze-document.rules.ts';

export interface RenewalSource {
  readonly content: string;
  readonly speaker: string | null;
}

export interface Renewal {
  readonly label: string;
  readonly content: string;
  readonly analysis: Pick<AnalyzedDocument, 'terms' | 'dates' | 'entities'>;
}

const budget = 600;

/**
 * Makes a derived memory anew from the sources it has left, in their words only, so that nothing of a source that went
 * stays in it. The next consolidation may find better words.
 */
export function renewedFrom(sources: readonly RenewalSource[], occurredAt: number): Renewal {
  const sentences = sources.flatMap(({ content }) => splitSentences(content).map(({ text }) => text));
  const content =
    extractiveSummary(sentences, budget).join(' ') || labelOf(sources[0]?.content ?? '', budget);
  const { terms, dates, entities } = analyzeDocument({ content, speaker: null, occurredAt });
  return { label: labelOf(content), content, analysis: { terms, dates, entities } };
}
