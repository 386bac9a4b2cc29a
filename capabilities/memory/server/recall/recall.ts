import { createHash } from 'node:crypto';
import { newId } from '#base/ids';
import { Refusal } from '#base/refusal';
import type { Clock } from '#base/time';
import type { MemoryMetrics } from '../metrics.ts';
import type { MemoryNode } from '../nodes/node.ts';
import { findLiveNodes } from '../nodes/node-read.store.ts';
import { unreadable } from '../nodes/text.rules.ts';
import { embeddingChannel } from '../retrieval/dense.rules.ts';
import { type AnalyzedQuery, analyzeQuery } from '../retrieval/query.rules.ts';
import { retrieve } from '../retrieval/retrieve.rules.ts';
import type { MemoryScope } from '../spaces/scope.ts';
import { type SpaceKey, spaceKey } from '../spaces/space-key.rules.ts';
import type { Spaces } from '../spaces/spaces.ts';
import { type BanditState, chooseStrategy } from '../strategies/bandit.rules.ts';
import { STRATEGIES, STRATEGY_IDS } from '../strategies/strategies.ts';
import type { Strategy } from '../strategies/strategy.ts';
import { additive } from './explanation.rules.ts';
import type { IndexCache, ReadyIndex } from './index-cache.ts';
import type { RecallJournal } from './recall-journal.ts';
import type { Recall, RecallRequest } from './recall-types.ts';

/** Turns a query into a vector; undefined when nothing does. Must answer quickly or not at all. */
export type EmbedQuery = (text: string, ownerId: string) => Promise<Float32Array | undefined>;

export interface RecallOptions {
  readonly spaces: Spaces;
  readonly indexes: IndexCache;
  readonly journal: RecallJournal;
  readonly state: (ownerId: string, spaceId: string) => Promise<BanditState>;
  readonly embedQuery: EmbedQuery;
  readonly metrics: MemoryMetrics;
  readonly clock: Clock;
  readonly random: () => number;
}

/** The question itself, just remembered as a turn, would otherwise be its own best answer. */
const extra = 5;
const allLevels = [0, 1, 2, 3] as const;

function checkRequest({ query, k = 10, levels, participants }: RecallRequest): number {
  const named =
    (participants ?? []).every((name) => name.length <= 200) && (participants ?? []).length <= 100;
  const fits = query.trim() !== '' && query.length <= 4_000 && !unreadable(query);
  if (!fits || !named || levels?.length === 0 || !Number.isInteger(k) || k < 1 || k > 100) {
    throw new Refusal(
      'invalid',
      'memory.query_invalid',
      'A query has 1 to 4000 characters and 1 to 100 results.',
    );
  }
  return k;
}

function namedStrategy(name: string): Strategy {
  const id = STRATEGY_IDS.find((known) => known === name);
  if (id === undefined) {
    throw new Refusal(
      'not_found',
      'memory.unknown_strategy',
      'There is no retrieval strategy of this name.',
      {
        strategies: STRATEGY_IDS,
      },
    );
  }
  return STRATEGIES[id];
}

function isQuestionItself(node: MemoryNode, { query, sessionId }: RecallRequest): boolean {
  return sessionId !== undefined && node.sessionId === sessionId && node.content.trim() === query.trim();
}

export function createRecall(
  options: RecallOptions,
): (scope: MemoryScope, request: RecallRequest) => Promise<Recall> {
  const { spaces, indexes, journal, state, embedQuery, metrics, clock, random } = options;

  async function strategyFor(
    key: SpaceKey,
    ready: ReadyIndex,
    query: AnalyzedQuery,
    request: RecallRequest,
    embeddings: boolean,
  ): Promise<Strategy> {
    if (request.strategy !== undefined && request.strategy !== 'auto') return namedStrategy(request.strategy);
    const learned = await state(key.ownerId, ready.spaceId);
    const { strategy } = chooseStrategy(
      learned,
      query.features,
      { embeddings },
      request.silent === true ? null : random,
    );
    return STRATEGIES[strategy];
  }

  return async (scope, request) => {
    const key = spaceKey(scope);
    const k = checkRequest(request);
    if (request.strategy !== undefined && request.strategy !== 'auto') namedStrategy(request.strategy);
    const timings: Record<string, number> = {};
    const startedAt = performance.now();
    let last = startedAt;
    const lap = (stage: string, milliseconds?: number): void => {
      const now = performance.now();
      timings[stage] = milliseconds ?? now - last;
      metrics.stage(stage, timings[stage] / 1_000);
      last = now;
    };
    const recallId = newId();
    const first = await indexes.ready(key);
    lap('catch_up');
    const finished = (strategy: string, results: Recall['results']): Recall => {
      lap('total', performance.now() - startedAt);
      return { recallId, strategy, results, timings };
    };
    if (first === undefined) return finished('contextual', []);

    const at = clock();
    const participants = request.participants ?? first.index.participants();
    const query = analyzeQuery(request.query, { participants, at: at.getTime() });
    const hasVectors = first.index.view().hasVectors;
    const vector = hasVectors ? await embedQuery(request.query, key.ownerId) : undefined;
    const strategy = await strategyFor(key, first, query, request, vector !== undefined);
    lap('analyze');
    // Others may be changing the index by now; nothing is awaited between this and reading it.
    const current = first.steady() ? first : await indexes.ready(key);
    if (current === undefined) return finished(strategy.id, []);
    last = performance.now();
    const found = retrieve(current.index, query, strategy, {
      limit: k + extra,
      at: at.getTime(),
      now: () => performance.now(),
      levels: request.levels ?? allLevels,
      ...(vector === undefined ? {} : { embedding: embeddingChannel(vector) }),
    });
    for (const { stage, milliseconds } of found.timings) lap(stage, milliseconds);
    last = performance.now();
    const nodes = await findLiveNodes(
      spaces.reader(key.ownerId),
      current.spaceId,
      found.results.map(({ id }) => id),
    );
    lap('fetch');
    const byId = new Map(nodes.map((node) => [node.id, node]));
    const results = found.results
      .flatMap(({ id, score, explain }) => {
        const node = byId.get(id);
        if (node === undefined || isQuestionItself(node, request)) return [];
        return [{ node, score, explain: request.explain === false ? [] : additive(explain) }];
      })
      .slice(0, k);
    if (request.silent !== true) {
      journal.note({
        id: recallId,
        spaceId: current.spaceId,
        ownerId: key.ownerId,
        queryHash: createHash('sha256').update(query.terms.join(' ')).digest('base64url'),
        strategy: strategy.id,
        features: query.features,
        nodeIds: results.map(({ node }) => node.id),
        scores: results.map(({ score }) => score),
        at,
      });
    }
    return finished(strategy.id, results);
  };
}
