import { checkDiagram } from '../model/check-diagram.ts';
import type { SequenceModel } from '../model/sequence.ts';
import { done, type Outcome } from '../outcome.ts';
import { nothingFound } from './source-text.ts';

/** One call, in the order of time. */
export interface CallInput {
  readonly caller: string;
  readonly callee: string;
  readonly method: string;
  /** The answer is drawn when it is named. */
  readonly returns?: string;
}

/** A sequence diagram of calls; participants stand in the order they appear. */
export function sequenceFromCalls(
  calls: readonly CallInput[],
  options: { readonly title?: string; readonly actors?: readonly string[] } = {},
): Outcome<SequenceModel> {
  if (calls.length === 0) return nothingFound('Вызовов нет.', 'There are no calls.');
  const actors = new Set(options.actors ?? []);
  const names = new Set(calls.flatMap(({ caller, callee }) => [caller, callee]));
  const model: SequenceModel = {
    kind: 'sequence',
    ...(options.title === undefined ? {} : { title: options.title }),
    participants: [...names].map((name) => ({
      id: name,
      name,
      ...(actors.has(name) ? { type: 'actor' as const } : {}),
    })),
    steps: calls.flatMap(({ caller, callee, method, returns }) => [
      { type: 'message' as const, from: caller, to: callee, text: method },
      ...(returns === undefined
        ? []
        : [{ type: 'message' as const, from: callee, to: caller, text: returns, style: 'answer' as const }]),
    ]),
  };
  return checkDiagram(model) ?? done(model);
}
