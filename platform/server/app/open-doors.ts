import { Redis } from 'ioredis';
import { createHttpServer, type HttpServer } from '../http/index.ts';
import { createSocketServer } from '../realtime/index.ts';
import type { Foundation } from './foundation.ts';
import { handlePlatformJobs } from './housekeeping.ts';
import type { Instances } from './instantiate.ts';
import { mountOutbox } from './outbox.routes.ts';
import type { ShutdownPlan } from './shutdown.ts';

/** Which halves of the modules run here. */
export interface Doors {
  readonly http: boolean;
  readonly worker: boolean;
}

/** Registers handlers and listeners, starts the queue, and works when this process is a worker. */
export async function openWork(
  foundation: Foundation,
  instances: Instances,
  { worker }: Doors,
  plan: ShutdownPlan,
): Promise<void> {
  const { jobs, events } = foundation;
  // Opened after the modules, so that running jobs end before what they use is closed.
  plan.opened('jobs', () => jobs.stop(10_000), 15_000);
  if (worker) {
    handlePlatformJobs(jobs, foundation.hold.database, foundation.clock);
    for (const instance of instances.all) {
      await instance.listen(events.on);
      await instance.work(jobs.handle);
    }
  }
  await jobs.start();
  if (!worker) return;
  await events.start();
  await jobs.work();
}

function openSockets(
  foundation: Foundation,
  instances: Instances,
  server: HttpServer,
  plan: ShutdownPlan,
): void {
  const { authenticator } = instances;
  if (authenticator === undefined) return;
  const { config, realtime, metrics, log } = foundation;
  const sockets = createSocketServer({
    hub: realtime,
    authenticator,
    rules: instances.all.flatMap((instance) => instance.channels()),
    allowedOrigins: config.corsOrigins,
    metrics,
    log,
  });
  server.onUpgrade('/ws', sockets.handleUpgrade);
  plan.opened('sockets', () => sockets.close());
}

/** Rate limits are shared between processes through Redis; without it each process counts for itself. */
function openCounters({ config, log }: Foundation, plan: ShutdownPlan): Redis | undefined {
  if (config.redisUrl === undefined) return undefined;
  const redis = new Redis(config.redisUrl, {
    lazyConnect: true,
    enableOfflineQueue: false,
    maxRetriesPerRequest: 1,
  });
  redis.on('error', () => log.warn({}, 'The rate limits cannot reach Redis.'));
  redis.connect().catch(() => undefined);
  plan.opened('counters', async () => redis.disconnect());
  return redis;
}

/** Mounts every module's routes and the socket; listens to nothing yet. */
export async function openHttp(
  foundation: Foundation,
  instances: Instances,
  plan: ShutdownPlan,
  options: { readonly version: string; readonly webDirectory: string | undefined },
): Promise<HttpServer> {
  const { config, log, metrics, clock, health, hold, mailer } = foundation;
  const server = await createHttpServer({
    ...options,
    config,
    log,
    metrics,
    clock,
    health,
    redis: openCounters(foundation, plan),
    database: hold.database,
    authenticator: instances.authenticator,
  });
  if (config.environment !== 'production' && config.smtpUrl === undefined) {
    mountOutbox(server.mount('platform'), mailer);
  }
  for (const instance of instances.all) await instance.serve(server.mount(instance.name));
  openSockets(foundation, instances, server, plan);
  await server.ready();
  plan.opened('http', () => server.close(), 15_000);
  return server;
}
