/** Thrown instead of calling a dependency whose breaker is open. The HTTP border answers 503 with `Retry-After`. */
export class CircuitOpenError extends Error {
  override readonly name = 'CircuitOpenError';
  /** Name of the breaker. */
  readonly service: string;
  /** Whole seconds until a trial is let through, at least 1. */
  readonly retryAfterSeconds: number;

  constructor(service: string, retryAfterSeconds: number) {
    super(`${service} is not answering; calls are held back for ${retryAfterSeconds} s`);
    this.service = service;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}
