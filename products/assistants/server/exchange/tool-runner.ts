import { Refusal } from '#base/refusal';
import type { Log } from '#platform/server/telemetry';
import type { ToolCallRecord } from '../conversations/conversation.ts';
import type { Tool, ToolResult } from '../tools/tool.ts';
import type { Toolbox } from '../tools/toolbox.ts';
import type { Question } from './question.ts';

/** A tool that was run: its record, and its result unless it failed. */
export interface ToolRun {
  readonly record: ToolCallRecord;
  readonly result: ToolResult | undefined;
}

export type RunTool = (
  question: Question,
  call: { readonly id: string; readonly name: string; readonly input: unknown },
) => Promise<ToolRun>;

const longestRunMs = 60_000;
const recordLength = 20_000;
const inputLength = 4_000;

const failed = {
  ru: 'Инструмент не справился: произошла внутренняя ошибка.',
  en: 'The tool failed: something went wrong inside.',
};
const tooLong = {
  ru: 'Инструмент не успел за минуту. Дайте ему меньше.',
  en: 'The tool did not finish within a minute. Give it less.',
};

function cut(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length).toWellFormed()}\n…`;
}

/** The input as it is kept with the answer: long texts in it are cut. */
function shownInput(input: unknown): unknown {
  if (typeof input === 'string') return cut(input, inputLength);
  if (Array.isArray(input)) return input.slice(0, 50).map(shownInput);
  if (typeof input !== 'object' || input === null) return input;
  return Object.fromEntries(Object.entries(input).map(([name, value]) => [name, shownInput(value)]));
}

/** An assistant with collections of its own answers from these, whatever a model asks for. */
function withinCollections(input: unknown, tool: Tool | undefined, collections: readonly string[]): unknown {
  const isAbout = tool !== undefined && 'collection_ids' in tool.parameters.properties;
  if (!isAbout || collections.length === 0 || typeof input !== 'object' || input === null) return input;
  const asked: unknown = Reflect.get(input, 'collection_ids');
  const some = Array.isArray(asked) ? collections.filter((id) => asked.includes(id)) : [];
  return { ...input, collection_ids: some.length > 0 ? some : collections };
}

/** Runs tools on behalf of a question; what a tool throws becomes a failed run, unless the person stopped it. */
export function createToolRunner({ toolbox, log }: { toolbox: Toolbox; log: Log }): RunTool {
  return async (question, { id, name, input: given }) => {
    const { workspace, locale, projectId, toolFiles: files, signal, role } = question;
    const [tool] = toolbox.pick([name]);
    const input = withinCollections(given, tool, role.definition.collections);
    signal.throwIfAborted();
    const started = performance.now();
    const limit = AbortSignal.timeout(longestRunMs);
    const title = tool?.title[locale] ?? name;
    const base = { id, name, title, input: shownInput(input) };
    const tookMs = () => Math.round(performance.now() - started);
    try {
      const context = { workspace, locale, projectId, files, signal: AbortSignal.any([signal, limit]) };
      const result = await toolbox.run(name, input, context);
      const text = cut(result.text, recordLength);
      return { record: { ...base, status: 'finished', text, tookMs: tookMs() }, result };
    } catch (error) {
      signal.throwIfAborted();
      const isExpected = error instanceof Refusal || limit.aborted;
      if (!isExpected) log.error({ err: error, tool: name }, 'A tool failed');
      const words = limit.aborted ? tooLong[locale] : failed[locale];
      const text = error instanceof Refusal ? error.message : words;
      return { record: { ...base, status: 'failed', text, tookMs: tookMs() }, result: undefined };
    }
  };
}
