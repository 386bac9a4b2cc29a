import type { Llm } from '#capabilities/llm/server';
import type { Database, Scope } from '#platform/server/database';
import { saveVectors, unembedded } from './vector.store.ts';
import { unit } from './vectors.ts';

const batch = 64;
const longest = 6_000;

export interface EmbedData {
  readonly companyId: string;
  readonly ownerId: string | undefined;
  readonly collectionId: string;
}

interface Dependencies {
  readonly database: Database;
  readonly llm: Pick<Llm, 'embed' | 'status'>;
}

/** Gives every passage of a collection a vector of the present model; without a model it does nothing. */
export function createEmbedding({ database, llm }: Dependencies) {
  return async ({ companyId, ownerId, collectionId }: EmbedData, signal: AbortSignal): Promise<void> => {
    const scope: Scope = { tenant: companyId, ...(ownerId === undefined ? {} : { owner: ownerId }) };
    const place = { tenantId: companyId, ownerId, collectionId };
    for (;;) {
      signal.throwIfAborted();
      const model = llm.status().embeddingModel;
      if (model === undefined) return;
      const passages = await unembedded(database.scoped(scope), collectionId, model, batch);
      if (passages.length === 0) return;
      const texts = passages.map(({ heading, content }) =>
        `${heading.join(' › ')}\n${content}`.trim().slice(0, longest).toWellFormed(),
      );
      // Shared documents are paid by the company, private ones by their person.
      const answer = await llm.embed(texts, { owner: ownerId ?? companyId, component: 'knowledge', signal });
      if (answer === undefined || answer.model !== model) return;
      const vectors = passages.flatMap((passage, at) => {
        const vector = answer.vectors[at];
        return vector === undefined ? [] : [{ ...passage, vector: unit(vector) }];
      });
      if (vectors.length === 0) return;
      await database.transaction((tx) => saveVectors(tx, place, model, vectors), { scope });
      if (passages.length < batch) return;
    }
  };
}
