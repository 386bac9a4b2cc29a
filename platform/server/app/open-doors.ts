import type { Redis } from 'ioredis';
import { createHttpServer, type HttpServer, type Mount, type UpgradeHandler } from '../http/index.ts';
import {
  closeCodes,
  createSocketServer,
  type MountSocket,
  type SocketEndpoint,
  type SocketGate,
} from '../realtime/index.ts';
import type { Log } from '../telemetry/index.ts';
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

/** Lets people in through the gate and hands them to a module's endpoint. Never throws. */
function endpointHandler(path: string, endpoint: SocketEndpoint, gate: SocketGate, log: Log) {
  return async (...[request, socket, head, params]: Parameters<UpgradeHandler>): Promise<void> => {
    const accepted = await gate.accept(request, socket, head);
    if (accepted === undefined) return;
    try {
      await endpoint.onOpen(accepted, params, new URL(request.url ?? '/', 'ws://here').searchParams);
    } catch (error) {
      log.error({ reason: String(error), path }, 'A socket could not be served.');
      accepted.close(closeCodes.failed, 'Something went wrong.');
    }
  };
}

type Endpoints = ReadonlyMap<string, SocketEndpoint>;

/** The endpoints that modules mounted, and the platform's own at which clients follow channels. */
function openSockets(
  foundation: Foundation,
  instances: Instances,
  endpoints: Endpoints,
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
  for (const [path, endpoint] of endpoints) {
    const handle = endpointHandler(path, endpoint, sockets.gate, log);
    server.onUpgrade(path, (request, socket, head, params) => void handle(request, socket, head, params));
  }
  plan.opened('sockets', () => sockets.close());
}

/** Rate limits are shared between processes through Redis; without it each process counts for itself. */
async function openCounters({ config, log }: Foundation, plan: ShutdownPlan): Promise<Redis | undefined> {
  if (config.redisUrl === undefined) return undefined;
  const ioredis = await import('ioredis');
  const redis = new ioredis.Redis(config.redisUrl, {
    lazyConnect: true,
    enableOfflineQueue: false,
    maxRetriesPerRequest: 1,
  });
  redis.on('error', () => log.warn({}, 'The rate limits cannot reach Redis.'));
  redis.connect().catch(() => undefined);
  plan.opened('counters', async () => redis.disconnect());
  return redis;
}

/** Remembers what API keys can be made for. */
function noting(mount: Mount, scopes: Set<string>): Mount {
  return (route, handler) => {
    if (route.scope !== undefined) scopes.add(route.scope);
    mount(route, handler);
  };
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
    redis: await openCounters(foundation, plan),
    database: hold.database,
    authenticator: instances.authenticator,
    pageSources: instances.pageSources,
  });
  if (config.environment !== 'production' && config.smtpUrl === undefined) {
    mountOutbox(server.mount('platform'), mailer);
  }
  const endpoints = new Map<string, SocketEndpoint>();
  const socket: MountSocket = (path, endpoint) => {
    if (endpoints.has(path)) throw new Error(`The sockets of ${path} are served already.`);
    endpoints.set(path, endpoint);
  };
  for (const instance of instances.all) {
    await instance.serve({ mount: noting(server.mount(instance.name), foundation.routeScopes), socket });
  }
  plan.opened('http', () => server.close(), 15_000);
  // Opened later, so closed earlier: people are told goodbye, and the server does not wait for their connections.
  openSockets(foundation, instances, endpoints, server, plan);
  await server.ready();
  return server;
}
