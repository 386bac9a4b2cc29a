import { newId } from '#base/ids';
import type { MemoryEngine } from '../engine.ts';
import type { EvaluationSample } from '../evaluation/locomo.ts';
import type { Ranking } from '../evaluation/metrics.rules.ts';
import type { NewMemory } from '../nodes/node.ts';

export interface EvaluationRun {
  readonly rankings: readonly Ranking[];
  /** Milliseconds of each question. */
  readonly latencies: readonly number[];
  readonly importMs: number;
  readonly consolidationMs: number;
}

export interface EvaluationOptions {
  readonly strategy: string;
  /** Leaves consolidation out. */
  readonly consolidate: boolean;
  readonly onSample?: (sample: EvaluationSample, at: number) => void;
}

const deepest = 50;
/** Files give sessions a time, not turns: this keeps their turns apart. */
const betweenTurns = 30_000;

function memoryOf(turn: EvaluationSample['turns'][number]): NewMemory {
  const { id, sessionId, ordinal, occurredAt, speaker, text, caption, captionQuery } = turn;
  return {
    kind: 'turn',
    content: text,
    sessionId,
    speaker,
    ...(caption === null ? {} : { caption }),
    ...(captionQuery === null ? {} : { captionQuery }),
    occurredAt: new Date(occurredAt + ordinal * betweenTurns),
    metadata: { turn: id },
  };
}

/**
 * Tells one conversation to the engine as a new owner's memory, asks every question, and removes the owner again whatever
 * happens.
 */
async function runSample(
  engine: MemoryEngine,
  sample: EvaluationSample,
  { strategy, consolidate }: EvaluationOptions,
): Promise<EvaluationRun> {
  const ownerId = newId();
  const scope = { ownerId };
  try {
    const startedAt = performance.now();
    const kept = await engine.rememberMany(scope, sample.turns.map(memoryOf));
    const importMs = performance.now() - startedAt;
    if (consolidate) await engine.consolidate(scope);
    const consolidationMs = performance.now() - startedAt - importMs;
    const turns = new Map(kept.map(({ id }, at) => [id, sample.turns[at]?.id ?? '']));
    const rankings: Ranking[] = [];
    const latencies: number[] = [];
    for (const { question, category, evidence } of sample.questions) {
      const askedAt = performance.now();
      const { results } = await engine.recall(scope, {
        query: question.slice(0, 4_000),
        k: deepest,
        levels: [0],
        strategy,
        explain: false,
        silent: true,
      });
      latencies.push(performance.now() - askedAt);
      rankings.push({ category, evidence, ranked: results.map(({ node }) => turns.get(node.id) ?? '') });
    }
    return { rankings, latencies, importMs, consolidationMs };
  } finally {
    await engine.erase(ownerId);
  }
}

/** Runs every conversation through the real engine, one after the other. */
export async function runEvaluation(
  engine: MemoryEngine,
  samples: readonly EvaluationSample[],
  options: EvaluationOptions,
): Promise<EvaluationRun> {
  const runs: EvaluationRun[] = [];
  for (const [at, sample] of samples.entries()) {
    runs.push(await runSample(engine, sample, options));
    options.onSample?.(sample, at);
  }
  return {
    rankings: runs.flatMap(({ rankings }) => rankings),
    latencies: runs.flatMap(({ latencies }) => latencies),
    importMs: runs.reduce((sum, { importMs }) => sum + importMs, 0),
    consolidationMs: runs.reduce((sum, { consolidationMs }) => sum + consolidationMs, 0),
  };
}
