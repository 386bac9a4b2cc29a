import { extractiveSummary, keyPhrases } from '#platform/server/language';
import { cohesionOf, isValley } from './cohesion.rules.ts';
import { consolidateLevel, type LevelOperation, type MemoryGroup } from './consolidate-level.rules.ts';
import { contentTerms } from './content-terms.rules.ts';
import type { ConsolidationPlan, MemoryItem } from './memory-item.ts';

const HOUR_MS = 3_600_000;
const LONGEST_PAUSE = 3 * HOUR_MS;
const DAY_MS = 24 * HOUR_MS;
/** Turns: shorter stretches are not parted by cohesion, longer ones always. */
const SMALLEST = 6;
const LARGEST = 40;
const SUMMARY_LENGTH = 600;
const NAMED_PHRASES = 3;

/** Runs of turns that belong together. Looks only a few turns ahead, so that turns added later leave finished episodes be. */
function segments(turns: readonly MemoryItem[]): MemoryItem[][] {
  const cohesion = cohesionOf(turns.map(({ terms }) => contentTerms(terms)));
  const result: MemoryItem[][] = [];
  let current: MemoryItem[] = [];
  for (const [at, turn] of turns.entries()) {
    const pause = turn.occurredAt - (current.at(-1)?.occurredAt ?? turn.occurredAt);
    const parted = current.length >= SMALLEST && turns.length - at >= SMALLEST / 2 && isValley(cohesion, at);
    if (current.length > 0 && (pause > LONGEST_PAUSE || current.length >= LARGEST || parted)) {
      result.push(current);
      current = [];
    }
    current.push(turn);
  }
  if (current.length > 0) result.push(current);
  return result;
}

function place(turn: MemoryItem): string {
  return turn.sessionId === null
    ? `day:${Math.floor(turn.occurredAt / DAY_MS)}`
    : `session:${turn.sessionId}`;
}

/** What was said counts by its best parts: an hour of chatter around one decision is worth the decision. */
function worthOf(turns: readonly MemoryItem[]): number {
  const best = turns
    .map(({ importance }) => importance)
    .sort((a, b) => b - a)
    .slice(0, 3);
  return best.reduce((sum, value) => sum + value, 0) / Math.max(1, best.length);
}

function groupEpisodes(items: readonly MemoryItem[]): MemoryGroup[] {
  const places = new Map<string, MemoryItem[]>();
  for (const item of items) {
    if (item.level !== 0) continue;
    const turns = places.get(place(item));
    if (turns === undefined) places.set(place(item), [item]);
    else turns.push(item);
  }
  return [...places].flatMap(([where, turns]) =>
    segments(turns.sort((a, b) => (a.sessionId === null ? 0 : a.ordinal - b.ordinal))).map(
      (members): MemoryGroup => ({
        key: `episode:${where}:${members[0]?.id ?? ''}`,
        kind: 'episode',
        members,
        importance: worthOf(members),
        metadata: {
          place: where,
          speakers: [...new Set(members.flatMap(({ speaker }) => speaker ?? []))].sort(),
        },
      }),
    ),
  );
}

function spoken({ speaker, content }: MemoryItem): string {
  return speaker === null || speaker === '' ? content : `${speaker}: ${content}`;
}

function linkEpisodes(groups: readonly MemoryGroup[]): ConsolidationPlan['links'] {
  return groups.flatMap((group, at) => {
    const before = groups[at - 1];
    return before === undefined || before.metadata['place'] !== group.metadata['place']
      ? []
      : [{ from: group.key, to: before.key, kind: 'follows' as const, weight: 1 }];
  });
}

const EPISODES: LevelOperation<MemoryGroup> = {
  level: 1,
  group: groupEpisodes,
  name: ({ members }) => {
    const text = members.map(({ content }) => content).join('\n');
    const phrases = keyPhrases(text, NAMED_PHRASES).map(({ phrase }) => phrase);
    return phrases.length > 0 ? phrases.join(', ') : text.trim();
  },
  summarise: ({ members }) => extractiveSummary(members.map(spoken), SUMMARY_LENGTH).join(' '),
  link: linkEpisodes,
};

/**
 * Plans episodes out of turns and notes: parted where a session ends, talk pauses for hours or its words change.
 * Sessions do not influence each other, so a caller may give only those that changed. Notes without a session
 * form episodes by day.
 */
export function planEpisodes(turns: readonly MemoryItem[]): ConsolidationPlan {
  return consolidateLevel(turns, EPISODES);
}
