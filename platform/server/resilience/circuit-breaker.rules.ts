/** The fixed rules of the breaker as values: a state and what happened in, the next state out. */
export type Circuit =
  | { readonly kind: 'closed'; readonly failures: number }
  | { readonly kind: 'open'; readonly failures: number; readonly lastFailureAt: number }
  | { readonly kind: 'half_open'; readonly failures: number; readonly successes: number };

export interface CircuitRules {
  readonly failureThreshold: number;
  readonly timeoutMs: number;
  readonly successThreshold: number;
}

export const closedCircuit: Circuit = { kind: 'closed', failures: 0 };

/** An open circuit whose time has passed is half-open; asked before every call and for every report. */
export function atTime(circuit: Circuit, now: number, rules: CircuitRules): Circuit {
  if (circuit.kind !== 'open' || now - circuit.lastFailureAt < rules.timeoutMs) return circuit;
  return { kind: 'half_open', failures: circuit.failures, successes: 0 };
}

export function afterSuccess(circuit: Circuit, rules: CircuitRules): Circuit {
  switch (circuit.kind) {
    case 'closed':
      return circuit.failures === 0 ? circuit : { kind: 'closed', failures: circuit.failures - 1 };
    case 'half_open': {
      const successes = circuit.successes + 1;
      return successes >= rules.successThreshold ? closedCircuit : { ...circuit, successes };
    }
    case 'open':
      return circuit;
    default:
      return circuit satisfies never;
  }
}

export function afterFailure(circuit: Circuit, now: number, rules: CircuitRules): Circuit {
  switch (circuit.kind) {
    case 'closed': {
      const failures = circuit.failures + 1;
      return failures >= rules.failureThreshold
        ? { kind: 'open', failures, lastFailureAt: now }
        : { kind: 'closed', failures };
    }
    case 'half_open':
      return { kind: 'open', failures: circuit.failures + 1, lastFailureAt: now };
    case 'open':
      return {
        ...circuit,
        failures: circuit.failures + 1,
        lastFailureAt: Math.max(now, circuit.lastFailureAt),
      };
    default:
      return circuit satisfies never;
  }
}
