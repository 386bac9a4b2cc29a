import { isStepCount, type LanguageModel, streamText } from 'ai';
import type { FinishReason } from '../chat/events.ts';
import { countTokens } from '../tokens/tokens.rules.ts';
import { classifyFailure } from './errors.rules.ts';
import { ProviderFailure } from './failure.ts';
import { toModelMessages, toToolSet } from './messages.ts';
import type { ExchangeEvent, ExchangeOptions } from './model.ts';

const maxToolSteps = 6;

function reasonOf(reason: string): FinishReason {
  switch (reason) {
    case 'stop':
    case 'other':
      return 'stop';
    case 'length':
      return 'length';
    case 'tool-calls':
      return 'tool_calls';
    case 'content-filter':
      return 'content_filter';
    default:
      throw new ProviderFailure('cut_off');
  }
}

/** Two time limits in one signal: until anything is heard, and in all. */
function deadlines(firstTokenMs: number, totalMs: number) {
  const controller = new AbortController();
  const expire = () => controller.abort(new ProviderFailure('timeout'));
  const first = setTimeout(expire, Math.min(firstTokenMs, totalMs));
  const total = setTimeout(expire, totalMs);
  return {
    signal: controller.signal,
    heard: () => clearTimeout(first),
    end: () => {
      clearTimeout(first);
      clearTimeout(total);
      controller.abort();
    },
  };
}

/** See `ChatModel.exchange`. */
export async function* exchange(
  language: LanguageModel,
  options: ExchangeOptions,
): AsyncGenerator<ExchangeEvent> {
  const limits = deadlines(options.firstTokenMs, options.totalMs);
  const signal =
    options.signal === undefined ? limits.signal : AbortSignal.any([options.signal, limits.signal]);
  let hasSpoken = false;
  let said = '';
  try {
    options.signal?.throwIfAborted();
    const tools = toToolSet(options.tools);
    const { stream } = streamText({
      model: language,
      messages: toModelMessages(options.request.prompt.messages),
      maxOutputTokens: options.request.maxOutputTokens,
      maxRetries: 0,
      stopWhen: isStepCount(maxToolSteps),
      abortSignal: signal,
      // Failures are parts of the stream; the default would print them.
      onError: () => undefined,
      ...(options.request.prompt.instructions === undefined
        ? {}
        : { instructions: options.request.prompt.instructions }),
      ...(options.temperature === undefined ? {} : { temperature: options.temperature }),
      ...(tools === undefined ? {} : { tools }),
    });
    for await (const part of stream) {
      switch (part.type) {
        case 'reasoning-delta':
        case 'tool-input-start':
          limits.heard();
          break;
        case 'text-delta':
          if (part.text === '') break;
          limits.heard();
          hasSpoken = true;
          said += part.text;
          yield { kind: 'text', text: part.text };
          break;
        case 'tool-call':
          limits.heard();
          hasSpoken = true;
          yield { kind: 'tool_call', id: part.toolCallId, name: part.toolName, input: part.input };
          break;
        case 'tool-result':
        case 'tool-error':
          yield {
            kind: 'tool_result',
            id: part.toolCallId,
            name: part.toolName,
            failed: part.type === 'tool-error',
          };
          break;
        case 'error':
          throw part.error;
        case 'abort':
          throw signal.reason;
        case 'finish': {
          const reason = reasonOf(part.finishReason);
          if (!hasSpoken && reason === 'content_filter') throw new ProviderFailure('content_filter');
          yield {
            kind: 'done',
            reason,
            usage: {
              inputTokens: part.totalUsage.inputTokens ?? options.request.inputTokens,
              outputTokens: part.totalUsage.outputTokens ?? countTokens(said),
            },
          };
          return;
        }
        default:
          break;
      }
    }
    throw new ProviderFailure('cut_off');
  } catch (error) {
    if (options.signal?.aborted === true) throw options.signal.reason;
    if (limits.signal.aborted) throw new ProviderFailure('timeout');
    throw classifyFailure(error, hasSpoken, options.clock());
  } finally {
    limits.end();
  }
}
