import { extractiveSummary, splitSentences, stem, tokenize } from '#platform/server/language';
import { consolidateLevel, type LevelOperation, type MemoryGroup } from './consolidate-level.rules.ts';
import { contentTerms } from './content-terms.rules.ts';
import { type ConsolidationPlan, compare, type MemoryItem, type PlannedLink } from './memory-item.ts';

const NAME_EPISODES = 2;
const TERM_EPISODES = 3;
/** A word in more of the episodes than this is the owner's idiom, not a topic. */
const COMMON_SHARE = 0.4;
const MOST_TOPICS = 150;
const TOPICS_PER_EPISODE = 0.5;
/** Candidates that occur in nearly the same episodes are one topic with several names. */
const SAME_EPISODES = 0.8;
const SUMMARY_LENGTH = 500;
const TURNS_READ = 40;

interface Candidate {
  readonly key: string;
  readonly name: string | null;
  readonly episodes: Set<string>;
  readonly turns: MemoryItem[];
}

interface TopicGroup extends MemoryGroup {
  readonly names: readonly string[];
  readonly turns: readonly MemoryItem[];
}

function candidatesOf(turns: readonly MemoryItem[], episodeOf: ReadonlyMap<string, string>): Candidate[] {
  const candidates = new Map<string, Candidate>();
  const speakers = new Set(
    turns.flatMap(({ speaker }) => tokenize(speaker ?? '').map(({ term }) => stem(term))),
  );
  const add = (key: string, name: string | null, turn: MemoryItem, episode: string): void => {
    const known = candidates.get(key) ?? { key, name, episodes: new Set<string>(), turns: [] };
    candidates.set(key, known);
    known.episodes.add(episode);
    known.turns.push(turn);
  };
  for (const turn of turns) {
    const episode = episodeOf.get(turn.id);
    if (episode === undefined) continue;
    const named = new Set<string>();
    for (const { key, name } of turn.entities) {
      if (speakers.has(key) || named.has(key)) continue;
      named.add(key);
      add(`name:${key}`, name, turn, episode);
    }
    for (const term of contentTerms(turn.terms)) {
      if (!speakers.has(term) && !named.has(term)) add(`term:${term}`, null, turn, episode);
    }
  }
  return [...candidates.values()];
}

function scoreOf({ name, episodes, turns }: Candidate, total: number): number {
  const rarity = Math.log(1 + total / episodes.size);
  return turns.length ** 0.5 * episodes.size ** 0.5 * rarity * (name === null ? 1 : 2);
}

function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const one of a) if (b.has(one)) shared += 1;
  return shared / (a.size + b.size - shared);
}

/** How a stem is most often written in these turns. */
function surfaceOf({ key, name, turns }: Candidate): string {
  if (name !== null) return name;
  const wanted = key.slice('term:'.length);
  const counts = new Map<string, number>();
  for (const { content } of turns.slice(0, TURNS_READ)) {
    for (const { term } of tokenize(content))
      if (stem(term) === wanted) counts.set(term, (counts.get(term) ?? 0) + 1);
  }
  return [...counts].sort(([a, m], [b, n]) => n - m || compare(a, b))[0]?.[0] ?? wanted;
}

function chosen(candidates: readonly Candidate[], total: number): Candidate[][] {
  const eligible = candidates.filter(({ name, episodes }) =>
    name === null
      ? episodes.size >= TERM_EPISODES && episodes.size <= total * COMMON_SHARE
      : episodes.size >= NAME_EPISODES,
  );
  const ranked = eligible
    .map((candidate) => ({ candidate, score: scoreOf(candidate, total) }))
    .sort((a, b) => b.score - a.score || compare(a.candidate.key, b.candidate.key))
    .slice(0, MOST_TOPICS * 2);
  const limit = Math.min(MOST_TOPICS, Math.max(8, Math.round(total * TOPICS_PER_EPISODE)));
  const topics: Candidate[][] = [];
  for (const { candidate } of ranked) {
    const same = topics.find(
      ([main]) => main !== undefined && overlap(main.episodes, candidate.episodes) >= SAME_EPISODES,
    );
    if (same !== undefined) same.push(candidate);
    else if (topics.length < limit) topics.push([candidate]);
  }
  return topics;
}

function groupTopics(items: readonly MemoryItem[]): TopicGroup[] {
  const episodes = new Map(items.filter(({ level }) => level === 1).map((episode) => [episode.id, episode]));
  const episodeOf = new Map<string, string>();
  for (const [id, { sources }] of episodes) for (const source of sources) episodeOf.set(source, id);
  const turns = items.filter(({ level }) => level === 0);
  return chosen(candidatesOf(turns, episodeOf), episodes.size).flatMap((candidates) => {
    const [main] = candidates;
    if (main === undefined) return [];
    const names = [...new Set(candidates.slice(0, 3).map(surfaceOf))];
    return {
      key: `topic:${main.key}`,
      kind: 'topic' as const,
      members: [...main.episodes].flatMap((id) => episodes.get(id) ?? []),
      importance: Math.min(0.9, 0.4 + 0.1 * Math.log2(main.episodes.size)),
      metadata: { names, mentions: main.turns.length },
      names,
      turns: main.turns,
    };
  });
}

/** Topics that meet in episodes; the more of their episodes they share, the nearer they are. */
function linkTopics(groups: readonly TopicGroup[]): PlannedLink[] {
  const links: PlannedLink[] = [];
  const sets = groups.map(({ members }) => new Set(members.map(({ id }) => id)));
  for (const [at, from] of groups.entries()) {
    for (const [other, to] of groups.entries()) {
      const weight = other > at ? overlap(sets[at] ?? new Set(), sets[other] ?? new Set()) : 0;
      if (weight >= 0.3) links.push({ from: from.key, to: to.key, kind: 'similar', weight });
    }
  }
  return links;
}

const TOPICS: LevelOperation<TopicGroup> = {
  level: 2,
  group: groupTopics,
  name: ({ names }) => names.join(', '),
  summarise: ({ names, turns }) => {
    const sentences = turns
      .slice(0, TURNS_READ)
      .flatMap(({ content }) => splitSentences(content).map(({ text }) => text));
    const stems = new Set(names.flatMap((name) => tokenize(name).map(({ term }) => stem(term))));
    const about = sentences.filter((sentence) =>
      tokenize(sentence).some(({ term }) => stems.has(stem(term))),
    );
    return extractiveSummary(about.length > 0 ? about : sentences, SUMMARY_LENGTH).join(' ');
  },
  link: linkTopics,
};

/** Plans topics out of turns and the episodes they lie in: names and words that come back on several occasions. */
export function planTopics(turns: readonly MemoryItem[], episodes: readonly MemoryItem[]): ConsolidationPlan {
  return consolidateLevel([...turns, ...episodes], TOPICS);
}
