import type { Llm } from '#capabilities/llm/server';
import { type Database, sql } from '#platform/server/database';
import type { PlatformServices } from '#platform/server/modules';
import type { PersonalData } from '#platform/server/privacy';
import type { MemoryConfig } from './config.ts';
import { createConsolidation } from './consolidate/consolidation.ts';
import { createConsolidationStarter } from './consolidate/start.ts';
import { createEmbedQuery } from './embeddings/embed-query.ts';
import { embedSpace } from './embeddings/embedding.ts';
import { llmEmbedder, llmSummariser } from './embeddings/llm-models.ts';
import { createLearning } from './feedback/learning.ts';
import { createForgetting } from './forgetting/forgetting.ts';
import { createGarbageCollector } from './forgetting/garbage.ts';
import { renewAncestors } from './forgetting/renewing.ts';
import { readGraph } from './graph/graph.ts';
import type { MemoryFigures } from './health.ts';
import type { Memory, MemoryScope } from './index.ts';
import { memoryMetrics } from './metrics.ts';
import { createBrowse } from './nodes/browse.ts';
import { createRemembering } from './nodes/remember.ts';
import { createUpdate } from './nodes/update.ts';
import { memoryPrivacy } from './privacy.ts';
import { createIndexCache } from './recall/index-cache.ts';
import { createRecall } from './recall/recall.ts';
import { createRecallJournal } from './recall/recall-journal.ts';
import { createAnnouncer } from './spaces/announcer.ts';
import { spaceKey } from './spaces/space-key.rules.ts';
import { createSpaces } from './spaces/spaces.ts';
import { createExport } from './transfer/export.ts';
import { createImport } from './transfer/import.ts';

/** The service as the module's own doors see it; other modules see `Memory`. */
export interface MemoryEngine extends Memory {
  /** Sends a consolidation job for every space that has something new. */
  sendConsolidations(signal?: AbortSignal): Promise<number>;
  /** Gives memories that lack one a vector; answers how many. */
  embed(scope: MemoryScope, signal?: AbortSignal): Promise<number>;
  /** Removes everything of an owner, as when an account is deleted. */
  erase(ownerId: string): Promise<void>;
  figures(): Promise<MemoryFigures>;
  readonly personalData: PersonalData;
  close(): Promise<void>;
}

export interface EngineContext
  extends Pick<PlatformServices, 'database' | 'jobs' | 'events' | 'realtime' | 'metrics' | 'log' | 'clock'> {
  readonly llm: Pick<Llm, 'status' | 'embed' | 'answer'>;
  readonly config: MemoryConfig;
  /** Uniform numbers for exploring strategies; `Math.random` but in tests. */
  readonly random?: () => number;
}

const mebibyte = 1_048_576;

async function overdueSpaces(database: Database): Promise<number> {
  const row = await database.row<{ count: number }>(sql`
    SELECT count(*)::int AS count FROM memory.space_directory
     WHERE waiting > 0 AND waiting_since < now() - interval '3 hours'`);
  return row?.count ?? 0;
}

/** Puts the parts of the memory engine together. Starts nothing. */
export function createEngine(context: EngineContext): MemoryEngine {
  const {
    database,
    jobs,
    events,
    realtime,
    metrics,
    log,
    clock,
    llm,
    config,
    random = Math.random,
  } = context;
  const maxContent = config.MEMORY_MAX_CONTENT;
  const maxBytes = config.MEMORY_INDEX_MAX_MB * mebibyte;
  const announcer = createAnnouncer(realtime, log);
  const embedder = llmEmbedder(llm);
  const indexes = createIndexCache({ database, maxBytes, embeddingModel: () => embedder.model() ?? '' });
  const spaces = createSpaces({ database, onChange: ({ ownerId }) => announcer.changed(ownerId) });
  const journal = createRecallJournal(spaces, log);
  const flush = (ownerId: string): Promise<void> => journal.flush(ownerId);
  const learning = createLearning({ spaces, clock, flush });
  const onPurged = (scope: MemoryScope): void => {
    indexes.drop(spaceKey(scope));
    learning.forgetState();
  };
  const forgetting = createForgetting({ spaces, clock, events, flush, onPurged });
  const starter = createConsolidationStarter({ database, jobs, after: config.MEMORY_CONSOLIDATE_AFTER });
  const remembering = createRemembering({
    spaces,
    clock,
    maxContent,
    revive: forgetting.revive,
    onStored: starter.stored,
  });
  const consolidate = createConsolidation({
    database,
    spaces,
    clock,
    log,
    events,
    summariser: llmSummariser(llm, config.MEMORY_LLM_SUMMARIES, log),
    announce: announcer.say,
  });
  const recall = createRecall({
    spaces,
    indexes,
    journal,
    state: learning.state,
    embedQuery: createEmbedQuery(embedder, log),
    metrics: memoryMetrics(metrics, database),
    clock,
    random,
  });
  const exportLines = createExport(database, clock);
  const personalData = memoryPrivacy({ database, exportLines, indexes, flush });

  return {
    remember: remembering.remember,
    rememberMany: remembering.rememberMany,
    recall,
    noteInjected: learning.noteInjected,
    feedback: learning.feedback,
    signal: learning.signal,
    strategies: learning.strategies,
    ...createBrowse(spaces),
    update: createUpdate({ spaces, clock, remembering, renew: renewAncestors }),
    forget: forgetting.forget,
    forgetSession: forgetting.forgetSession,
    restore: forgetting.restore,
    purge: forgetting.purge,
    collectGarbage: createGarbageCollector({
      spaces,
      database,
      clock,
      events,
      log,
      flush,
      onPurged,
      rules: {
        importanceBelow: config.MEMORY_GC_IMPORTANCE,
        minAgeDays: config.MEMORY_GC_MIN_AGE_DAYS,
        softDeleteAgeDays: config.MEMORY_SOFT_DELETE_AGE_DAYS,
      },
    }),
    consolidate,
    graph: (scope, request = {}) => readGraph(spaces, scope, request),
    exportLines,
    importLines: createImport({ spaces, remembering, clock, maxContent, revive: forgetting.revive }),
    sendConsolidations: starter.sendAll,
    embed: (scope, signal) => embedSpace(spaces, embedder, scope, signal),
    erase: (ownerId) => database.transaction((tx) => personalData.erase(tx, ownerId)),
    async figures() {
      const held = indexes.figures();
      return {
        overdue: await overdueSpaces(database),
        indexBytes: held.bytes,
        indexSpaces: held.spaces,
        maxBytes,
      };
    },
    personalData,
    async close() {
      announcer.close();
      await journal.close();
      indexes.dropAll();
    },
  };
}
