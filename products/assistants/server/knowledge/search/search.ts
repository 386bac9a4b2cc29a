import { LRUCache } from 'lru-cache';
import type { Llm } from '#capabilities/llm/server';
import type { Workspace } from '#capabilities/tenants/server';
import type { Database } from '#platform/server/database';
import type { Jobs } from '#platform/server/jobs';
import type { Log } from '#platform/server/telemetry';
import { knowledgeScope } from '../collections/access.ts';
import { embedCollection } from '../documents/jobs.ts';
import { type Excerpt, excerptOf } from '../terms/excerpt.rules.ts';
import { termsOfQuery } from '../terms/terms.rules.ts';
import { fuse } from './fuse.rules.ts';
import {
  type FoundPassage,
  type Ranked,
  rankByWords,
  readableCollections,
  readPassages,
} from './rank.read.ts';
import { createVectors } from './vectors.ts';

/** A passage that answers a question, with where it stands. */
export interface KnowledgeHit extends FoundPassage {
  readonly excerpt: Excerpt;
  readonly score: number;
}

export interface KnowledgeQuery {
  readonly query: string;
  /** Default: all the person may read. */
  readonly collectionIds?: readonly string[] | undefined;
  readonly limit: number;
}

export interface KnowledgeAnswer {
  readonly hits: readonly KnowledgeHit[];
  readonly method: 'words' | 'words_and_meaning';
}

/** Finds passages of documents a person may read. */
export type SearchKnowledge = (workspace: Workspace, query: KnowledgeQuery) => Promise<KnowledgeAnswer>;

const patienceMs = 1_500;
/** Candidates of each ranking. */
const depth = 100;

interface Dependencies {
  readonly database: Database;
  readonly llm: Pick<Llm, 'embed' | 'status'>;
  readonly jobs: Jobs;
  readonly log: Log;
}

export function createSearch({ database, llm, jobs, log }: Dependencies): SearchKnowledge {
  const vectors = createVectors();
  const asked = new LRUCache<string, Float32Array>({ max: 500 });

  /** The vector of a question; a provider that fails or dawdles costs the meaning, not the answer. */
  async function vectorOf(query: string, owner: string, model: string): Promise<Float32Array | undefined> {
    const key = `${owner} ${model} ${query}`;
    const known = asked.get(key);
    if (known !== undefined) return known;
    try {
      const signal = AbortSignal.timeout(patienceMs);
      const answer = await llm.embed([query], { owner, component: 'knowledge', signal });
      const vector = answer?.model === model ? answer.vectors[0] : undefined;
      if (vector !== undefined) asked.set(key, vector);
      return vector;
    } catch (error) {
      log.warn({ error }, 'A question could not be embedded; search goes by words.');
      return undefined;
    }
  }

  async function byMeaning(
    workspace: Workspace,
    { query, collectionIds }: KnowledgeQuery,
    model: string,
  ): Promise<readonly Ranked[]> {
    const vector = await vectorOf(query, workspace.userId, model);
    if (vector === undefined) return [];
    const reader = database.scoped(knowledgeScope(workspace));
    const collections = await readableCollections(reader, workspace, collectionIds);
    const nearest = await vectors.nearest(reader, collections, { model, vector, limit: depth });
    // Another model than the one these passages were embedded with: the next search will find it done.
    if (nearest.length === 0) await embedAnew(workspace, collections);
    return nearest;
  }

  async function embedAnew(
    { companyId }: Workspace,
    collections: Awaited<ReturnType<typeof readableCollections>>,
  ): Promise<void> {
    await database.transaction(async (tx) => {
      for (const { id, ownerId } of collections.slice(0, 100)) {
        const owner = ownerId === undefined ? {} : { owner_id: ownerId };
        const data = { company_id: companyId, ...owner, collection_id: id };
        await jobs.send(tx, embedCollection, data, { singletonKey: id });
      }
    });
  }

  return async (workspace, asking) => {
    const { query, collectionIds, limit } = asking;
    const reader = database.scoped(knowledgeScope(workspace));
    const terms = termsOfQuery(query);
    const model = llm.status().embeddingModel;
    const [words, meaning] = await Promise.all([
      rankByWords(reader, workspace, terms, { collectionIds, limit: Math.max(depth, limit) }),
      model === undefined ? [] : byMeaning(workspace, asking, model),
    ]);
    const ranked = fuse([words, meaning], limit);
    const passages = await readPassages(reader, workspace, ranked);
    const byPlace = new Map(passages.map((passage) => [`${passage.documentId} ${passage.no}`, passage]));
    const weights = new Map(terms.map(({ term, weight }) => [term, weight]));
    return {
      method: meaning.length > 0 ? 'words_and_meaning' : 'words',
      hits: ranked.flatMap(({ documentId, no, score }) => {
        const passage = byPlace.get(`${documentId} ${no}`);
        return passage === undefined
          ? []
          : [{ ...passage, score, excerpt: excerptOf(passage.content, weights) }];
      }),
    };
  };
}
