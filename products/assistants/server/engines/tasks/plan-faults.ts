import { Refusal } from '#base/refusal';
import type { Fault, Result } from '#products/assistants/engines/planning';

const mostFaults = 200;

export interface Worth<Value> {
  readonly value: Value;
  readonly warnings: Fault[];
}

/** The refusal of a plan with everything that is wrong with it; `root` is where the plan stands in the request. */
export function refusedPlan(faults: readonly Fault[], root: string): Refusal {
  const [first] = faults;
  const told = faults.slice(0, mostFaults);
  return new Refusal('invalid', 'assistants.plan_invalid', first?.message.en ?? 'The plan is not valid.', {
    faults: told,
    left_out: faults.length - told.length,
    errors: told.map(({ at, message }) => ({
      pointer: at.startsWith('/') ? `${root}${at}` : root,
      message: message.en,
    })),
  });
}

/** @throws Refusal `invalid` `assistants.plan_invalid`. */
export function worthOf<Value>(result: Result<Value>, root = '/body/plan'): Worth<Value> {
  if (!result.ok) throw refusedPlan(result.faults, root);
  return { value: result.value, warnings: [...result.warnings] };
}
