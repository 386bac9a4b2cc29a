export { createBreakers } from './breakers.ts';
export { type Bulkhead, type BulkheadOptions, createBulkhead } from './bulkhead.ts';
export { createCircuitBreaker } from './circuit-breaker.ts';
export { CircuitOpenError } from './circuit-open-error.ts';
export { type RetryOptions, withRetry } from './retry.ts';
export { TimeoutError, withTimeout } from './timeout.ts';
export type { BreakerFigures, BreakerOptions, BreakerState, Breakers, CircuitBreaker } from './types.ts';
