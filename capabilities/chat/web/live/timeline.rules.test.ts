import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ChatMessage } from '../../contract/index.ts';
import {
  emptyTimeline,
  positionOf,
  withFailure,
  withFrame,
  withMessages,
  withOutgoing,
} from './timeline.rules.ts';

function message(seq: number, rev = seq, more: Partial<ChatMessage> = {}): ChatMessage {
  return {
    id: `m${seq}`,
    seq,
    rev,
    author_id: 'ann',
    client_id: `c${seq}`,
    text: `${seq} at ${rev}`,
    system: null,
    reply_to: null,
    attachments: [],
    held: false,
    created_at: '2026-01-01T00:00:00.000Z',
    edited_at: null,
    deleted_at: null,
    deleted_by: null,
    ...more,
  };
}

describe('a timeline', () => {
  it('holds every message once, in order and in its newest state, however they come', () => {
    const known = fc.array(fc.record({ seq: fc.integer({ min: 1, max: 8 }), rev: fc.nat(30) }), {
      maxLength: 40,
    });
    fc.assert(
      fc.property(known, (given) => {
        const incoming = given.map(({ seq, rev }) => message(seq, seq + rev));
        const { messages, rev } = incoming.reduce(
          (timeline, one) => withFrame(timeline, { type: 'message', message: one }, 'bob'),
          emptyTimeline,
        );
        const newest = new Map<number, number>();
        for (const one of incoming) newest.set(one.seq, Math.max(newest.get(one.seq) ?? 0, one.rev));
        expect(messages.map(({ seq }) => seq)).toEqual([...newest.keys()].toSorted((a, b) => a - b));
        for (const one of messages) expect(one.rev).toBe(newest.get(one.seq));
        expect(rev).toBe(Math.max(0, ...newest.values()));
      }),
    );
  });

  it('moves a message that was held to its new place', () => {
    const before = withMessages(emptyTimeline, [message(1), message(2)], 'ann');
    const after = withMessages(before, [{ ...message(3), id: 'm1' }], 'ann');
    expect(after.messages.map(({ id, seq }) => [id, seq])).toEqual([
      ['m2', 2],
      ['m1', 3],
    ]);
  });

  it('lets go of an outgoing message when it comes back, and of no other', () => {
    const outgoing = (clientId: string) => ({
      clientId,
      text: 'x',
      replyTo: null,
      attachments: [],
      failure: null,
    });
    const waiting = ['c1', 'c2'].map(outgoing).reduce(withOutgoing, emptyTimeline);
    const failed = withFailure(waiting, 'c2', 'chat.blocked');
    const { outbox } = withMessages(failed, [message(1), message(2, 2, { author_id: 'bob' })], 'ann');
    expect(outbox).toEqual([{ ...outgoing('c2'), failure: 'chat.blocked' }]);
    const refused = withFrame(waiting, { type: 'error', code: 'chat.empty', client_id: 'c1' }, 'ann');
    expect(refused.outbox[0]?.failure).toBe('chat.empty');
  });

  it('leaves a tombstone and knows where to go on', () => {
    const timeline = withMessages(emptyTimeline, [message(1), message(2)], 'ann');
    const after = withFrame(timeline, { type: 'deleted', id: 'm1', seq: 1, rev: 7 }, 'ann');
    expect(after.messages[0]).toMatchObject({ text: '', deleted_by: 'author' });
    expect(positionOf(after)).toEqual({ seq: 2, rev: 7 });
  });
});
