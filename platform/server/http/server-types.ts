import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import type { Registry } from 'prom-client';
import type { Clock } from '#base/time';
import type { RouteDefinition } from '#platform/contract';
import type { PlatformConfig } from '#platform/server/config';
import type { Database } from '#platform/server/database';
import type { Health } from '#platform/server/health';
import type { Log } from '#platform/server/telemetry';
import type { Authenticator } from './caller.ts';
import type { PageSources } from './headers/page-sources.ts';
import type { CounterStore } from './limits/redis-limiter.ts';
import type { Mount } from './types.ts';

export interface HttpServerOptions {
  readonly config: PlatformConfig;
  readonly log: Log;
  readonly metrics: Registry;
  readonly clock: Clock;
  /** Without one nobody can sign in: only public and operator routes answer. */
  readonly authenticator: Authenticator | undefined;
  /** Where pages may load from besides this server. */
  readonly pageSources?: readonly PageSources[];
  /** Shares rate limits between processes. An ioredis client fits. */
  readonly redis?: CounterStore | undefined;
  /** Keeps the answers of idempotent requests; needs the migration of this room. */
  readonly database: Database;
  readonly health: Health;
  /** Shown in the API description. */
  readonly version: string;
  /** The built web application, served under /app/; see `serveWebApp`. */
  readonly webDirectory?: string | undefined;
  /** Milliseconds requests in flight get at shutdown; 10,000. */
  readonly closeTimeoutMs?: number;
  /** Milliseconds of silence after which an event stream writes a comment; 15,000. */
  readonly heartbeatMs?: number;
}

/** A route as it was mounted: the authorisation matrix and the permission page are made from these. */
export interface MountedRoute {
  readonly module: string;
  readonly definition: RouteDefinition;
}

/** `params` holds the named segments of the path, decoded. */
export type UpgradeHandler = (
  request: IncomingMessage,
  socket: Duplex,
  head: Buffer,
  params: Readonly<Record<string, string>>,
) => void;

/** The HTTP door of a process. */
export interface HttpServer {
  /** The mount of one module; routes carry its name as tag. Throws for a route that must not exist. */
  mount(moduleName: string): Mount;
  /** Hands WebSocket upgrades of a path (`/chats/:chat_id`) to a handler; every other upgrade gets 404. */
  onUpgrade(path: string, handler: UpgradeHandler): void;
  routes(): readonly MountedRoute[];
  /** The framework underneath: `inject` for tests, plugins such as the web application. */
  readonly fastify: FastifyInstance;
  /** Security headers of pages that run scripts; the API's own allow nothing. */
  readonly pageHeaders: Readonly<Record<string, string>>;
  /** OpenAPI 3.1, the same text for the same routes. */
  openapi(): object;
  /** Compiles everything; no route can be mounted afterwards. */
  ready(): Promise<void>;
  /** Listens; port 0 takes a free one. */
  listen(at: { readonly host: string; readonly port: number }): Promise<{ readonly url: string }>;
  /** Stops accepting, lets requests in flight finish within the limit, then cuts. */
  close(): Promise<void>;
}
