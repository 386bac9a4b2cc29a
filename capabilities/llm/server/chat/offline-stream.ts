import { extractAnswer } from '../offline/engine.rules.ts';
import { countTokens } from '../tokens/tokens.rules.ts';
import type { Answerer, ChatEvent, FailedAttempt } from './events.ts';
import type { FittedRequest } from './fit.rules.ts';
import type { ChatRequest } from './request.ts';

const answerer: Answerer = { provider: 'offline', model: 'extractive', offline: true };

/** Streams the offline engine's answer word by word. */
export function* offlineStream(
  request: ChatRequest,
  fitted: FittedRequest,
  failed: readonly FailedAttempt[],
): Generator<ChatEvent> {
  const asked = request.messages.filter((message) => message.role === 'user');
  const parts = extractAnswer({
    message: asked.at(-1)?.content ?? '',
    earlier: asked.at(-2)?.content,
    passages: fitted.passages,
    locale: request.locale,
  });
  const cited = new Set<number>();
  for (const { text, marker } of parts) {
    for (const [piece] of text.matchAll(/\S+\s*/gu)) yield { kind: 'text', text: piece };
    const passage = marker === undefined || cited.has(marker) ? undefined : fitted.passages[marker - 1];
    if (marker === undefined || passage === undefined) continue;
    cited.add(marker);
    yield { kind: 'citation', passageId: passage.id, marker };
  }
  const outputTokens = countTokens(parts.map(({ text }) => text).join(''));
  const usage = { inputTokens: fitted.inputTokens, outputTokens };
  yield { kind: 'finish', reason: 'stop', usage, failed, ...answerer };
}
