import type { Tenants } from '#capabilities/tenants/server';
import type { AssistantsContext } from '../uses.ts';
import { createRunEngine, type RunEngine } from './engines.ts';
import { createPlans, type Plans } from './plans/plans.ts';
import { createEnginePool } from './pool/engine-pool.ts';
import { createReviews, type Reviews } from './reviews/reviews.ts';
import type { TaskOutput } from './tasks/index.ts';

/** The engines behind the pages, and what companies keep of their results. */
export interface EngineRoom {
  readonly run: RunEngine;
  /** All rules of the code check; the same as long as the process runs. @throws as `run`. */
  readonly rules: (owner: string) => Promise<TaskOutput<'listRules'>>;
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
  let known: Promise<TaskOutput<'listRules'>> | undefined;
  const rules: EngineRoom['rules'] = (owner) => {
    known ??= run('listRules', {}, { owner }).catch((error: unknown) => {
      known = undefined;
      throw error;
    });
    return known;
  };
  return {
    run,
    rules,
    plans: createPlans({ database, tenants, clock, runEngine: run }),
    reviews: createReviews({ database, tenants, clock }),
    close: pool.close,
  };
}
