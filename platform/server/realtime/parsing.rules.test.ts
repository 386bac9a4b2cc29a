import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseClientMessage } from './client-message.ts';
import { expiryOf, readCredentials } from './credentials.ts';
import { assertSendable, parseEnvelope } from './envelope.ts';
import { createMessageLimit } from './message-limit.ts';

describe('credentials', () => {
  it.each([
    ['quintet, ticket.abc', { kind: 'ws-ticket', ticket: 'abc' }],
    ['quintet,access_token.a.b.c', { kind: 'bearer', token: 'a.b.c' }],
    ['ticket.abc, quintet', { kind: 'ws-ticket', ticket: 'abc' }],
    ['ticket.abc', undefined],
    ['quintet', undefined],
    ['quintet, ticket.', undefined],
    [undefined, undefined],
  ])('are read from %s', (header, expected) => {
    expect(readCredentials(header)).toEqual(expected);
  });

  it('tell when a token ends, and survive any nonsense', () => {
    const claims = Buffer.from(JSON.stringify({ exp: 1_000 })).toString('base64url');
    expect(expiryOf({ kind: 'bearer', token: `h.${claims}.s` })).toBe(1_000_000);
    expect(expiryOf({ kind: 'ws-ticket', ticket: `h.${claims}.s` })).toBeUndefined();
    fc.assert(
      fc.property(fc.string(), (token) => {
        expiryOf({ kind: 'bearer', token });
      }),
    );
  });
});

describe('texts from outside', () => {
  it('are understood or ignored, never thrown at', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(parseClientMessage(text)).toBeUndefined();
        expect(parseEnvelope(text)).toBeUndefined();
      }),
    );
    expect(parseClientMessage('{"type":"follow","channel":"a:b"}')).toEqual({
      type: 'follow',
      channel: 'a:b',
    });
    expect(parseClientMessage('{"type":"follow"}')).toBeUndefined();
  });
});

describe('what may be sent', () => {
  it.each(['nameless', 'a:', 'A:b', 'a:b c', `a:${'x'.repeat(200)}`, ''])('refuses channel %j', (channel) => {
    expect(() => assertSendable(channel, {})).toThrow('prefix:rest');
  });

  it('keeps every envelope within what NOTIFY carries', () => {
    const channel = `${'a'.repeat(60)}:${'b'.repeat(180)}`;
    const largest = { text: 'ф'.repeat(3_577) };
    expect(() => assertSendable(channel, largest)).not.toThrow();
    expect(() => assertSendable(channel, { text: 'ф'.repeat(3_600) })).toThrow('exceeds 7168');
    const envelope = { kind: 'message', from: crypto.randomUUID(), channel, message: largest };
    expect(Buffer.byteLength(JSON.stringify(envelope))).toBeLessThan(8_000);
  });
});

describe('the message limit', () => {
  it('never lets more through than the burst and the refill allow', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(3_000), { maxLength: 200 }), (gaps) => {
        const allow = createMessageLimit(5, 1_000);
        let now = 0;
        let allowed = 0;
        for (const gap of gaps) {
          now += gap;
          if (allow(now)) allowed += 1;
        }
        expect(allowed).toBeLessThanOrEqual(5 + (now * 5) / 1_000);
      }),
    );
    const allow = createMessageLimit(2, 1_000);
    expect([allow(0), allow(0), allow(0), allow(400), allow(500)]).toEqual([true, true, false, false, true]);
  });
});
