import type { TObject } from 'typebox';
import type { Routed } from './intent.rules.ts';
import type { Intent } from './intents/tables.ts';
import { type Given, missingFor, type Need, slotsFor } from './slots.rules.ts';
import { fillInput } from './tool-input.rules.ts';

/** What to do for a question. */
export type Steps =
  | { readonly kind: 'run'; readonly intent: Intent; readonly calls: readonly Call[] }
  /** What was understood cannot be done without something. */
  | { readonly kind: 'missing'; readonly intent: Intent; readonly need: Need }
  /** What was understood belongs to another assistant. */
  | { readonly kind: 'other_role'; readonly intent: Intent }
  | { readonly kind: 'recall' }
  | { readonly kind: 'help' };

export interface Call {
  readonly name: string;
  readonly input: unknown;
}

/** A tool as far as the choice goes. */
export interface KnownTool {
  readonly name: string;
  readonly parameters: TObject;
}

/** Tools that answer an intent, the best first. */
const substitutes: Readonly<Partial<Record<Intent, readonly string[]>>> = {
  optimize_query: ['optimize_query', 'check_query', 'explain_query'],
  check_query: ['check_query', 'optimize_query'],
  explain_query: ['explain_query', 'check_query'],
  check_code: ['check_code', 'explain_code'],
  explain_code: ['explain_code', 'check_code'],
  suggest_objects: ['suggest_objects', 'analyze_requirements'],
  simulate_plan: ['simulate_plan', 'schedule_plan'],
  find_metadata: ['find_metadata', 'search_knowledge'],
  find_in_code: ['find_in_code', 'search_knowledge'],
};

/** Another wish counts beside the first when it is nearly as sure. */
const nearlyAsSure = 0.8;
const mostCalls = 3;
/** A lone sign this weak is a guess: the knowledge base is asked as well. */
const guess = 2;

function callFor(intent: Intent, tools: readonly KnownTool[], given: Given): Call | undefined {
  for (const name of substitutes[intent] ?? [intent]) {
    const tool = tools.find((known) => known.name === name);
    const input = tool === undefined ? undefined : fillInput(tool.parameters, slotsFor(intent, given));
    if (input !== undefined) return { name, input };
  }
  return undefined;
}

/** Chooses tools of a role for what a message wants. */
export function stepsFor(routed: readonly Routed[], tools: readonly KnownTool[], given: Given): Steps {
  const [first] = routed;
  if (first === undefined || first.intent === 'help') {
    const searched = first === undefined ? callFor('search_knowledge', tools, given) : undefined;
    return searched === undefined || given.words === ''
      ? { kind: 'help' }
      : { kind: 'run', intent: 'search_knowledge', calls: [searched] };
  }
  if (first.intent === 'recall') return { kind: 'recall' };
  const wished = routed.filter(
    ({ intent, weight }) =>
      weight >= first.weight * nearlyAsSure && weight > guess && intent !== 'help' && intent !== 'recall',
  );
  const calls = (wished.length === 0 ? [first] : wished)
    .filter(({ intent }) => missingFor(intent, given) === undefined)
    .map(({ intent }) => callFor(intent, tools, given))
    .filter((call) => call !== undefined);
  const distinct = calls.filter((call, at) => calls.findIndex(({ name }) => name === call.name) === at);
  if (distinct.length > 0) return { kind: 'run', intent: first.intent, calls: distinct.slice(0, mostCalls) };
  const isOwn = (substitutes[first.intent] ?? [first.intent]).some((name) =>
    tools.some((tool) => tool.name === name),
  );
  const need = missingFor(first.intent, given);
  if (!isOwn) return { kind: 'other_role', intent: first.intent };
  return need === undefined ? { kind: 'help' } : { kind: 'missing', intent: first.intent, need };
}
