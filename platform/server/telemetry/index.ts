export { createLog, silentLog } from './log.ts';
export { createMetrics } from './metrics.ts';
export { describeError, type ErrorDescription } from './redaction/describe-error.ts';
export { scrub } from './redaction/scrub.ts';
export { inSpan, startTracing, type Tracing } from './tracing.ts';
export type { FlushableLog, Log, LogDestination, LogOptions } from './types.ts';
