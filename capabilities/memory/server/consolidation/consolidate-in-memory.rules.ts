import { analyzeDocument } from '../retrieval/analyze-document.rules.ts';
import { planEpisodes } from './episodes.rules.ts';
import { planFacts } from './facts.rules.ts';
import type { ConsolidationPlan, MemoryItem, PlannedMemory } from './memory-item.ts';
import { planThemes } from './themes.rules.ts';
import { planTopics } from './topics.rules.ts';

/** A planned memory as if it were stored, its key standing for its id. */
export function asItem(node: PlannedMemory): MemoryItem {
  const { key, level, kind, label, content, sessionId, occurredAt, importance, sources } = node;
  const { terms, entities } = analyzeDocument({ content: `${label}. ${content}`, speaker: null, occurredAt });
  return {
    id: key,
    level,
    kind,
    sessionId,
    ordinal: 0,
    label,
    content,
    speaker: null,
    occurredAt,
    importance,
    terms,
    entities,
    sources,
  };
}

/** All levels at once, without a store: keys stand for ids. What a stepwise run over a store arrives at too. */
export function consolidateInMemory(turns: readonly MemoryItem[]): ConsolidationPlan {
  const episodes = planEpisodes(turns);
  const facts = planFacts(turns);
  const topics = planTopics(turns, episodes.nodes.map(asItem));
  const themes = planThemes([...facts.nodes, ...topics.nodes].map(asItem));
  const plans = [episodes, facts, topics, themes];
  return { nodes: plans.flatMap(({ nodes }) => nodes), links: plans.flatMap(({ links }) => links) };
}
