import { newId } from '#base/ids';
import type { Clock } from '#base/time';
import type { Database } from '#platform/server/database';
import type { Events } from '#platform/server/events';
import type { Log } from '#platform/server/telemetry';
import { type Level, MemoryConsolidated, type MemoryMessage } from '../../contract/index.ts';
import type { Summariser } from '../embeddings/models.ts';
import type { MemoryScope } from '../spaces/scope.ts';
import { findSpace, type SpaceRow } from '../spaces/space.store.ts';
import { type SpaceKey, spaceKey } from '../spaces/space-key.rules.ts';
import type { Spaces } from '../spaces/spaces.ts';
import { summariesFor } from './abstractive.ts';
import { applyLevel, readyNode } from './apply.ts';
import { createGate } from './gate.ts';
import { planHash } from './group-key.rules.ts';
import type { ConsolidationOptions, ConsolidationOutcome, ConsolidationPhase } from './outcome.ts';
import { readPlanInput } from './plan-input.read.ts';
import type { PlanInput, UpperLevel } from './planner.ts';
import { type PlanInputs, planLevel } from './planning.ts';
import { endRun, markConsolidated, type RunCounts, startRun, tryRunLock, waitingNodes } from './run.store.ts';

export interface ConsolidationDependencies {
  readonly database: Database;
  readonly spaces: Spaces;
  readonly clock: Clock;
  readonly log: Log;
  readonly events: Events;
  readonly summariser: Summariser;
  readonly announce: (ownerId: string, message: MemoryMessage) => void;
}

export type Consolidate = (
  scope: MemoryScope,
  options?: ConsolidationOptions,
) => Promise<ConsolidationOutcome>;

/** A run holds a connection for its lock and takes another one for its work: a few at once must not use up the pool. */
const runsAtOnce = 2;
/** Levels a step reads. */
const needs: Readonly<Record<UpperLevel, readonly Level[]>> = { 1: [0, 1], 2: [0, 1, 2], 3: [2, 3] };
const phases = { 1: 'l1', 2: 'l2', 3: 'l3' } as const;
const nothing = { l0_to_l1: 0, l1_to_l2: 0, l2_to_l3: 0 };
const prepareAtOnce = 100;

interface Run {
  readonly key: SpaceKey;
  readonly space: SpaceRow;
  readonly say: (phase: ConsolidationPhase, done: number, total: number) => void;
  readonly signal: AbortSignal | undefined;
}

export function createConsolidation(dependencies: ConsolidationDependencies): Consolidate {
  const { database, spaces, clock, log, events, summariser, announce } = dependencies;
  const gate = createGate(runsAtOnce);

  /** What a step needs, in one snapshot, with the version it shows. */
  async function read(key: SpaceKey, spaceId: string, level: UpperLevel) {
    return database.transaction(
      async (tx) => {
        const space = await findSpace(tx, key);
        const of = async (wanted: Level): Promise<PlanInput[]> =>
          needs[level].includes(wanted) ? readPlanInput(tx, spaceId, wanted) : [];
        const inputs: PlanInputs = [await of(0), await of(1), await of(2), await of(3)];
        return { readAt: space?.version ?? 0, inputs };
      },
      { scope: { owner: key.ownerId }, isolation: 'repeatable read', readOnly: true },
    );
  }

  /** One level, complete in itself: read, plan, put into words, write in one transaction. */
  async function step({ key, space, say, signal }: Run, level: UpperLevel): Promise<number> {
    signal?.throwIfAborted();
    const { readAt, inputs } = await read(key, space.id, level);
    const plan = planLevel(level, inputs);
    say(phases[level], 0, plan.nodes.length);
    const known = new Set(inputs[level].map(({ planHash: hash }) => hash));
    const news = plan.nodes.filter((node) => !known.has(planHash(node)));
    const texts = new Map(inputs.flat().map(({ id, content }) => [id, content]));
    const words = await summariesFor(news, texts, summariser, key.ownerId, signal);
    const now = clock();
    const ready: ReturnType<typeof readyNode>[] = [];
    for (const node of plan.nodes) {
      ready.push(readyNode(node, words.get(node.key) ?? node.content, now));
      if (ready.length % prepareAtOnce === 0) {
        signal?.throwIfAborted();
        say(phases[level], ready.length, plan.nodes.length);
        await new Promise((resolve) => setImmediate(resolve));
      }
    }
    const changed = await spaces.change(key, (tx, locked) =>
      applyLevel(tx, locked, plan, ready, readAt, now),
    );
    say(phases[level], plan.nodes.length, plan.nodes.length);
    return changed ?? 0;
  }

  async function finish(run: Run, id: string, counts: RunCounts): Promise<void> {
    const { key, space } = run;
    await spaces.unlocked(key.ownerId, async (tx) => {
      const now = clock();
      await endRun(tx, id, { status: 'completed', error: null, ...counts }, now);
      await markConsolidated(tx, space.id, now);
      if (counts.l0_to_l1 + counts.l1_to_l2 + counts.l2_to_l3 > 0) {
        await events.emit(tx, MemoryConsolidated, {
          owner_id: key.ownerId,
          agent_id: key.agentId,
          ...counts,
        });
      }
    });
  }

  async function levels(run: Run): Promise<ConsolidationOutcome> {
    const { key, space, say, signal } = run;
    const id = newId();
    await spaces.unlocked(key.ownerId, (tx) => startRun(tx, space, id, clock()));
    let counts: RunCounts = nothing;
    try {
      say('reading', 0, 0);
      counts = { ...counts, l0_to_l1: await step(run, 1) };
      counts = { ...counts, l1_to_l2: await step(run, 2) };
      counts = { ...counts, l2_to_l3: await step(run, 3) };
      await finish(run, id, counts);
    } catch (error) {
      const status = signal?.aborted === true ? 'aborted' : 'failed';
      const reason = status === 'aborted' ? 'stopped' : 'failed, see the log';
      log.warn({ error, runId: id, status }, 'A consolidation ended early.');
      await spaces
        .unlocked(key.ownerId, (tx) => endRun(tx, id, { status, error: reason, ...counts }, clock()))
        .catch((secondary: unknown) =>
          log.warn({ error: secondary }, 'The end of a consolidation was not recorded.'),
        );
      say('failed', 0, 0);
      throw error;
    }
    say('finished', 1, 1);
    return { status: 'completed', ...counts };
  }

  return async (scope, { onProgress, signal } = {}) => {
    const key = spaceKey(scope);
    const space = await spaces.find(key);
    if (space === undefined) return { status: 'nothing_to_do', ...nothing };
    const say: Run['say'] = (phase, done, total) => {
      onProgress?.({ phase, done, total });
      announce(key.ownerId, { kind: 'consolidation', phase, done, total });
    };
    return gate(() =>
      database.transaction(async (lock) => {
        if (!(await tryRunLock(lock, space.id))) return { status: 'already_running', ...nothing };
        if ((await waitingNodes(lock, space.id)) === 0) return { status: 'nothing_to_do', ...nothing };
        return levels({ key, space, say, signal });
      }),
    );
  };
}
