import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#base/ids';
import { testDatabase } from '#platform/testing';
import type { MemoryEngine } from '../engine.ts';
import { type MemoryFixture, memoryFixture, memoryMigrations, offlineLlm } from '../memory.fixture.ts';

let fixture: MemoryFixture;
let engine: MemoryEngine;
let failing = false;

/** Meaning by topic: words of one topic point in one direction. */
function vectorOf(text: string): Float32Array {
  const topics = [/dog|puppy|собак|hound/i, /boat|ship|vessel/i];
  return new Float32Array([...topics.map((topic) => (topic.test(text) ? 1 : 0)), 0.1]);
}

beforeAll(async () => {
  fixture = memoryFixture(await testDatabase(memoryMigrations), {
    llm: {
      ...offlineLlm,
      status: () => ({ ...offlineLlm.status(), embeddingModel: 'double:meaning' }),
      embed: (texts) =>
        failing
          ? Promise.reject(new Error('down'))
          : Promise.resolve({ vectors: texts.map(vectorOf), model: 'double:meaning', dimensions: 3 }),
    },
  });
  engine = fixture.engine;
});
afterAll(() => fixture.close());

describe('embeddings', () => {
  it('find meaning without a common word, are made once, and go with the memory', async () => {
    const scope = { ownerId: newId() };
    await engine.rememberMany(
      scope,
      Array.from({ length: 70 }, (_, at) => ({
        content: `Filler number ${at} about nothing in particular.`,
        sessionId: 's',
      })),
    );
    const { id } = await engine.remember(scope, { content: 'Our puppy sleeps all day.', sessionId: 'other' });
    const ask = () => engine.recall(scope, { query: 'hound', strategy: 'semantic', silent: true });
    expect((await ask()).results).toEqual([]);
    expect(await engine.embed(scope)).toBe(71);
    expect(await engine.embed(scope)).toBe(0);
    const found = await ask();
    expect(found.results[0]?.node.id).toBe(id);
    expect(found.results[0]?.explain.some(({ stage }) => stage === 'embedding')).toBe(true);
    await engine.purge(scope, id);
    expect((await ask()).results.map(({ node }) => node.id)).not.toContain(id);
  });

  it('are missed without harm when the provider is down', async () => {
    const scope = { ownerId: newId() };
    await engine.remember(scope, { content: 'The ship sails at dawn.' });
    await engine.embed(scope);
    failing = true;
    try {
      const found = await engine.recall(scope, { query: 'when sails the ship' });
      expect(found.results).toHaveLength(1);
      await engine.remember(scope, { content: 'Not embedded.' });
      await expect(engine.embed(scope)).rejects.toThrow('down');
    } finally {
      failing = false;
    }
  });
});
