import type { PlannedMemory } from '../consolidation/memory-item.ts';
import type { Summariser } from '../embeddings/models.ts';
import { faithful } from './checked-summary.rules.ts';

/** One run asks a model for no more than this many summaries; the rest stay extractive. */
const mostPerRun = 200;
const atOnce = 4;

/**
 * Lets a model write the summaries of new episodes and themes, checked against the sources; what does not pass keeps the
 * sources' own sentences. Answers the better words by key.
 */
export async function summariesFor(
  nodes: readonly PlannedMemory[],
  texts: ReadonlyMap<string, string>,
  summariser: Summariser,
  ownerId: string,
  signal: AbortSignal | undefined,
): Promise<ReadonlyMap<string, string>> {
  const better = new Map<string, string>();
  if (!summariser.available()) return better;
  const queue = nodes.filter(({ level }) => level !== 2).slice(0, mostPerRun);
  async function work(): Promise<void> {
    for (let node = queue.shift(); node !== undefined; node = queue.shift()) {
      signal?.throwIfAborted();
      const sources = node.sources.flatMap((id) => texts.get(id) ?? []);
      const summary = await summariser.summarise(sources, ownerId, signal);
      if (summary !== undefined && faithful(summary, sources)) better.set(node.key, summary);
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work));
  return better;
}
