import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestServer, testServer } from '../server.fixture.ts';

let directory: string;
let built: TestServer;
let missing: TestServer;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'quintet-web-'));
  await mkdir(join(directory, 'assets'));
  await writeFile(join(directory, 'index.html'), '<!doctype html><p>app</p>');
  await writeFile(join(directory, 'assets', 'main-abc123.js'), 'run()');
  await writeFile(join(directory, 'assets', 'main-abc123.js.gz'), gzipSync('run()'));
  await writeFile(join(directory, '.secret'), 'no');
  built = await testServer({ webDirectory: directory, config: { rateLimitPerMinute: 1 } });
  missing = await testServer({ webDirectory: join(directory, 'nowhere') });
});

afterAll(async () => {
  await built.close();
  await missing.close();
  await rm(directory, { recursive: true, force: true });
});

describe('the web application', () => {
  it.each(['/', '/app'])('%s leads to it', async (url) => {
    const reply = await built.fastify.inject(url);
    expect([reply.statusCode, reply.headers.location]).toEqual([302, '/app/']);
  });

  it.each(['/app/', '/app/chat/42', '/app/index.html'])(
    '%s is index.html, asked for every time',
    async (url) => {
      const reply = await built.fastify.inject(url);
      expect(reply.statusCode).toBe(200);
      expect(reply.body).toContain('<p>app</p>');
      expect(reply.headers['content-type']).toBe('text/html; charset=utf-8');
      expect(reply.headers['cache-control']).toBe('no-cache');
      expect(reply.headers['content-security-policy']).toContain("connect-src 'self' ws://127.0.0.1:8000");
    },
  );

  it('serves hashed files for ever, compressed beforehand', async () => {
    const headers = { 'accept-encoding': 'gzip' };
    const reply = await built.fastify.inject({ url: '/app/assets/main-abc123.js', headers });
    expect(reply.headers['content-encoding']).toBe('gzip');
    expect(reply.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(reply.rawPayload.equals(gzipSync('run()'))).toBe(true);
    const plain = await built.fastify.inject('/app/assets/main-abc123.js');
    expect(plain.body).toBe('run()');
  });

  it.each(['/app/assets/gone.js', '/app/../package.json', '/app/%2e%2e/package.json', '/app/.secret'])(
    '%s is nothing',
    async (url) => {
      const reply = await built.fastify.inject(url);
      expect([403, 404, 429]).toContain(reply.statusCode);
      expect(reply.json().status).toBe(reply.statusCode);
    },
  );

  it('says how to build it when it is not built', async () => {
    const reply = await missing.fastify.inject('/app/chat');
    expect(reply.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(reply.body).toContain('not built');
  });
});
