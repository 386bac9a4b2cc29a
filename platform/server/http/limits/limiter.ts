/** How much one subject may do in a window. The name is shown in the headers. */
export interface Policy {
  readonly name: string;
  readonly max: number;
  readonly windowSeconds: number;
}

export interface Usage {
  readonly allowed: boolean;
  readonly remaining: number;
  /** Whole seconds until the window starts anew, at least 1. */
  readonly resetSeconds: number;
}

/** Counts uses of a policy by a subject; counting and asking are one step. */
export interface Limiter {
  consume(subject: string, policy: Policy): Usage | Promise<Usage>;
}

export function usageOf(policy: Policy, count: number, msLeft: number): Usage {
  return {
    allowed: count <= policy.max,
    remaining: Math.max(0, policy.max - count),
    resetSeconds: Math.max(1, Math.ceil(msLeft / 1_000)),
  };
}
