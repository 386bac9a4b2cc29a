import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { Refusal } from '#base/refusal';
import { inSpan, silentLog, startTracing } from './index.ts';

const program = `
  const { inSpan, silentLog, startTracing } = await import(process.argv[1]);
  const tracing = await startTracing({ otlpEndpoint: process.env.OTEL_EXPORTER_OTLP_ENDPOINT }, silentLog);
  await inSpan('outer work', {}, () => inSpan('inner work', { size: 2 }, async () => undefined));
  await inSpan('failing work', {}, async () => { throw new TypeError('private words'); }).catch(() => undefined);
  await tracing.shutdown();
`;

async function collector() {
  const received: { path: string; body: string }[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      received.push({ path: request.url ?? '', body: Buffer.concat(chunks).toString('latin1') });
      response.end();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return { received, url: `http://127.0.0.1:${address.port}`, close: () => server.close() };
}

describe('tracing', () => {
  it('is off without an endpoint and leaves the work alone', async () => {
    const tracing = await startTracing({ otlpEndpoint: undefined }, silentLog);
    expect(await inSpan('work', {}, async () => 7)).toBe(7);
    await expect(
      inSpan('work', {}, () => Promise.reject(new Refusal('invalid', 'x.y', 'No.'))),
    ).rejects.toThrow('No.');
    await expect(inSpan('work', {}, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    await tracing.shutdown();
  });

  it('sends spans to the collector, with the type of an error but not its words', async () => {
    const { received, url, close } = await collector();
    const front = fileURLToPath(new URL('./index.ts', import.meta.url));
    const child = spawn(process.execPath, ['--input-type=module', '-e', program, front], {
      env: { OTEL_EXPORTER_OTLP_ENDPOINT: url },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const printed: string[] = [];
    child.stdout.on('data', (chunk: Buffer) => printed.push(chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => printed.push(chunk.toString()));
    const [exitCode] = await once(child, 'exit');
    close();
    expect(printed.join('')).toBe('');
    expect(exitCode).toBe(0);
    expect(received.map(({ path }) => path)).toEqual(['/v1/traces']);
    for (const text of ['outer work', 'inner work', 'failing work', 'TypeError', 'quintet']) {
      expect(received[0]?.body).toContain(text);
    }
    expect(received[0]?.body).not.toContain('private words');
  });
});
