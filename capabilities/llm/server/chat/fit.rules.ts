import { Refusal } from '#base/refusal';
import { countTokens } from '../tokens/tokens.rules.ts';
import { assemblePrompt, fencePassages, type Prompt } from './prompt.rules.ts';
import type { ChatMessage, ChatRequest, Passage } from './request.ts';

const defaultMaxOutput = 1_024;
const defaultBudget = 16_000;
/** Role names and separators around one message. */
const framing = 6;

/** A request cut to its budget and ready to send. */
export interface FittedRequest {
  readonly prompt: Prompt;
  /** Those that fitted; markers count them from 1. */
  readonly passages: readonly Passage[];
  readonly maxOutputTokens: number;
  /** Estimate of everything that is sent. */
  readonly inputTokens: number;
}

function weightOf(message: ChatMessage): number {
  switch (message.role) {
    case 'user':
      return framing + countTokens(message.content);
    case 'assistant':
      return (
        framing +
        countTokens(message.content) +
        (message.toolCalls ?? []).reduce((sum, call) => sum + framing + countTokens(JSON.stringify(call)), 0)
      );
    case 'tool':
      return framing + countTokens(JSON.stringify(message.output) ?? '');
    default: {
      const unknown: never = message;
      return unknown;
    }
  }
}

function takeWhileFits<Item>(items: readonly Item[], room: number, weight: (item: Item) => number) {
  const taken: Item[] = [];
  let left = room;
  for (const item of items) {
    const cost = weight(item);
    if (cost > left) break;
    taken.push(item);
    left -= cost;
  }
  return { taken, left };
}

function checkShape({ messages, tools = [] }: ChatRequest): void {
  const last = messages.at(-1);
  const question = messages.some((message) => message.role === 'user');
  const badTool = tools.some((tool) => !/^[\w-]{1,64}$/.test(tool.name));
  const sameName = new Set(tools.map((tool) => tool.name)).size !== tools.length;
  if (last === undefined || last.role === 'assistant' || !question || badTool || sameName) {
    throw new Refusal(
      'invalid',
      'llm.invalid_request',
      'A chat request needs a question as its last message, and tools need distinct names of letters, digits, _ and -.',
    );
  }
}

/**
 * Cuts a request to its token budget. What must stay: instructions, tools and everything from the last question on.
 * Of the rest the newest messages get at most half of the room, passages in order of relevance what is left, and
 * messages then what the passages did not need.
 */
export function fitRequest(request: ChatRequest): FittedRequest {
  checkShape(request);
  const budget = request.tokenBudget ?? defaultBudget;
  const maxOutputTokens = Math.max(
    1,
    Math.min(request.maxOutputTokens ?? defaultMaxOutput, Math.floor(budget / 2)),
  );
  const turn = request.messages.findLastIndex((message) => message.role === 'user');
  const kept = request.messages.slice(turn);
  const tools = (request.tools ?? []).map(({ name, description, parameters }) => ({
    name,
    description,
    parameters,
  }));
  const passages = request.passages ?? [];
  const fixed =
    countTokens(request.system ?? '') +
    (tools.length > 0 ? countTokens(JSON.stringify(tools)) : 0) +
    kept.reduce((sum, message) => sum + weightOf(message), 0);
  const room = budget - maxOutputTokens - fixed;
  if (room < 0) {
    throw new Refusal('invalid', 'llm.too_long', 'The message is too long for the language model.');
  }
  const groundingCost = passages.length > 0 ? 100 : 0;
  const older = request.messages.slice(0, turn).toReversed();
  const recent = takeWhileFits(older, Math.floor(room / 2), weightOf);
  const evidence = takeWhileFits(passages, recent.left + Math.ceil(room / 2) - groundingCost, (passage) =>
    countTokens(fencePassages([passage])),
  );
  const further = takeWhileFits(older.slice(recent.taken.length), evidence.left, weightOf);
  const history = [...recent.taken, ...further.taken].toReversed();
  // A history that starts with an answer or a tool's output has lost what it belongs to.
  const start = history.findIndex((message) => message.role === 'user');
  const prompt = assemblePrompt(
    request.system,
    [...(start === -1 ? [] : history.slice(start)), ...kept],
    evidence.taken,
  );
  const inputTokens =
    countTokens(prompt.instructions ?? '') +
    (tools.length > 0 ? countTokens(JSON.stringify(tools)) : 0) +
    prompt.messages.reduce((sum, message) => sum + weightOf(message), 0);
  return { prompt, passages: evidence.taken, maxOutputTokens, inputTokens };
}
