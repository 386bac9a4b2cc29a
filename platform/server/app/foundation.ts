import { join } from 'node:path';
import type { Registry } from 'prom-client';
import type { Clock } from '#base/time';
import type { EventDefinition } from '#platform/contract';
import { type Caches, createCaches } from '../cache/index.ts';
import type { PlatformConfig } from '../config/index.ts';
import { createEvents, type EventBus } from '../events/index.ts';
import { createHealth, type Health } from '../health/index.ts';
import { createJobEngine, type JobEngine } from '../jobs/index.ts';
import type { Module } from '../modules/index.ts';
import { createMailer, type OutboxMailer } from '../outbound/index.ts';
import { createPrivacy, type PrivacyRegister } from '../privacy/index.ts';
import { createRealtime, type RealtimeHub } from '../realtime/index.ts';
import { type Breakers, createBreakers } from '../resilience/index.ts';
import { createStorage, type Storage } from '../storage/index.ts';
import { createLog, createMetrics, type FlushableLog, startTracing } from '../telemetry/index.ts';
import { bringUpToDate } from './bring-up-to-date.ts';
import { type DatabaseHold, holdDatabase } from './hold-database.ts';
import { platformData, platformJobs } from './housekeeping.ts';
import type { ShutdownPlan } from './shutdown.ts';

/** Everything technical; no module and no door yet, and the job engine not started. */
export interface Foundation {
  readonly config: PlatformConfig;
  readonly clock: Clock;
  readonly log: FlushableLog;
  readonly metrics: Registry;
  readonly breakers: Breakers;
  readonly hold: DatabaseHold;
  readonly caches: Caches;
  readonly storage: Storage;
  readonly mailer: OutboxMailer;
  readonly realtime: RealtimeHub;
  readonly jobs: JobEngine;
  readonly events: EventBus;
  readonly privacy: PrivacyRegister;
  readonly health: Health;
  /** API key scopes of the mounted routes; complete once the doors are open. */
  readonly routeScopes: Set<string>;
}

export interface FoundationOptions {
  readonly config: PlatformConfig;
  readonly clock: Clock;
  readonly version: string;
  readonly modules: readonly Module[];
  /** Applies missing migrations; otherwise a missing one refuses the start. */
  readonly mayMigrate: boolean;
  readonly mayShareDatabase: boolean;
  readonly plan: ShutdownPlan;
}

function eventsOf(modules: readonly Module[]): readonly EventDefinition[] {
  return modules.flatMap((module) => module.publishes);
}

/** Opens what all modules stand on, in order; each part is in the plan as soon as it is open. */
export async function layFoundation(options: FoundationOptions): Promise<Foundation> {
  const { config, clock, modules, plan } = options;
  const log = createLog({ level: config.logLevel, format: config.logFormat });
  plan.opened('log', async () => log.flush());
  const tracing = await startTracing(config, log);
  plan.opened('tracing', () => tracing.shutdown());
  const metrics = createMetrics();
  const breakers = createBreakers({ clock, metrics });

  const hold = await holdDatabase({ config, breakers, log, mayShare: options.mayShareDatabase });
  plan.opened('database', () => hold.close(), 30_000);
  await bringUpToDate(hold.url, modules, options.mayMigrate, log);
  const { database } = hold;

  const caches = await createCaches({ redisUrl: config.redisUrl, metrics, log });
  plan.opened('cache', () => caches.close());
  const storage = createStorage({ s3: config.s3, directory: join(config.dataDir, 'files'), breakers });
  const mailer = createMailer({
    smtpUrl: config.smtpUrl,
    from: config.mailFrom,
    outboxDirectory: join(config.dataDir, 'outbox'),
    breakers,
    clock,
    log,
  });
  const realtime = await createRealtime({ database, redisUrl: config.redisUrl, metrics, log, clock });
  plan.opened('realtime', () => realtime.close());

  const jobs = createJobEngine({
    url: hold.url,
    database,
    log,
    metrics,
    definitions: [...platformJobs, ...modules.flatMap((module) => module.jobs)],
  });
  const events = createEvents({ database, engine: jobs, declared: eventsOf(modules), log, clock });
  const privacy = createPrivacy();
  privacy.add('platform', platformData);
  const health = createHealth({ clock, breakers, version: options.version });
  return {
    config,
    clock,
    log,
    metrics,
    breakers,
    hold,
    caches,
    storage,
    mailer,
    realtime,
    jobs,
    events,
    health,
    privacy,
    routeScopes: new Set(),
  };
}
