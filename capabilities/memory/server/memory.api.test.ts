import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#base/ids';
import { llmModule } from '#modules/capabilities/llm';
import { startTestApp, type TestApp } from '#platform/testing';
import { type Memory, memoryRef } from './index.ts';
import { memoryModule } from './module.ts';

let app: TestApp;
let memory: Memory;
beforeAll(async () => {
  app = await startTestApp({ modules: [llmModule, memoryModule] });
  memory = app.app.service(memoryRef);
});
afterAll(() => app.close());

describe('the memory module in a process', () => {
  it('consolidates by itself once enough is new, and shows in health and metrics', async () => {
    const scope = { ownerId: newId() };
    await memory.rememberMany(
      scope,
      Array.from({ length: 60 }, (_, at) => ({
        content: `Turn ${at} about the garden.`,
        sessionId: 's',
        speaker: 'Ann',
      })),
    );
    await expect
      .poll(async () => (await memory.stats(scope)).counts[1], { timeout: 20_000 })
      .toBeGreaterThan(0);
    await memory.recall(scope, { query: 'garden' });
    const health = await app.inject({ method: 'GET', url: '/health' });
    expect(health.body).toContain('"name":"memory"');
    const metrics = await app.inject({ method: 'GET', url: '/metrics' });
    expect(metrics.body).toContain('agent_memory_size{level="l1"}');
    expect(metrics.body).toContain('retrieval_latency_seconds_bucket{le="0.05",stage="total"}');
  });

  it('runs its commands on every space', async () => {
    const scope = { ownerId: newId() };
    await memory.remember(scope, { content: 'One note.' });
    const lines: string[] = [];
    const input = { args: [], print: (line: string) => lines.push(line) };
    await app.app.runCommand('memory consolidate', { ...input, options: {} });
    expect((await memory.stats(scope)).counts[1]).toBe(1);
    await app.app.runCommand('gc', { ...input, options: { dryRun: true } });
    expect(lines.at(-1)).toBe('{"soft_deleted":0,"hard_deleted":0,"errors":[]}');
    expect(lines.some((line) => line.startsWith(scope.ownerId))).toBe(true);
  });
});
