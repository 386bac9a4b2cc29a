import { Type } from 'typebox';
import { describe, expect, it } from 'vitest';
import { defineRoute } from '#platform/contract';
import { addressOf, requestOf } from './request.rules.ts';

const base = { name: 'test.route', summary: 'A route', access: 'signed-in' } as const;
const read = defineRoute({ ...base, method: 'GET', path: '/nodes/:id/edges/:edge' });
const create = defineRoute({ ...base, method: 'POST', path: '/nodes', status: 201, body: Type.Object({}) });
const upload = defineRoute({ ...base, method: 'POST', path: '/import', textBody: true });
const context = { token: 'abc', csrf: 'c5rf', language: 'ru', newKey: () => 'key-1' };

describe('the address of a call', () => {
  it('escapes path parameters and leaves out empty query fields', () => {
    const query = { q: 'я & b', limit: 5, tag: ['x', 'y'], no: undefined, none: null, off: false };
    expect(addressOf(read, { params: { id: 'a/b?', edge: 7 }, query })).toBe(
      '/nodes/a%2Fb%3F/edges/7?q=%D1%8F+%26+b&limit=5&tag=x&tag=y&off=false',
    );
  });

  it('refuses to call with a path parameter missing or empty', () => {
    expect(() => addressOf(read, { params: { id: 'a' } })).toThrow(/edge/);
    expect(() => addressOf(read, { params: { id: '', edge: 1 } })).toThrow(/id/);
  });
});

describe('the request of a call', () => {
  it('carries token, language, CSRF value and an idempotency key where they belong', () => {
    const init = requestOf(create, { body: { a: 1 } }, context);
    expect(init.headers).toMatchObject({
      authorization: 'Bearer abc',
      'x-csrf-token': 'c5rf',
      'idempotency-key': 'key-1',
      'x-quintet-client': 'web',
      'content-type': 'application/json',
    });
    expect(init.body).toBe('{"a":1}');
  });

  it('sends reads without CSRF value, key or body, and nothing it does not have', () => {
    const init = requestOf(read, {}, { ...context, token: undefined });
    expect(Object.keys(init.headers ?? {}).sort()).toEqual(['accept', 'accept-language', 'x-quintet-client']);
    expect('body' in init).toBe(false);
  });

  it('sends text bodies as they are', () => {
    const init = requestOf(upload, { body: '{"a":1}\n{"a":2}' }, context);
    expect(init.body).toBe('{"a":1}\n{"a":2}');
    expect(init.headers).toMatchObject({ 'content-type': 'application/x-ndjson' });
  });
});
