import type { AddressInfo } from 'node:net';
import Fastify, { type FastifyInstance, type FastifyPluginAsync } from 'fastify';
import type { RouteDefinition } from '#platform/contract';
import './fastify-types.ts';
import { type SecurityHeaders, securityHeaders } from './headers/security.ts';
import { createIdempotency } from './idempotency/idempotency.ts';
import { answerClientError } from './lifecycle/client-error.ts';
import { createLifeSignals } from './lifecycle/life-signals.ts';
import { createObserve } from './lifecycle/observe.ts';
import { addPlugins } from './lifecycle/plugins.ts';
import { createUpgrades } from './lifecycle/upgrades.ts';
import { defaultRule, enforceLimit } from './limits/enforce.ts';
import { createMemoryLimiter } from './limits/memory-limiter.ts';
import { createRedisLimiter } from './limits/redis-limiter.ts';
import { createDefinitionCheck } from './mounting/check-definition.ts';
import { type AnyHandler, type MountOptions, mountRoute, type PendingRoute } from './mounting/mount-route.ts';
import { serveDocs } from './openapi/docs-page.ts';
import { openapiDocument } from './openapi/document.ts';
import { mountOperational } from './operational.ts';
import { errorSender, handleErrors, problemReporter } from './problems/handle-errors.ts';
import { addBodyParsers } from './requests/body-parsers.ts';
import { createRequestIds } from './requests/request-id.ts';
import type { HttpServer, HttpServerOptions } from './server-types.ts';
import type { Mount } from './types.ts';
import { serveWebApp } from './web-app/serve-web-app.ts';

const kibibyte = 1_024;

function createFastify({ config, log }: HttpServerOptions): FastifyInstance {
  return Fastify({
    logger: false,
    bodyLimit: 256 * kibibyte,
    genReqId: createRequestIds(),
    trustProxy: config.trustProxy.length === 0 ? false : [...config.trustProxy],
    // A photo over a slow phone takes minutes; headers alone have a minute.
    requestTimeout: 300_000,
    keepAliveTimeout: 72_000,
    // Connections that stay open during shutdown are told to close and still served.
    return503OnClosing: false,
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 512 },
    frameworkErrors: (error, request, reply) => {
      errorSender(log)(error, request, reply);
    },
    clientErrorHandler: answerClientError,
  });
}

/** What every request begins with: measured, named and covered by the security headers. */
function addBeginning(fastify: FastifyInstance, options: HttpServerOptions, headers: SecurityHeaders): void {
  const observe = createObserve(options.metrics, options.log);
  fastify.decorateRequest('caller', null);
  fastify.decorateRequest('problemCode', undefined);
  fastify.addHook('onRequest', (request, reply, done) => {
    observe(request, reply);
    reply.headers(headers.api).header('x-request-id', request.id);
    done();
  });
}

/**
 * Makes the HTTP server of a process. Routes are mounted module by module until it is ready; health,
 * metrics and the API description are mounted already. Nothing listens before `listen`.
 */
export async function createHttpServer(options: HttpServerOptions): Promise<HttpServer> {
  const { config, log, clock, health } = options;
  const fastify = createFastify(options);
  const headers = await securityHeaders(config, options.pageSources);
  const signals = createLifeSignals();
  const upgrades = createUpgrades();
  const memoryLimiter = createMemoryLimiter(clock);
  const rule = defaultRule(config.rateLimitPerMinute);
  const mounting: MountOptions = {
    authenticator: options.authenticator,
    metricsToken: config.metricsToken,
    limiter:
      options.redis === undefined ? memoryLimiter : createRedisLimiter(options.redis, memoryLimiter, log),
    defaultRule: rule,
    idempotency: createIdempotency(options.database, clock, log),
    signals,
    secureCookies: config.publicUrl.startsWith('https:'),
    heartbeatMs: options.heartbeatMs ?? 15_000,
    problemOf: problemReporter(log),
  };

  addBeginning(fastify, options, headers);
  addBodyParsers(fastify);
  addPlugins(fastify, config.corsOrigins);
  handleErrors(fastify, log, (_request, reply) => enforceLimit(mounting.limiter, rule, undefined, reply));
  upgrades.attach(fastify.server);

  const pending: PendingRoute[] = [];
  const check = createDefinitionCheck();
  let isSealed = false;

  function mountAs(module: string, isProbe: boolean): Mount {
    const moduleLog = log.child({ module });
    return (definition: RouteDefinition, handler) => {
      if (isSealed) throw new Error(`Route ${definition.name} comes too late: the server is ready.`);
      check(module, definition);
      // The mount's signature has checked the handler against the route; behind it the types are erased.
      pending.push({ module, definition, handler: handler as AnyHandler, log: moduleLog, isProbe });
    };
  }

  const openapi = () => openapiDocument({ version: options.version, routes: pending });
  mountOperational(mountAs('platform', true), { health, metrics: options.metrics, openapi });

  const routing: FastifyPluginAsync = async (scope) => {
    isSealed = true;
    for (const route of pending) mountRoute(scope, route, mounting);
    await serveDocs(scope, openapi(), headers.docs);
  };
  // Loaded at readiness, when every module has mounted its routes.
  void fastify.register(routing);

  const server: HttpServer = {
    mount: (module) => mountAs(module, false),
    onUpgrade: upgrades.add,
    routes: () => pending.map(({ module, definition }) => ({ module, definition })),
    fastify,
    pageHeaders: headers.app,
    openapi,
    async ready() {
      await fastify.ready();
    },
    async listen({ host, port }) {
      await fastify.listen({ host, port });
      health.enter('ready');
      return { url: urlOf(fastify.server.address(), host) };
    },
    async close() {
      health.enter('stopping');
      signals.abortStreams();
      const limit = setTimeout(() => {
        signals.abortAll();
        upgrades.cut();
        fastify.server.closeAllConnections();
      }, options.closeTimeoutMs ?? 10_000);
      // A kept-alive connection whose last answer left after the door closed would keep the server waiting.
      const sweep = setInterval(() => fastify.server.closeIdleConnections(), 50);
      try {
        await fastify.close();
      } finally {
        clearTimeout(limit);
        clearInterval(sweep);
        upgrades.cut();
      }
    },
  };
  if (options.webDirectory !== undefined) serveWebApp(server, options.webDirectory);
  return server;
}

function urlOf(address: AddressInfo | string | null, host: string): string {
  if (address === null || typeof address === 'string') throw new Error('The server has no address.');
  return `http://${host.includes(':') ? `[${host}]` : host}:${address.port}`;
}
