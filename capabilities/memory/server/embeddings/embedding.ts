import type { MemoryScope } from '../spaces/scope.ts';
import type { Spaces } from '../spaces/spaces.ts';
import type { Embedder } from './models.ts';
import { findUnembedded, saveVectors } from './vector.store.ts';

const batch = 64;
const maxText = 8_000;

/**
 * Gives every memory of a space a vector of the present model, batch by batch; answers how many got one. Repeating it does
 * nothing; without a model it does nothing at all.
 */
export async function embedSpace(
  spaces: Spaces,
  embedder: Embedder,
  scope: MemoryScope,
  signal?: AbortSignal,
): Promise<number> {
  let total = 0;
  for (;;) {
    signal?.throwIfAborted();
    const model = embedder.model();
    const space = await spaces.find(scope);
    if (model === undefined || space === undefined) return total;
    const nodes = await findUnembedded(spaces.reader(scope.ownerId), space.id, model, batch);
    if (nodes.length === 0) return total;
    const texts = nodes.map(({ content, caption }) =>
      `${content}\n${caption ?? ''}`.trim().slice(0, maxText).toWellFormed(),
    );
    const answer = await embedder.embed(texts, scope.ownerId, signal);
    if (answer === undefined || answer.model !== model) return total;
    const vectors = nodes.flatMap(({ id, content_hash }, at) => {
      const vector = answer.vectors[at];
      return vector === undefined ? [] : [{ id, hash: content_hash, vector }];
    });
    if (vectors.length === 0) return total;
    await spaces.change(scope, (tx, locked) => saveVectors(tx, locked, model, vectors));
    total += vectors.length;
    if (nodes.length < batch) return total;
  }
}
