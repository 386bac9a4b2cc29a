import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#base/ids';
import { sql } from '#platform/server/database';
import { testDatabase } from '#platform/testing';
import { generateConversations } from '../../testing/index.ts';
import { collectGarbageJob, consolidateMemory } from '../jobs/definitions.ts';
import { type MemoryFixture, memoryFixture, memoryMigrations } from '../memory.fixture.ts';
import { evaluateCommand } from './evaluate.ts';

let fixture: MemoryFixture;
let directory: string;
let file: string;
beforeAll(async () => {
  fixture = memoryFixture(await testDatabase(memoryMigrations));
  directory = await mkdtemp(join(tmpdir(), 'quintet-evaluate-'));
  file = join(directory, 'conversations.json');
  await writeFile(file, JSON.stringify(generateConversations(2, 12, 14)));
});
afterAll(async () => {
  await fixture.close();
  await rm(directory, { recursive: true, force: true });
});

async function evaluate(options: Record<string, string | boolean>, path = file): Promise<string[]> {
  const lines: string[] = [];
  const door = { service: fixture.engine, platform: platform() };
  await evaluateCommand.run({ args: [path], options, print: (line) => lines.push(line), ...door });
  return lines;
}

/** Evaluation needs nothing of the platform. */
function platform(): never {
  return undefined as never;
}

interface Printed {
  readonly engine: {
    readonly all: { readonly questions: number; readonly recall: Readonly<Record<string, number>> };
  };
  readonly plain_bm25: Printed['engine'];
  readonly p95_ms: number;
}

describe('memory evaluate', () => {
  it('beats plain BM25 through the real engine, and leaves nothing behind', async () => {
    const [line = ''] = await evaluate({ json: true, strategy: 'auto' });
    const printed: Printed = JSON.parse(line);
    expect(printed.engine.all.questions).toBeGreaterThan(10);
    expect(printed.engine.all.recall['10']).toBeGreaterThan(printed.plain_bm25.all.recall['10'] ?? 1);
    expect(printed.p95_ms).toBeGreaterThan(0);
    expect(await fixture.admin.rows(sql`SELECT 1 FROM memory.space_directory`)).toEqual([]);
    expect(await fixture.admin.rows(sql`SELECT 1 FROM memory.node`)).toEqual([]);
  });

  it('prints a table for people', async () => {
    const lines = await evaluate({ limit: '1', strategy: 'contextual', consolidate: false });
    expect(lines[0]).toMatch(/^1\/1 .* turns$/);
    expect(lines[1]).toMatch(/^questions\s+n\s+R@5\s+R@10\s+R@25\s+R@50\s+all@10\s+MRR\s+BM25 R@5/);
    expect(lines.some((line) => line.startsWith('all but adversarial'))).toBe(true);
    expect(lines.at(-2)).toMatch(/^latency p50 [\d.]+ ms, p95 [\d.]+ ms over \d+ questions$/);
  });

  it('says what is wrong with files and options', async () => {
    const broken = join(directory, 'broken.json');
    await writeFile(broken, '{');
    await expect(evaluate({}, broken)).rejects.toMatchObject({ code: 'memory.not_an_evaluation_file' });
    await expect(evaluate({}, join(directory, 'none.json'))).rejects.toMatchObject({
      code: 'memory.not_an_evaluation_file',
    });
    await expect(evaluate({ limit: '0' })).rejects.toMatchObject({ code: 'memory.invalid' });
    await expect(evaluate({ strategy: 'magic' })).rejects.toMatchObject({ code: 'memory.unknown_strategy' });
    expect(await fixture.admin.rows(sql`SELECT 1 FROM memory.node`)).toEqual([]);
  });
});

describe('jobs and health', () => {
  it('declare retries and schedules, and health tells of waiting spaces', async () => {
    for (const job of [consolidateMemory, collectGarbageJob]) {
      expect(job.retry.limit).toBeGreaterThan(0);
      expect(job.schedule).toMatch(/^\d/);
    }
    const { engine, admin } = fixture;
    const ownerId = newId();
    await engine.remember({ ownerId }, { content: 'Waiting.' });
    expect(await engine.figures()).toMatchObject({ overdue: 0 });
    await admin.run(sql`UPDATE memory.space_directory SET waiting_since = now() - interval '4 hours'`);
    expect(await engine.figures()).toMatchObject({ overdue: 1 });
    await engine.consolidate({ ownerId });
    expect(await engine.figures()).toMatchObject({ overdue: 0 });
    await engine.erase(ownerId);
  });
});
