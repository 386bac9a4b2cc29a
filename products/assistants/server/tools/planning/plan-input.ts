import { Type } from 'typebox';
import { Refusal } from '#base/refusal';
import { FileName, inputText } from '../input-text.ts';
import type { ToolCallContext } from '../tool.ts';
import type { ToolEngine } from '../tool-engines.ts';

/** Parameters that give a plan. */
export const planParameters = {
  plan: Type.Optional(
    Type.Union([Type.Record(Type.String(), Type.Unknown()), Type.String({ maxLength: 1_000_000 })], {
      description:
        'The plan: JSON {start: "2026-03-02", tasks: [{id, name, duration: 3 or {optimistic, likely, pessimistic}, unit: "days" or "hours", predecessors: ["a", "bFS+2d"], assignments: [{resource, units}]}], resources: [{id, name, capacity, rate}], risks: […]}; or the text of a CSV table or an MS Project XML file',
    }),
  ),
  file: FileName,
  start: Type.Optional(
    Type.String({
      pattern: '^\\d{4}-\\d{2}-\\d{2}(T\\d{2}:\\d{2})?$',
      description: 'Start of the project, for a table',
    }),
  ),
};

export interface PlanInput {
  readonly plan?: string | Record<string, unknown>;
  readonly file?: string;
  readonly start?: string;
}

/** What money of a plan is counted in. */
export function currencyOf(document: unknown): string {
  const currency =
    typeof document === 'object' && document !== null && 'currency' in document
      ? document.currency
      : undefined;
  return typeof currency === 'string' && currency !== '' ? currency : 'RUB';
}

/** The plan of a call as its document. A table without a start begins today. */
export async function planOf(
  engine: ToolEngine,
  { plan, file, start }: PlanInput,
  context: ToolCallContext,
  today: () => string,
): Promise<{ readonly document: unknown; readonly notes: readonly string[] }> {
  if (typeof plan === 'object') return { document: plan, notes: [] };
  const { text } = inputText({ text: plan, file }, context, /\.(?:json|csv|tsv|xml|xlsx|txt)$/i);
  if (text.trim() === '') throw new Refusal('invalid', 'assistants.tool_input', 'The plan is empty.');
  const read = await engine('readPlan', { text, start: start ?? today() }, context);
  return { document: read.plan, notes: read.warnings.map(({ message }) => message[context.locale]) };
}
