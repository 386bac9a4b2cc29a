import type { Clock } from '#base/time';
import type { Log } from '#platform/server/telemetry';
import type { LlmMetrics } from '../metrics.ts';
import { retryDelayMs } from '../providers/failure-policy.rules.ts';
import type { ChatModel } from '../providers/model.ts';
import type { UsageLedger } from '../usage/usage.ts';
import { askModel, type ModelLimits } from './ask-model.ts';
import type { ChatEvent, FailedAttempt, TokenUsage } from './events.ts';
import { type FittedRequest, fitRequest } from './fit.rules.ts';
import { offlineStream } from './offline-stream.ts';
import type { ChatRequest, LlmCall } from './request.ts';

export interface ChatDependencies {
  readonly models: readonly ChatModel[];
  readonly limits: ModelLimits;
  readonly usage: UsageLedger;
  readonly metrics: LlmMetrics;
  readonly clock: Clock;
  readonly log: Log;
  /** Waits; rejects with the signal's reason when it aborts. */
  readonly sleep: (ms: number, signal: AbortSignal | undefined) => Promise<void>;
}

export type RunChat = (request: ChatRequest, call: LlmCall, isHeld: boolean) => AsyncGenerator<ChatEvent>;

/** Asks the models in order and the offline engine at last. `isHeld`: nothing leaves before it is complete. */
export function createChat(dependencies: ChatDependencies): RunChat {
  const { models, metrics, usage, sleep, log } = dependencies;

  async function* offline(
    request: ChatRequest,
    fitted: FittedRequest,
    call: LlmCall,
    failed: readonly FailedAttempt[],
  ): AsyncGenerator<ChatEvent> {
    for (const event of offlineStream(request, fitted, failed)) {
      call.signal?.throwIfAborted();
      if (event.kind === 'finish') metrics.tokens(call.component, event.usage);
      yield event;
    }
  }

  return async function* chat(request, call, isHeld) {
    call.signal?.throwIfAborted();
    const fitted = fitRequest(request);
    if (models.length === 0) {
      yield* offline(request, fitted, call, []);
      return;
    }
    const reservation = await usage.reserve(call.owner, call.component, fitted);
    const granted = { ...fitted, maxOutputTokens: reservation.maxOutputTokens };
    const failed: FailedAttempt[] = [];
    let used: TokenUsage | undefined;
    const onUsage = (known: TokenUsage) => {
      used = known;
    };
    try {
      for (const model of models) {
        for (let isRetry = false; ; isRetry = true) {
          const question = { request, fitted: granted, call, isHeld, failed: [...failed], onUsage };
          const failure = yield* askModel(model, question, dependencies);
          if (failure === undefined) return;
          failed.push({ provider: model.provider, model: model.model, kind: failure.kind });
          log.warn(
            { provider: model.provider, model: model.model, kind: failure.kind },
            'Language model failed',
          );
          const delay = isRetry ? undefined : retryDelayMs(failure);
          if (delay === undefined) break;
          await sleep(delay, call.signal);
        }
      }
    } finally {
      if (used !== undefined) metrics.tokens(call.component, used);
      await reservation.settle(used);
    }
    yield* offline(request, fitted, call, failed);
  };
}
