export type BreakerState = 'closed' | 'open' | 'half_open';

export interface BreakerOptions {
  /** Counted failures that open; 5. */
  readonly failureThreshold?: number;
  /** Milliseconds from the last failure until a trial is let through; 60,000. */
  readonly timeoutMs?: number;
  /** Successful trials that close; 2. */
  readonly successThreshold?: number;
  /** Which errors count; every one but a `Refusal` of kind invalid, not_found, conflict, forbidden by default. */
  readonly isFailure?: (error: unknown) => boolean;
}

export interface BreakerFigures {
  readonly name: string;
  readonly state: BreakerState;
  readonly failure_count: number;
  readonly success_count: number;
}

/** A circuit breaker around one outside dependency. */
export interface CircuitBreaker {
  readonly name: string;
  /** Runs the work, or throws `CircuitOpenError` at once while open. */
  execute<Result>(work: () => Promise<Result>): Promise<Result>;
  getState(): BreakerFigures;
}

/** All breakers of this process, shown in `/health` and in `circuit_breaker_state{service}`. */
export interface Breakers {
  /** The breaker of a service, made at first use; the same object for the same name. */
  breaker(name: string, options?: BreakerOptions): CircuitBreaker;
  all(): readonly BreakerFigures[];
}
