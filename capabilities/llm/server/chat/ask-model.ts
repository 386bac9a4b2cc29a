import type { Clock } from '#base/time';
import type { LlmMetrics } from '../metrics.ts';
import { ProviderFailure } from '../providers/failure.ts';
import { guardedStream } from '../providers/guarded-stream.ts';
import type { ChatModel, ExchangeEvent } from '../providers/model.ts';
import { countTokens } from '../tokens/tokens.rules.ts';
import { citationScanner } from './citations.rules.ts';
import type { ChatEvent, FailedAttempt, TokenUsage } from './events.ts';
import type { FittedRequest } from './fit.rules.ts';
import type { ChatRequest, LlmCall } from './request.ts';

export interface ModelLimits {
  readonly firstTokenMs: number;
  readonly totalMs: number;
}

export interface Question {
  readonly request: ChatRequest;
  readonly fitted: FittedRequest;
  readonly call: LlmCall;
  /** Keep everything back until the end, so that another model may start over. */
  readonly isHeld: boolean;
  readonly failed: readonly FailedAttempt[];
  /** Told what was used as soon as it is known, and again when more is known. */
  readonly onUsage: (usage: TokenUsage) => void;
}

/**
 * Asks one model behind its breaker. Returns the failure when nothing has left yet, so that another model can be
 * asked; returns undefined when the answer is out, complete or broken off.
 */
export async function* askModel(
  model: ChatModel,
  question: Question,
  { metrics, limits, clock }: { metrics: LlmMetrics; limits: ModelLimits; clock: Clock },
): AsyncGenerator<ChatEvent, ProviderFailure | undefined> {
  const { request, fitted, call, failed } = question;
  const answerer = { provider: model.provider, model: model.model, offline: false };
  const scan = citationScanner(fitted.passages);
  const held: ChatEvent[] = [];
  const started = clock().getTime();
  let isOut = false;
  let said = '';
  let done: Extract<ExchangeEvent, { kind: 'done' }> | undefined;
  const estimate = (): TokenUsage => ({ inputTokens: fitted.inputTokens, outputTokens: countTokens(said) });
  const measure = () => metrics.request(model.provider, model.model, (clock().getTime() - started) / 1_000);

  try {
    const events = guardedStream(model.breaker, () =>
      model.exchange({
        request: fitted,
        tools: request.tools ?? [],
        temperature: request.temperature,
        signal: call.signal,
        clock,
        ...limits,
      }),
    );
    for await (const event of events) {
      if (event.kind === 'done') {
        done = event;
        question.onUsage(event.usage);
        continue;
      }
      if (event.kind === 'text') said += event.text;
      held.push(event);
      if (event.kind === 'text') {
        held.push(...scan(event.text).map((citation) => ({ kind: 'citation' as const, ...citation })));
      }
      if (question.isHeld && event.kind === 'text' && !isOut) continue;
      if (!isOut) question.onUsage(estimate());
      isOut = true;
      yield* held.splice(0);
    }
    measure();
  } catch (error) {
    if (isOut) question.onUsage(estimate());
    if (!(error instanceof ProviderFailure)) throw error;
    if (error.kind !== 'circuit_open') measure();
    metrics.failure(model.provider, error.kind);
    if (!isOut) return error;
    yield { kind: 'error', error: error.kind, usage: estimate(), ...answerer };
    return undefined;
  }
  yield* held;
  yield {
    kind: 'finish',
    reason: done?.reason ?? 'stop',
    usage: done?.usage ?? estimate(),
    failed,
    ...answerer,
  };
  return undefined;
}
