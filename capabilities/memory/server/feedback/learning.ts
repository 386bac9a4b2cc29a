import { isId } from '#base/ids';
import { Refusal } from '#base/refusal';
import type { Clock } from '#base/time';
import { keepInjected } from '../nodes/injected.store.ts';
import { fingerprints } from '../nodes/recall-loop.rules.ts';
import { unreadable } from '../nodes/text.rules.ts';
import { bindAnswer, findRecall } from '../recall/recall-log.store.ts';
import type { InjectedPassage } from '../recall/recall-types.ts';
import type { MemoryScope } from '../spaces/scope.ts';
import { findSpace } from '../spaces/space.store.ts';
import { spaceKey } from '../spaces/space-key.rules.ts';
import type { Spaces } from '../spaces/spaces.ts';
import { type BanditState, bucketOf, rewardStrategy } from '../strategies/bandit.rules.ts';
import { STRATEGY_IDS } from '../strategies/strategies.ts';
import { choiceFeatures } from './choice-features.rules.ts';
import type { Feedback, ImplicitSignal, StrategyReport } from './feedback-types.ts';
import {
  findStrategyState,
  lockStrategyState,
  type NewFeedback,
  saveFeedback,
  saveReward,
  strategyDays,
} from './strategy.store.ts';

/** What the strategies learn from. */
export interface Learning {
  noteInjected(
    scope: MemoryScope,
    recallId: string,
    passages: readonly InjectedPassage[],
    answerId?: string,
  ): Promise<void>;
  feedback(scope: MemoryScope, about: string, feedback: Feedback): Promise<void>;
  signal(
    scope: MemoryScope,
    about: string,
    signal: ImplicitSignal,
    nodeIds?: readonly string[],
  ): Promise<void>;
  strategies(scope: MemoryScope): Promise<readonly StrategyReport[]>;
  /** What a space has learned; up to half a minute old when another process learned it. */
  state(ownerId: string, spaceId: string): Promise<BanditState>;
  forgetState(): void;
}

export interface LearningOptions {
  readonly spaces: Spaces;
  readonly clock: Clock;
  /** Writes down recalls still waiting, so that feedback finds them. */
  readonly flush: (ownerId: string) => Promise<void>;
}

/** Implicit signals are hints: their rewards stay away from the ends. */
const rewards: Readonly<Record<ImplicitSignal, number>> = { cited: 0.8, followed_up: 0.3, corrected: 0.15 };
const stateForMs = 30_000;
const maxStates = 10_000;
const historyDays = 90;
const maxPassages = 200;

function recallNotFound(): Refusal {
  return new Refusal('not_found', 'memory.recall_not_found', 'Nothing is known about this recall or answer.');
}

export function createLearning({ spaces, clock, flush }: LearningOptions): Learning {
  const states = new Map<string, { readonly state: BanditState; readonly until: number }>();

  async function learn(
    scope: MemoryScope,
    about: string,
    reward: number,
    given: Omit<NewFeedback, 'recallId' | 'nodeIds'> & { readonly nodeIds: readonly string[] | undefined },
  ): Promise<void> {
    const key = spaceKey(scope);
    if (!isId(about)) throw recallNotFound();
    await flush(key.ownerId);
    const space = await spaces.unlocked(key.ownerId, async (tx) => {
      const found = await findSpace(tx, key);
      const recall = found === undefined ? undefined : await findRecall(tx, found.id, about);
      if (found === undefined || recall === undefined) throw recallNotFound();
      const now = clock();
      // The lock comes first, so that the same feedback sent twice at once counts once.
      const state = await lockStrategyState(tx, found, now);
      const nodeIds = (given.nodeIds ?? recall.node_ids).filter((id) => recall.node_ids.includes(id));
      const news = await saveFeedback(tx, found, { ...given, recallId: recall.id, nodeIds }, now);
      const strategy = STRATEGY_IDS.find((id) => id === recall.strategy);
      if (!news || strategy === undefined) return found;
      const bucket = bucketOf(choiceFeatures(recall.features));
      const changed = rewardStrategy(state, { strategy, bucket }, reward);
      await saveReward(tx, found, changed, strategy, reward, now);
      return found;
    });
    states.delete(space.id);
  }

  return {
    async noteInjected(scope, recallId, passages, answerId) {
      const key = spaceKey(scope);
      if (!isId(recallId)) throw recallNotFound();
      const readable =
        passages.length <= maxPassages &&
        passages.every(({ nodeId, text }) => isId(nodeId) && !unreadable(text));
      if (!readable || (answerId !== undefined && !isId(answerId))) {
        throw new Refusal('invalid', 'memory.invalid', 'These passages cannot be noted.');
      }
      await flush(key.ownerId);
      await spaces.unlocked(key.ownerId, async (tx) => {
        const space = await findSpace(tx, key);
        const recall = space === undefined ? undefined : await findRecall(tx, space.id, recallId);
        if (space === undefined || recall === undefined) throw recallNotFound();
        if (answerId !== undefined) await bindAnswer(tx, recall.id, answerId);
        const entries = passages.flatMap(({ nodeId, text }) =>
          fingerprints(text).map((hash) => ({ hash, nodeId })),
        );
        await keepInjected(tx, space, entries, clock());
      });
    },
    feedback: (scope, about, { useful, reason = null, nodeIds }) => {
      if (reason !== null && (reason.length > 64 || unreadable(reason))) {
        return Promise.reject(
          new Refusal('invalid', 'memory.invalid', 'A reason has 64 characters at most.'),
        );
      }
      return learn(scope, about, useful ? 1 : 0, { kind: 'judged', useful, reason, nodeIds });
    },
    signal: (scope, about, signal, nodeIds) =>
      learn(scope, about, rewards[signal], { kind: signal, useful: null, reason: null, nodeIds }),
    async strategies(scope) {
      await flush(scope.ownerId);
      const space = await spaces.find(scope);
      const reader = spaces.reader(scope.ownerId);
      const rows = space === undefined ? [] : await strategyDays(reader, space.id);
      const state = space === undefined ? {} : await findStrategyState(reader, space.id);
      return STRATEGY_IDS.map((id): StrategyReport => {
        const days = rows.filter(({ strategy }) => strategy === id);
        const { rewards: good, trials } = state[id] ?? { rewards: 0, trials: 0 };
        return {
          id,
          uses: days.reduce((sum, { uses }) => sum + uses, 0),
          successRate: trials > 0 ? good / trials : null,
          history: days.slice(-historyDays).map(({ day, uses, rewarded, reward_sum }) => ({
            day,
            uses,
            successRate: rewarded > 0 ? reward_sum / rewarded : null,
          })),
        };
      });
    },
    async state(ownerId, spaceId) {
      const known = states.get(spaceId);
      const now = Date.now();
      if (known !== undefined && known.until > now) return known.state;
      const state = await findStrategyState(spaces.reader(ownerId), spaceId);
      if (states.size >= maxStates) states.clear();
      states.set(spaceId, { state, until: now + stateForMs });
      return state;
    },
    forgetState: () => states.clear(),
  };
}
