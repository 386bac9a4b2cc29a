import { type Attributes, DiagLogLevel, diag, SpanStatusCode, trace } from '@opentelemetry/api';
import { Refusal } from '#base/refusal';
import type { Log } from './types.ts';

/** Running trace export. */
export interface Tracing {
  /** Sends what waits and stops; never throws. */
  shutdown(): Promise<void>;
}

const off: Tracing = { shutdown: async () => undefined };

const shutdownMs = 5_000;

/**
 * Starts sending traces by OTLP over HTTP when an endpoint is configured; otherwise does nothing and loads
 * nothing. The SDK reads the endpoint and every other `OTEL_*` setting from the environment of the process
 * itself, so `otlpEndpoint` must have come from there. Metrics and logs are not sent: Prometheus scrapes the
 * first, standard output carries the second.
 */
export async function startTracing(
  config: { readonly otlpEndpoint: string | undefined },
  log: Log,
): Promise<Tracing> {
  if (config.otlpEndpoint === undefined) return off;
  const { startNodeSdk } = await import('@opentelemetry/sdk-node');
  const sdk = startNodeSdk({
    logLevel: 'none',
    resourceAttributes: { 'service.name': 'quintet' },
    // The detectors would send the command line, the account and the host along.
    resourceDetectors: [],
    metricReaders: [],
    logRecordProcessors: [],
  });
  const say =
    (level: 'warn' | 'error') =>
    (message: string): void =>
      log[level]({ component: 'tracing' }, message);
  const silent = (): void => undefined;
  diag.setLogger(
    { error: say('error'), warn: say('warn'), info: silent, debug: silent, verbose: silent },
    { logLevel: DiagLogLevel.WARN, suppressOverrideMessage: true },
  );
  return { shutdown: () => stop(sdk, log) };
}

async function stop(sdk: Tracing, log: Log): Promise<void> {
  const { promise: late, resolve } = Promise.withResolvers<'late'>();
  const timer = setTimeout(() => resolve('late'), shutdownMs);
  try {
    const outcome = await Promise.race([sdk.shutdown(), late]);
    if (outcome === 'late') log.warn({}, 'The last traces could not be sent in time');
  } catch (error) {
    log.warn({ err: error }, 'The last traces could not be sent');
  } finally {
    clearTimeout(timer);
    diag.disable();
  }
}

/**
 * Runs the work inside a span; its child spans hang below. Costs next to nothing while tracing is off.
 * A failure marks the span with the error's type only; a refusal is no failure. Attributes hold no secrets.
 */
export async function inSpan<Result>(
  name: string,
  attributes: Attributes,
  work: () => Promise<Result>,
): Promise<Result> {
  return await trace.getTracer('quintet').startActiveSpan(name, { attributes }, async (span) => {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof Refusal)) {
        span.setStatus({
          code: SpanStatusCode.ERROR,
          message: error instanceof Error ? error.name : 'unknown error',
        });
      }
      throw error;
    } finally {
      span.end();
    }
  });
}
