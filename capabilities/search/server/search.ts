import { Refusal } from '#base/refusal';
import type { Database } from '#platform/server/database';
import type { Jobs } from '#platform/server/jobs';
import { keepable } from './documents/document.rules.ts';
import { deleteDocuments, upsertDocuments } from './documents/document.store.ts';
import { vectorsOf } from './documents/vector.rules.ts';
import { wordsWithPrefix } from './documents/vocabulary.read.ts';
import { deleteUnusedLexemes, mergeChanges } from './documents/vocabulary.store.ts';
import { clean, wordsIn } from './documents/words.rules.ts';
import type { Search } from './index.ts';
import { mergeVocabularyJob } from './jobs/definitions.ts';
import { createQuery } from './query/query.ts';

/** Documents written by one statement. */
const batch = 500;
/** Changes of vocabulary merged in one transaction. */
const mergeBatch = 200;
const mergeAfterSeconds = 2;
const mostSuggestions = 50;

export interface SearchContext {
  readonly database: Database;
  readonly jobs: Jobs;
}

/** The service as its own doors see it; other modules see `Search`. */
export interface SearchService extends Search {
  /** Brings the counts of words, from which corrections and completions come, up to date. */
  mergeVocabulary(signal?: AbortSignal): Promise<void>;
}

export function createSearch({ database, jobs }: SearchContext): SearchService {
  async function soonMerge(tx: Parameters<Search['put']>[0]): Promise<void> {
    await jobs.send(
      tx,
      mergeVocabularyJob,
      {},
      { singletonKey: 'merge', startAfterSeconds: mergeAfterSeconds },
    );
  }

  return {
    async put(tx, collection, documents) {
      // The last of several with one id wins, as if they had come one after another.
      const once = [...new Map(documents.map((document) => [document.id, document])).values()].map(keepable);
      for (let at = 0; at < once.length; at += batch) {
        const rows = once
          .slice(at, at + batch)
          .map((document) => ({ document, ...vectorsOf(collection, document) }));
        await upsertDocuments(tx, collection, rows);
      }
      if (once.length > 0) await soonMerge(tx);
    },
    async remove(tx, collection, ids) {
      if ((await deleteDocuments(tx, collection, ids)) > 0) await soonMerge(tx);
    },
    query: createQuery(),
    async suggest(reader, collection, text, limit) {
      if (!Number.isInteger(limit) || limit < 0 || limit > mostSuggestions) {
        throw new Refusal(
          'invalid',
          'search.query_invalid',
          `At most ${mostSuggestions} completions at once.`,
        );
      }
      const typed = clean(text.slice(0, 400));
      const last = wordsIn(typed).at(-1);
      if (last === undefined || last.end !== typed.length) return [];
      const before = typed.slice(0, last.start);
      const words = await wordsWithPrefix(reader, collection, last.term, limit);
      return words.map(({ word }) => `${before}${word}`);
    },
    async mergeVocabulary(signal) {
      let merged = mergeBatch;
      while (merged === mergeBatch && signal?.aborted !== true) {
        merged = await database.transaction((tx) => mergeChanges(tx, mergeBatch));
      }
      await database.transaction((tx) => deleteUnusedLexemes(tx));
    },
  };
}
