import type { ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import type { Dialect, Spoken } from './dialect.ts';
import type { Turn } from './script.ts';

function words(text: string): string[] {
  return text.match(/\s*\S+/g) ?? [];
}

function spokenOf(text: string, reason: Spoken['reason'], call?: Spoken['call']): Spoken {
  const spoken = { text, reason, inputTokens: 20, outputTokens: Math.max(1, words(text).length) };
  return call === undefined ? spoken : { ...spoken, call };
}

function json(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
}

function openStream(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  response.flushHeaders();
}

/** Plays one turn on an open response. */
export async function play(
  turn: Turn,
  dialect: Dialect,
  isStream: boolean,
  response: ServerResponse,
): Promise<void> {
  const event = (value: unknown) => response.write(`data: ${JSON.stringify(value)}\n\n`);
  const speak = (text: string) => {
    for (const word of words(text)) event(dialect.piece(word));
  };
  const answer = (spoken: Spoken) => {
    if (!isStream) return json(response, 200, dialect.whole(spoken));
    openStream(response);
    speak(spoken.text);
    for (const part of dialect.ending(spoken)) event(part);
    response.end(dialect.end);
  };
  switch (turn.kind) {
    case 'say':
      return answer(spokenOf(turn.text, turn.reason ?? 'stop'));
    case 'call':
      return answer(
        spokenOf(turn.text ?? '', 'tool_calls', { id: 'call-1', name: turn.name, input: turn.input }),
      );
    case 'filter':
      return answer(spokenOf('', 'content_filter'));
    case 'fail':
      return json(
        response,
        turn.status,
        dialect.failure(turn.status, turn.code ?? 'scripted'),
        turn.retryAfter === undefined ? {} : { 'retry-after': String(turn.retryAfter) },
      );
    case 'slow':
      if (isStream) openStream(response);
      await wait(turn.ms);
      if (response.destroyed) return;
      if (!isStream) return answer(spokenOf(turn.text, 'stop'));
      speak(turn.text);
      for (const part of dialect.ending(spokenOf(turn.text, 'stop'))) event(part);
      response.end(dialect.end);
      return;
    case 'cut_off':
      openStream(response);
      speak(turn.text);
      // What was said must have left before the connection goes.
      await wait(20);
      response.destroy();
      return;
    case 'no_finish':
      openStream(response);
      speak(turn.text);
      response.end();
      return;
    case 'malformed':
      openStream(response);
      speak(turn.text ?? '');
      response.end('data: {"choices": [{"delta": \n\n');
      return;
    case 'hang':
      openStream(response);
      speak(turn.text ?? '');
      return;
    default: {
      const unknown: never = turn;
      return unknown;
    }
  }
}
