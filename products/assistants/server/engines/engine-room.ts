import type { Tenants } from '#capabilities/tenants/server';
import type { AssistantsContext } from '../uses.ts';
import { createRunEngine, type RunEngine } from './engines.ts';
import { createPlans, type Plans } from './plans/plans.ts';
import { createEnginePool } from './pool/engine-pool.ts';
import { createReviews, type Reviews } from './reviews/reviews.ts';

/** The engines behind the pages, and what companies keep of their results. */
export interface EngineRoom {
  readonly run: RunEngine;
  readonly plans: Plans;
  readonly reviews: Reviews;
  close(): Promise<void>;
}

type Dependencies = Pick<AssistantsContext, 'database' | 'clock' | 'config'> & { readonly tenants: Tenants };

/** Starts no thread before the first work. */
export function createEngineRoom({ database, clock, config, tenants }: Dependencies): EngineRoom {
  const pool = createEnginePool({
    threads: config.ASSISTANTS_ENGINE_THREADS,
    memoryMb: config.ASSISTANTS_ENGINE_MEMORY_MB,
  });
  const run = createRunEngine(pool, {
    seconds: config.ASSISTANTS_ENGINE_SECONDS,
    archiveSeconds: config.ASSISTANTS_ARCHIVE_SECONDS,
  });
  return {
    run,
    plans: createPlans({ database, tenants, clock, runEngine: run }),
    reviews: createReviews({ database, tenants, clock }),
    close: pool.close,
  };
}
