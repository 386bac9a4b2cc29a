import { createHash } from 'node:crypto';
import { Refusal } from '#base/refusal';
import type { Cache } from '#platform/server/cache';
import { ownerTag } from '../privacy.ts';
import type { RunChat } from './chat.ts';
import type { Answer, ChatEvent } from './events.ts';
import type { ChatRequest, LlmCall, ToolCall } from './request.ts';

const cacheSeconds = 600;

/** The cache key of a request whose answer is always the same; undefined: not cacheable. */
function cacheKeyOf(request: ChatRequest, owner: string, models: readonly string[]): string | undefined {
  if (request.temperature !== 0 || (request.tools ?? []).length > 0) return undefined;
  const whole = JSON.stringify([owner, models, request]);
  return `answer:${createHash('sha256').update(whole).digest('base64url')}`;
}

async function collect(events: AsyncIterable<ChatEvent>): Promise<Answer> {
  let text = '';
  const citations: string[] = [];
  const toolCalls: ToolCall[] = [];
  for await (const event of events) {
    switch (event.kind) {
      case 'text':
        text += event.text;
        break;
      case 'citation':
        citations.push(event.passageId);
        break;
      case 'tool_call':
        toolCalls.push({ id: event.id, name: event.name, input: event.input });
        break;
      case 'tool_result':
        break;
      case 'finish': {
        const { kind: _, ...finish } = event;
        return { ...finish, text, citations, toolCalls, cached: false };
      }
      case 'error':
        throw new Refusal('unavailable', 'llm.interrupted', 'The language model broke off in the middle.', {
          reason: event.error,
        });
      default: {
        const unknown: never = event;
        return unknown;
      }
    }
  }
  throw new Error('The answer ended without its last event.');
}

/** Collects answers, and remembers those that cannot come out differently. */
export function createAnswer({
  chat,
  cache,
  models,
}: {
  readonly chat: RunChat;
  readonly cache: Cache;
  readonly models: readonly string[];
}) {
  return async (request: ChatRequest, call: LlmCall): Promise<Answer> => {
    const key = models.length === 0 ? undefined : cacheKeyOf(request, call.owner, models);
    const known = key === undefined ? undefined : await cache.get<Answer>(key);
    if (known !== undefined) return { ...known, cached: true };
    const answer = await collect(chat(request, call, true));
    if (key !== undefined && !answer.offline && answer.reason === 'stop') {
      await cache.set(key, answer, { ttlSeconds: cacheSeconds, tags: [ownerTag(call.owner)] });
    }
    return answer;
  };
}
