import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Refusal } from '#base/refusal';
import { createLog, createMetrics, describeError, silentLog } from './index.ts';
import { sensitivityOf } from './redaction/sensitive-keys.ts';

function memory() {
  const lines: string[] = [];
  return { lines, destination: { write: (line: string) => lines.push(line), isTerminal: false } };
}

function logged(fields: Record<string, unknown>, message = 'something happened'): Record<string, unknown> {
  const { lines, destination } = memory();
  createLog({ level: 'debug', format: 'json', destination }).info(fields, message);
  const parsed: Record<string, unknown> = JSON.parse(lines[0] ?? '{}');
  return parsed;
}

const jwt = `${Buffer.from('{"alg":"RS256"}').toString('base64url')}.eyJzdWIiOiIxIn0.c2lnbmF0dXJl`;

describe('log', () => {
  it('writes one line an event with level, ISO time, bindings and message', () => {
    const { lines, destination } = memory();
    const log = createLog({ level: 'info', format: 'json', destination });
    log.debug({}, 'hidden');
    log.child({ module: 'care', token: 'hush' }).warn({ count: 2 }, 'low');
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0] ?? '')).toEqual({
      level: 'warn',
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
      module: 'care',
      token: '[redacted]',
      count: 2,
      msg: 'low',
    });
  });

  it('says nothing when silent', () => {
    const { lines, destination } = memory();
    const log = createLog({ level: 'silent', format: 'json', destination });
    log.error({}, 'lost');
    silentLog.child({ a: 1 }).error({}, 'lost');
    log.flush();
    silentLog.flush();
    expect(lines).toEqual([]);
  });

  it('can be read by people, in this thread', () => {
    const { lines, destination } = memory();
    const log = createLog({ level: 'info', format: 'pretty', destination });
    log.info({ port: 8000, password: 'hunter2' }, 'listening');
    expect(lines.join('')).toMatch(/INFO.*listening.*8000/s);
    expect(lines.join('')).not.toContain('hunter2');
  });

  it('hides by name at any depth, in lists and under other spellings', () => {
    const secret = 'correct horse';
    const line = logged({
      user: { password: secret, deep: [{ accessToken: secret, 'X-Api-Key': secret }] },
      headers: { authorization: secret, cookie: secret, 'set-cookie': [secret] },
      chat: {
        message: secret,
        text: secret,
        content: { parts: [secret] },
        prompt: secret,
        message_text: secret,
      },
      code: 123_456,
      detail: secret,
    });
    expect(JSON.stringify(line)).not.toMatch(/correct horse|123456/);
  });

  it('keeps what operators need', () => {
    const fields = {
      status_code: 404,
      problem_code: 'http.invalid_input',
      context: 'job',
      messages: 3,
      prompt_tokens: 120,
      state: 'open',
      key: 'a/b',
      ok: true,
    };
    expect(logged({ ...fields, at: new Date(0), size: 12n })).toMatchObject({
      ...fields,
      at: '1970-01-01T00:00:00.000Z',
      size: '12',
    });
  });

  it.each([
    ['JWT', jwt],
    ['bearer token', 'Bearer abcdefgh12345678'],
    ['API key of this system', 'qt_live_AbCdEf0123456789'],
    ['API key of a model', 'sk-proj-abcdefghijklmnop'],
    ['bot token', '123456789:AAF-abcdefghijklmnopqrstuvwxyz01234'],
    ['e-mail', 'someone.else+tag@mail.example.org'],
    ['e-mail beyond ASCII', 'почта@пример.рф'],
    ['URL with credentials', 'postgres://admin:hunter2@db:5432/x'],
    ['query of a URL', 'https://id.example/cb?code=abc123def&x=1'],
    ['assignment', 'password=hunter2'],
    ['assignment of a client', "client_secret='hunter2'"],
    ['assignment in a sentence', 'passwd : hunter2'],
    ['key in a configuration', 'api_key=hunter2'],
    ['key in capitals', 'APIKEY: hunter2'],
    ['cookie', 'Cookie: hunter2'],
    ['header', 'Authorization: hunter2'],
    ['secret', "secret='hunter2'"],
    ['secret of a webhook', 'whsec-abc123def456'],
    ['key of a signed address', '/files/1?signature=abc123def'],
    ['private key', '-----BEGIN PRIVATE KEY-----\nMIIEabc\n-----END PRIVATE KEY-----'],
  ])('scrubs what looks like a %s wherever it stands', (_what, value) => {
    const line = logged(
      { reason: `before ${value} after`, [`for ${value}`]: [value], url: value },
      `because ${value}`,
    );
    expect(JSON.stringify(line)).not.toContain(JSON.stringify(value).slice(1, -1));
    for (const part of ['hunter2', 'abc123def', 'MIIEabc', 'someone.else', 'c2lnbmF0dXJl']) {
      expect(JSON.stringify(line)).not.toContain(part);
    }
  });

  it('describes errors with causes, without what drivers attach', () => {
    const cause = Object.assign(
      new Error('duplicate key value violates unique constraint "users_email_key"'),
      {
        code: '23505',
        severity: 'ERROR',
        detail: 'Key (email)=(private@example.org) already exists.',
        parameters: ['row value'],
        constraint: 'users_email_key',
        table: 'users',
      },
    );
    const line = logged({ err: new Error('could not save for a@b.example', { cause }) });
    expect(line['err']).toMatchObject({
      type: 'Error',
      message: 'could not save for [e-mail]',
      stack: expect.stringMatching(/^Error: could not save for \[e-mail\]\n\s+at /),
      cause: { code: '23505', constraint: 'users_email_key', table: 'users' },
    });
    expect(JSON.stringify(line)).not.toMatch(/private@example|row value|a@b/);
  });

  it('describes errors under any name and of any kind', () => {
    const many = new AggregateError([new Error('one'), 'two', null, 5], 'several');
    expect(describeError(many).errors).toMatchObject([
      { message: 'one' },
      { type: 'string', message: 'two' },
      { type: 'null' },
      { type: 'number' },
    ]);
    expect(describeError(new Refusal('conflict', 'care.too_soon', 'Wait.'))).toMatchObject({
      type: 'Refusal',
      kind: 'conflict',
      code: 'care.too_soon',
    });
    expect(logged({ message: new Error('kept') })['message']).toMatchObject({ message: 'kept' });
  });

  it('does not repeat data that PostgreSQL and JSON quote in their messages', () => {
    const invalid = Object.assign(new Error('invalid input syntax for type uuid: "my diary"'), {
      code: '22P02',
      severity: 'ERROR',
    });
    const malformed = (() => {
      try {
        return JSON.parse('my diary');
      } catch (error) {
        return error;
      }
    })();
    expect(JSON.stringify([describeError(invalid), describeError(malformed)])).not.toContain('diary');
  });

  it('survives circles, endless lists, huge texts, bytes and throwing getters', () => {
    const circle: Record<string, unknown> = { list: Array.from({ length: 1_000 }, (_, index) => index) };
    circle['self'] = circle;
    const line = logged({
      circle,
      huge: 'x'.repeat(1_000_000),
      bytes: new Uint8Array(9),
      map: new Map([[1, 2]]),
      f: () => 1,
    });
    expect(JSON.stringify(line).length).toBeLessThan(20_000);
    expect(line).toMatchObject({ bytes: '[9 bytes]', map: '[1 entries]' });
    const trap = Object.defineProperty({}, 'x', {
      enumerable: true,
      get: () => {
        throw new Error('trap');
      },
    });
    expect(logged({ trap })).toMatchObject({ fields: '[unreadable]', msg: 'something happened' });
  });

  it('never lets a token or password through, whatever shape carries it', () => {
    const name = fc.constantFrom(
      'password',
      'access_token',
      'refreshToken',
      'client_secret',
      'Cookie',
      'text',
      'otp',
    );
    const carrier = fc.letrec<{ node: unknown }>((tie) => ({
      node: fc.oneof(
        { maxDepth: 4 },
        fc.dictionary(name, fc.constant('S3CR3T-value')),
        fc.array(tie('node'), { maxLength: 3 }),
        fc.dictionary(fc.constantFrom('a', 'b', 'user'), tie('node'), { maxKeys: 3 }),
      ),
    })).node;
    fc.assert(
      fc.property(carrier, (value) => {
        expect(JSON.stringify(logged({ value }))).not.toContain('S3CR3T');
      }),
      { numRuns: 200 },
    );
  });
});

describe('names of fields', () => {
  it.each([
    ['verificationCode', 'secret'],
    ['two_factor.secret', 'secret'],
    ['ID-Token', 'secret'],
    ['userEmail', 'personal'],
    ['body', 'personal'],
    ['statusCode', 'open'],
    ['tokens', 'open'],
    ['context', 'open'],
    ['', 'open'],
  ])('%s is %s', (name, expected) => {
    expect(sensitivityOf(name)).toBe(expected);
  });
});

describe('metrics', () => {
  it('has process and event-loop metrics, in a registry of its own', async () => {
    const text = await createMetrics().metrics();
    expect(text).toContain('process_cpu_seconds_total');
    expect(text).toContain('nodejs_eventloop_lag_seconds');
    expect(await createMetrics({ process: false }).metrics()).toBe('\n');
  });
});
