import { analyze, extractiveSummary, splitSentences } from '#platform/server/language';
import { consolidateLevel, type LevelOperation, type MemoryGroup } from './consolidate-level.rules.ts';
import { contentTerms } from './content-terms.rules.ts';
import { type GraphEdge, propagateLabels } from './label-propagation.rules.ts';
import { type ConsolidationPlan, compare, type MemoryItem } from './memory-item.ts';

/** Weaker ties would glue everything that was ever said in one long session together. */
const WEAKEST_TIE = 0.2;
const MOST_FACTS = 100;
const NAMED_TOPICS = 3;
const SUMMARY_LENGTH = 700;

interface ThemeGroup extends MemoryGroup {
  /** The topics, the best connected first. */
  readonly topics: readonly MemoryItem[];
}

/** Two topics are tied by the episodes they share, in proportion to how many each has. */
function ties(topics: readonly MemoryItem[]): GraphEdge[] {
  const byEpisode = new Map<string, number[]>();
  for (const [at, { sources }] of topics.entries()) {
    for (const source of sources) byEpisode.set(source, [...(byEpisode.get(source) ?? []), at]);
  }
  const shared = new Map<string, { a: number; b: number; count: number }>();
  for (const members of byEpisode.values()) {
    for (const [place, a] of members.entries()) {
      for (const b of members.slice(place + 1)) {
        const tie = shared.get(`${a}:${b}`) ?? { a, b, count: 0 };
        tie.count += 1;
        shared.set(`${a}:${b}`, tie);
      }
    }
  }
  return [...shared.values()]
    .map(({ a, b, count }) => ({
      a,
      b,
      weight: count / Math.sqrt((topics[a]?.sources.length ?? 1) * (topics[b]?.sources.length ?? 1)),
    }))
    .filter(({ weight }) => weight >= WEAKEST_TIE);
}

/** Facts belong to the theme whose topics' names they mention most. */
function attachFacts(
  facts: readonly MemoryItem[],
  themes: readonly (readonly MemoryItem[])[],
): MemoryItem[][] {
  const themesOf = new Map<string, number[]>();
  for (const [at, topics] of themes.entries()) {
    for (const term of new Set(topics.flatMap(({ label }) => analyze(label))))
      themesOf.set(term, [...(themesOf.get(term) ?? []), at]);
  }
  const attached: MemoryItem[][] = themes.map(() => []);
  for (const fact of facts) {
    const votes = new Map<number, number>();
    for (const term of contentTerms(fact.terms))
      for (const at of themesOf.get(term) ?? []) votes.set(at, (votes.get(at) ?? 0) + 1);
    const [best] = [...votes].sort(([a, m], [b, n]) => n - m || a - b);
    if (best !== undefined && (attached[best[0]]?.length ?? 0) < MOST_FACTS) attached[best[0]]?.push(fact);
  }
  return attached;
}

function groupThemes(items: readonly MemoryItem[]): ThemeGroup[] {
  const topics = items.filter(({ kind }) => kind === 'topic').toSorted((a, b) => compare(a.id, b.id));
  const edges = ties(topics);
  const labels = propagateLabels(topics.length, edges);
  const degree = topics.map(() => 0);
  for (const { a, b, weight } of edges) {
    degree[a] = (degree[a] ?? 0) + weight;
    degree[b] = (degree[b] ?? 0) + weight;
  }
  const communities = new Map<number, number[]>();
  for (const [at, label] of labels.entries()) communities.set(label, [...(communities.get(label) ?? []), at]);
  const themes = [...communities.values()]
    .filter((members) => members.length > 1)
    .map((members) =>
      members.sort((a, b) => (degree[b] ?? 0) - (degree[a] ?? 0) || a - b).flatMap((at) => topics[at] ?? []),
    );
  const facts = attachFacts(
    items.filter(({ kind }) => kind === 'fact'),
    themes,
  );
  return themes.map(
    (members, at): ThemeGroup => ({
      key: `theme:${members[0]?.id ?? ''}`,
      kind: 'theme',
      members: [...members, ...(facts[at] ?? [])],
      importance: 0.5 + 0.05 * members.length,
      metadata: { topics: members.length, facts: facts[at]?.length ?? 0 },
      topics: members,
    }),
  );
}

const THEMES: LevelOperation<ThemeGroup> = {
  level: 3,
  group: groupThemes,
  name: ({ topics }) =>
    topics
      .slice(0, NAMED_TOPICS)
      .map(({ label }) => label)
      .join(', '),
  summarise: ({ members }) => {
    const sentences = members
      .slice(0, 40)
      .flatMap(({ content }) => splitSentences(content).map(({ text }) => text));
    return extractiveSummary([...new Set(sentences)], SUMMARY_LENGTH).join(' ');
  },
  link: () => [],
};

/**
 * Plans themes out of topics and facts: communities of topics that keep meeting in the same episodes, with the facts
 * that mention them. Needs topics whose sources are episodes.
 */
export function planThemes(factsAndTopics: readonly MemoryItem[]): ConsolidationPlan {
  return consolidateLevel(factsAndTopics, THEMES);
}
