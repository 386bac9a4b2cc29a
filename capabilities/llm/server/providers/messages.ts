import { jsonSchema, type ModelMessage, type ToolSet, tool } from 'ai';
import { Value } from 'typebox/value';
import { Refusal } from '#base/refusal';
import type { ChatMessage, ChatTool } from '../chat/request.ts';

/** Translates messages into the library's form. */
export function toModelMessages(messages: readonly ChatMessage[]): ModelMessage[] {
  return messages.map((message): ModelMessage => {
    switch (message.role) {
      case 'user':
        return { role: 'user', content: message.content };
      case 'assistant':
        return {
          role: 'assistant',
          content: [
            ...(message.content === '' ? [] : [{ type: 'text' as const, text: message.content }]),
            ...(message.toolCalls ?? []).map((call) => ({
              type: 'tool-call' as const,
              toolCallId: call.id,
              toolName: call.name,
              input: call.input,
            })),
          ],
        };
      case 'tool':
        return {
          role: 'tool',
          content: [
            {
              type: 'tool-result',
              toolCallId: message.callId,
              toolName: message.name,
              output: { type: 'text', value: JSON.stringify(message.output) ?? 'null' },
            },
          ],
        };
      default: {
        const unknown: never = message;
        return unknown;
      }
    }
  });
}

/** The model may read why a tool refused; it must not read anything a bug put into an error. */
async function runTool(run: NonNullable<ChatTool['execute']>, input: unknown, signal: AbortSignal) {
  try {
    return await run(input, { signal });
  } catch (error) {
    signal.throwIfAborted();
    throw new Error(error instanceof Refusal ? error.message : 'The tool failed.');
  }
}

/** Translates tools; arguments are validated against their schemas before anything runs. */
export function toToolSet(tools: readonly ChatTool[]): ToolSet | undefined {
  if (tools.length === 0) return undefined;
  return Object.fromEntries(
    tools.map(({ name, description, parameters, execute }) => {
      const inputSchema = jsonSchema<unknown>(parameters, {
        validate: (value) =>
          Value.Check(parameters, value)
            ? { success: true, value }
            : { success: false, error: new Error('The arguments do not match the schema of the tool.') },
      });
      return [
        name,
        execute === undefined
          ? tool({ description, inputSchema })
          : tool({
              description,
              inputSchema,
              execute: (input, { abortSignal }) =>
                runTool(execute, input, abortSignal ?? new AbortController().signal),
            }),
      ];
    }),
  );
}
