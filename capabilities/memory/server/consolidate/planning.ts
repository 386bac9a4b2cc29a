import { planEpisodes } from '../consolidation/episodes.rules.ts';
import { planFacts } from '../consolidation/facts.rules.ts';
import type { ConsolidationPlan } from '../consolidation/memory-item.ts';
import { planThemes } from '../consolidation/themes.rules.ts';
import { planTopics } from '../consolidation/topics.rules.ts';
import { groupKey } from './group-key.rules.ts';
import type { LevelPlan, PlanInput, UpperLevel } from './planner.ts';

/** Live memories by level, 0 to 3; levels that a step does not need are empty. */
export type PlanInputs = readonly [
  readonly PlanInput[],
  readonly PlanInput[],
  readonly PlanInput[],
  readonly PlanInput[],
];

function placeOf({ sessionId, occurredAt }: PlanInput): string {
  return sessionId ?? `day ${new Date(occurredAt).toISOString().slice(0, 10)}`;
}

/** Turns of sessions (notes of days) in which something is new, changed or gone; episodes do not reach beyond those. */
function turnsToPlan(turns: readonly PlanInput[], episodes: readonly PlanInput[]): PlanInput[] {
  const places = new Set(turns.filter(({ pending }) => pending).map(placeOf));
  const byId = new Map(turns.map((turn) => [turn.id, turn]));
  for (const { stale, sources } of episodes) {
    if (!stale) continue;
    for (const turn of sources.flatMap((id) => byId.get(id) ?? [])) places.add(placeOf(turn));
  }
  return turns.filter((turn) => places.has(placeOf(turn)));
}

function planned(
  level: UpperLevel,
  plan: ConsolidationPlan,
  lower: readonly PlanInput[],
  replaced: readonly PlanInput[],
): LevelPlan {
  const keys = new Set(plan.nodes.map(({ key }) => groupKey(level, key)));
  const fresh = lower.filter(({ pending }) => pending).map(({ id }) => id);
  return {
    ...plan,
    level,
    settled: fresh,
    fresh,
    obsolete: replaced.filter(({ groupKey: key }) => key === null || !keys.has(key)).map(({ id }) => id),
  };
}

function nothingNew(level: UpperLevel): LevelPlan {
  return { level, nodes: [], links: [], settled: [], fresh: [], obsolete: [] };
}

/** Plans one level from what is new below it; the same input gives the same plan, and nothing new gives an empty one. */
export function planLevel(level: UpperLevel, [turns, episodes, facts, themes]: PlanInputs): LevelPlan {
  switch (level) {
    case 1: {
      const chosen = turnsToPlan(turns, episodes);
      const ids = new Set(chosen.map(({ id }) => id));
      const touched = episodes.filter(({ stale, sources }) => stale || sources.some((id) => ids.has(id)));
      return planned(1, planEpisodes(chosen), chosen, touched);
    }
    case 2: {
      if (!episodes.some(({ pending }) => pending) && !facts.some(({ stale }) => stale)) return nothingNew(2);
      const [said, about] = [planFacts(turns), planTopics(turns, episodes)];
      const plan = { nodes: [...said.nodes, ...about.nodes], links: [...said.links, ...about.links] };
      return planned(2, plan, episodes, facts);
    }
    case 3: {
      if (!facts.some(({ pending }) => pending) && !themes.some(({ stale }) => stale)) return nothingNew(3);
      return planned(3, planThemes(facts), facts, themes);
    }
    default: {
      const unknown: never = level;
      return unknown;
    }
  }
}
