import { analyze } from '#platform/server/language';
import { analyzeDocument } from '../retrieval/analyze-document.rules.ts';
import { scoreLevel } from '../retrieval/bm25.rules.ts';
import type { DenseChannel } from '../retrieval/dense.rules.ts';
import { analyzeQuery } from '../retrieval/query.rules.ts';
import { retrieve } from '../retrieval/retrieve.rules.ts';
import type { SpaceDocument } from '../retrieval/space-document.ts';
import { createSpaceIndex } from '../retrieval/space-index.ts';
import type { SpaceIndex } from '../retrieval/space-view.ts';
import { topSlots } from '../retrieval/top-slots.ts';
import type { Strategy } from '../strategies/strategy.ts';
import type { EvaluationSample, EvaluationTurn } from './locomo.ts';
import { type EvaluationReport, type Ranking, reportOf } from './metrics.rules.ts';

const DEEPEST = 50;
const DAY_MS = 86_400_000;

export interface InMemoryOptions {
  /** Prepares the corpus-trained dense channel of a conversation; called once per sample. */
  readonly latent?: (index: SpaceIndex) => (terms: readonly string[]) => DenseChannel;
  /** Derived memories to add to the turns of a sample. */
  readonly derived?: (sample: EvaluationSample) => readonly SpaceDocument[];
}

function documentOf(turn: EvaluationTurn, terms: string): SpaceDocument {
  const { id, sessionId, ordinal, occurredAt, speaker } = turn;
  return {
    id,
    level: 0,
    kind: 'turn',
    sessionId,
    ordinal,
    occurredAt,
    speaker,
    terms,
    importance: 0.5,
    accessCount: 0,
    lastAccessedAt: null,
    sources: [],
  };
}

export function evaluationDocument(turn: EvaluationTurn): SpaceDocument {
  const { text, speaker, caption, captionQuery, occurredAt } = turn;
  const { terms, dates } = analyzeDocument({ content: text, speaker, caption, captionQuery, occurredAt });
  return { ...documentOf(turn, terms), dates };
}

/** Asks every question of every conversation by one strategy, each conversation a space of its own. */
export function evaluateInMemory(
  samples: readonly EvaluationSample[],
  strategy: Strategy,
  options: InMemoryOptions = {},
): EvaluationReport {
  const rankings: Ranking[] = [];
  for (const sample of samples) {
    const index = createSpaceIndex();
    for (const turn of sample.turns) index.upsert(evaluationDocument(turn));
    for (const document of options.derived?.(sample) ?? []) index.upsert(document);
    const latentOf = options.latent?.(index);
    const at = Math.max(0, ...sample.turns.map(({ occurredAt }) => occurredAt)) + DAY_MS;
    for (const { question, category, evidence } of sample.questions) {
      const query = analyzeQuery(question, { participants: index.participants(), at });
      const latent = latentOf === undefined ? {} : { latent: latentOf(query.terms) };
      const { results } = retrieve(index, query, strategy, { limit: DEEPEST, at, now: () => 0, ...latent });
      rankings.push({ category, evidence, ranked: results.map(({ id }) => id) });
    }
  }
  return reportOf(rankings);
}

/** The plain baseline: BM25 (k1 1.2, b .75) over the words of single turns, nothing else. */
export function evaluatePlainBm25(samples: readonly EvaluationSample[]): EvaluationReport {
  const rankings: Ranking[] = [];
  for (const sample of samples) {
    const index = createSpaceIndex();
    for (const turn of sample.turns) index.upsert(documentOf(turn, analyze(turn.text).join(' ')));
    const view = index.view();
    for (const { question, category, evidence } of sample.questions) {
      const scores = scoreLevel(view, 0, [...new Set(analyze(question))], { k1: 1.2, b: 0.75 });
      rankings.push({ category, evidence, ranked: topSlots(scores, DEEPEST).map(view.id) });
    }
  }
  return reportOf(rankings);
}
