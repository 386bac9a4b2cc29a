import type { ChatToolCall } from '../../../contract/index.ts';
import type { ToolStep } from '../exchange/exchange.rules.ts';

/** The steps of an answer as the server keeps them. */
export function toldSteps(calls: readonly ChatToolCall[]): readonly ToolStep[] {
  return calls.map(({ id, name, title, status, input, text, took_ms }) => ({
    id,
    name,
    title,
    status,
    input,
    text,
    tookMs: took_ms,
  }));
}
