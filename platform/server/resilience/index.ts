export type { BreakerFigures, BreakerOptions, BreakerState, Breakers, CircuitBreaker } from './types.ts';
