import type { Words } from './plan.ts';

/** Something wrong with an input. An error stops the work, a warning does not. */
export interface Fault {
  /** Stable, `planning.reason`. */
  readonly code: string;
  readonly severity: 'error' | 'warning';
  /** Where: a JSON pointer into the plan, or `line 3` of a table. */
  readonly at: string;
  readonly message: Words;
}

/** What an operation answers instead of throwing. */
export type Result<Value> =
  | { readonly ok: true; readonly value: Value; readonly warnings: readonly Fault[] }
  | { readonly ok: false; readonly faults: readonly Fault[] };

export function fault(reason: string, at: string, ru: string, en: string): Fault {
  return { code: `planning.${reason}`, severity: 'error', at, message: { ru, en } };
}

export function warning(reason: string, at: string, ru: string, en: string): Fault {
  return { ...fault(reason, at, ru, en), severity: 'warning' };
}

export function done<Value>(value: Value, warnings: readonly Fault[] = []): Result<Value> {
  return { ok: true, value, warnings };
}

export function failed(...faults: readonly Fault[]): {
  readonly ok: false;
  readonly faults: readonly Fault[];
} {
  return { ok: false, faults };
}

export function errorsOf(faults: readonly Fault[]): readonly Fault[] {
  return faults.filter(({ severity }) => severity === 'error');
}
