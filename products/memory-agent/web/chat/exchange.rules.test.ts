import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ApiProblem } from '#platform/web';
import type { ConversationMessage } from '../../contract/index.ts';
import {
  advance,
  beginExchange,
  belongsTo,
  type Exchange,
  type ExchangeEvent,
  isRunning,
  newborn,
} from './exchange.rules.ts';
import { tailOf } from './timeline.rules.ts';

const answerId = '00000000-0000-7000-8000-000000000001';
const conversationId = '00000000-0000-7000-8000-000000000002';
const reply = {
  id: answerId,
  conversation_id: conversationId,
  response: 'In the library [1].',
  context_count: 3,
  strategies_used: ['contextual'],
  processing_time_ms: 12,
  citations: [],
  offline: true,
  tokens_used: 0,
};
const received = (event: string, data: unknown): ExchangeEvent => ({
  kind: 'received',
  event: { event, data, id: undefined },
});
const start = received('start', { id: answerId, conversation_id: conversationId, context_count: 3 });
const text = (piece: string): ExchangeEvent => received('text', { text: piece });
const done = received('done', { ...reply, interrupted: false });
const run = (...events: readonly ExchangeEvent[]): Exchange =>
  events.reduce(advance, beginExchange('Where do I work?', null, null));

describe('an exchange with the agent', () => {
  it('learns its names, grows piece by piece, and ends with the whole reply', () => {
    const writing = run(start, text('In the '), text('library'));
    expect(writing).toMatchObject({ phase: 'writing', text: 'In the library', answerId, conversationId });
    expect(run(start, text('In'), done)).toMatchObject({ phase: 'done', text: reply.response, reply });
  });

  it('keeps what was written when it is stopped', () => {
    expect(run(start, text('In the'), { kind: 'stopped' })).toMatchObject({
      phase: 'stopped',
      text: 'In the',
    });
  });

  it('fails with the problem of the stream, and when the stream ends too early', () => {
    const failed = run(start, received('error', { title: 'Busy', status: 503, code: 'llm.down' }));
    expect(failed.phase).toBe('failed');
    expect(failed.problem).toBeInstanceOf(ApiProblem);
    expect(failed.problem?.code).toBe('llm.down');
    expect(run(start, text('In'), { kind: 'ended' })).toMatchObject({ phase: 'failed', text: 'In' });
  });

  it('does not believe a reply that breaks the contract', () => {
    expect(run(start, received('done', { response: 7 }))).toMatchObject({ phase: 'failed', reply: null });
  });

  it('never moves again after its end, and passes over unknown events', () => {
    const event = fc.constantFrom<ExchangeEvent>(
      start,
      text('x'),
      done,
      received('ping', {}),
      received('text', null),
      { kind: 'ended' },
      { kind: 'stopped' },
      { kind: 'failed', problem: new ApiProblem(0) },
    );
    fc.assert(
      fc.property(fc.array(event), fc.array(event), (before, after) => {
        const first = run(...before);
        fc.pre(!isRunning(first));
        expect(after.reduce(advance, first)).toBe(first);
      }),
    );
    expect(run(received('ping', {}))).toEqual(beginExchange('Where do I work?', null, null));
  });

  it('belongs to the conversation it came from and to the one it began', () => {
    const begun = run(start);
    expect(belongsTo(begun, null)).toBe(true);
    expect(belongsTo(begun, conversationId)).toBe(true);
    expect(belongsTo(begun, answerId)).toBe(false);
  });

  it('waits for the address together with the one before it', () => {
    const next = beginExchange('And before?', conversationId, run(start, done));
    expect(next).toMatchObject({ origin: null, conversationId, begins: false });
    expect(newborn(next)).toBe(conversationId);
    const arrived = { ...run(start, done), origin: conversationId };
    expect(newborn(beginExchange('And before?', conversationId, arrived))).toBeNull();
    expect(newborn(beginExchange('Something else', null, run(start, done)))).toBeNull();
  });
});

describe('what an exchange adds to the told messages', () => {
  const told = (role: 'user' | 'agent', content: string, id: string): ConversationMessage => ({
    id,
    role,
    content,
    created_at: '2026-05-01T10:00:00.000Z',
  });
  const question = told('user', 'Where do I work?', conversationId);

  it('both sides while nothing is told, the answer alone when the message is kept, nothing in the end', () => {
    const finished = run(start, done);
    expect(tailOf([], finished)).toEqual({ showMessage: true, showAnswer: true });
    expect(tailOf([question], run({ kind: 'ended' }))).toEqual({ showMessage: false, showAnswer: true });
    expect(tailOf([question, told('agent', 'In the library', answerId)], finished)).toEqual({
      showMessage: false,
      showAnswer: false,
    });
    expect(tailOf([question], null)).toEqual({ showMessage: false, showAnswer: false });
  });
});
