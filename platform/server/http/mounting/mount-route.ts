import type { FastifyInstance, FastifyReply, FastifyRequest, RouteHandlerMethod } from 'fastify';
import type { TSchema } from 'typebox';
import type { RouteDefinition } from '#platform/contract';
import type { Log } from '#platform/server/telemetry';
import { createDoor, type DoorOptions } from '../access/door.ts';
import type { Idempotency } from '../idempotency/idempotency.ts';
import { claimOf } from '../idempotency/key.ts';
import type { LifeSignals } from '../lifecycle/life-signals.ts';
import { enforceLimit, type LimitRule, ruleFor } from '../limits/enforce.ts';
import type { Limiter } from '../limits/limiter.ts';
import { passBodies } from '../requests/binary-body.ts';
import { compileInput } from '../requests/validation.ts';
import { type Answering, answeringOf, type StreamContext } from './answering.ts';
import { isIdempotent, successStatus } from './check-definition.ts';
import { OutgoingControls } from './cookies.ts';
import { deprecationHeaders } from './deprecation.ts';
import { Incoming, type IncomingContext } from './incoming.ts';
import { sendOnce } from './send-once.ts';
import { serializable } from './serializable.ts';

/** A handler without its route's types: what remains of them behind the border. */
export type AnyHandler = (request: Incoming, controls: OutgoingControls) => unknown;

export interface MountOptions extends DoorOptions {
  readonly limiter: Limiter;
  readonly defaultRule: LimitRule;
  readonly idempotency: Idempotency;
  readonly signals: LifeSignals;
  readonly secureCookies: boolean;
  readonly heartbeatMs: number;
  readonly problemOf: StreamContext['problemOf'];
}

export interface PendingRoute {
  readonly module: string;
  readonly definition: RouteDefinition;
  readonly handler: AnyHandler;
  readonly log: Log;
  /** Probes: no rate limit, answered under pressure too. */
  readonly isProbe: boolean;
}

type DoorHook = (request: FastifyRequest, reply: FastifyReply, done: (error?: Error) => void) => void;

/** Authenticates, counts (failed attempts by address), and lets in or refuses, before the body is read. */
function doorHook({ definition, isProbe }: PendingRoute, options: MountOptions): DoorHook {
  const door = createDoor(definition, options);
  const rule = isProbe ? undefined : ruleFor(definition, options.defaultRule);

  function count(userId: string | undefined, reply: FastifyReply): void | Promise<void> {
    return rule === undefined ? undefined : enforceLimit(options.limiter, rule, userId, reply);
  }

  return (request, reply, done) => {
    const fail = (error: unknown) => done(error instanceof Error ? error : new Error(String(error)));
    const enter = (caller: FastifyRequest['caller']): void => {
      request.caller = caller;
      const counted = count(caller?.userId, reply);
      if (counted === undefined) done();
      else counted.then(() => done(), fail);
    };
    const refuse = (error: unknown): void => {
      try {
        const counted = count(undefined, reply);
        if (counted === undefined) fail(error);
        else counted.then(() => fail(error), fail);
      } catch (limited) {
        fail(limited);
      }
    };
    const entering = door(request);
    if (!(entering instanceof Promise)) {
      enter(entering);
      return;
    }
    entering.then((caller) => {
      // A throw here would be taken for a failed authentication below.
      try {
        enter(caller);
      } catch (error) {
        fail(error);
      }
    }, refuse);
  };
}

function handlerOf(route: PendingRoute, answering: Answering, options: MountOptions): RouteHandlerMethod {
  const { definition, handler, log } = route;
  const checkInput = compileInput(definition);
  const { signals, secureCookies, heartbeatMs, problemOf, idempotency } = options;
  const context: IncomingContext = {
    log,
    signals,
    streams: definition.streams !== undefined && definition.streams !== 'bytes',
    maxBytes: definition.binaryBody?.maxBytes,
  };
  const status = successStatus(definition);
  const honoursKeys = isIdempotent(definition) && definition.secretReply !== true;
  const stale = definition.deprecated === undefined ? undefined : deprecationHeaders(definition.deprecated);

  async function run(request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
    const incoming = new Incoming(request, reply, context);
    const value = await handler(incoming, new OutgoingControls(reply, secureCookies));
    return answering(reply, value, { heartbeatMs, problemOf, signalOf: () => incoming.signal });
  }

  return async (request, reply) => {
    if (stale !== undefined) reply.headers(stale);
    checkInput(request);
    // What a success says unless the handler chooses otherwise.
    reply.code(status);
    if (honoursKeys && request.headers['idempotency-key'] !== undefined) {
      const claim = claimOf(request, definition);
      if (claim !== undefined) {
        const controls = new OutgoingControls(reply, secureCookies);
        const work = async () => handler(new Incoming(request, reply, context), controls);
        return sendOnce(reply, { claim, idempotency, work });
      }
    }
    return run(request, reply);
  };
}

/** Probes answer in their own form when they are ill, too. */
function responseOf(reply: TSchema, isProbe: boolean): Record<string, unknown> {
  const schema = serializable(reply);
  return isProbe ? { '2xx': schema, '5xx': schema } : { '2xx': schema };
}

/** What is sent as it is: events must not wait for a compressor, bytes have a length and ranges. */
function isCompressible({ streams, secretReply }: RouteDefinition): boolean {
  return streams !== 'sse' && streams !== 'bytes' && secretReply !== true;
}

/** Puts one route into the router with everything its definition asks for. */
export function mountRoute(scope: FastifyInstance, route: PendingRoute, options: MountOptions): void {
  const { binaryBody } = route.definition;
  if (binaryBody === undefined) {
    addRoute(scope, route, options);
    return;
  }
  // A scope of its own: parsers are chosen by content type, for all routes beside each other.
  void scope.register((inner, _options, done) => {
    passBodies(inner, binaryBody.maxBytes);
    addRoute(inner, route, options);
    done();
  });
}

function addRoute(scope: FastifyInstance, route: PendingRoute, options: MountOptions): void {
  const { definition } = route;
  const status = successStatus(definition);
  scope.route({
    method: definition.method,
    url: definition.path,
    exposeHeadRoute: definition.method === 'GET' && definition.streams !== 'sse',
    ...(definition.bodyLimit === undefined ? {} : { bodyLimit: definition.bodyLimit }),
    ...(definition.reply === undefined
      ? {}
      : { schema: { response: responseOf(definition.reply, route.isProbe) } }),
    ...(isCompressible(definition) ? {} : { compress: false }),
    config: {
      textBody: definition.textBody === true,
      ...(route.isProbe ? { pressureHandler: () => undefined } : {}),
    },
    onRequest: doorHook(route, options),
    handler: handlerOf(route, answeringOf(definition, status), options),
  });
}
