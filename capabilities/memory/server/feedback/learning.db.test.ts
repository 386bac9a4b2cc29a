import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#base/ids';
import { sql } from '#platform/server/database';
import { testDatabase } from '#platform/testing';
import { type MemoryFixture, memoryFixture, memoryMigrations } from '../memory.fixture.ts';

let fixture: MemoryFixture;
beforeAll(async () => {
  fixture = memoryFixture(await testDatabase(memoryMigrations));
});
afterAll(() => fixture.close());

async function person() {
  const scope = { ownerId: newId() };
  await fixture.engine.rememberMany(scope, [
    { content: 'Ann adopted a dog in May 2023.', sessionId: 's', speaker: 'Ann' },
    { content: 'Ben bought a blue bike.', sessionId: 's', speaker: 'Ben' },
  ]);
  return scope;
}

const query = 'When did Ann adopt the dog?';

describe('learning', () => {
  it('moves the choice of strategy, in every process, after enough feedback', async () => {
    const scope = await person();
    const { engine } = fixture;
    const first = await engine.recall(scope, { query, silent: true });
    expect(first.strategy).toBe('contextual');
    for (let round = 0; round < 40; round += 1) {
      const good = await engine.recall(scope, { query, strategy: 'temporal' });
      await engine.feedback(scope, good.recallId, { useful: true, reason: 'precise' });
      const bad = await engine.recall(scope, { query, strategy: 'contextual' });
      await engine.feedback(scope, bad.recallId, { useful: false });
    }
    for (const process of [engine, fixture.another()]) {
      expect((await process.recall(scope, { query, silent: true })).strategy).toBe('temporal');
    }
    const reports = await engine.strategies(scope);
    expect(reports.find(({ id }) => id === 'temporal')).toMatchObject({ uses: 40, successRate: 1 });
    expect(reports.find(({ id }) => id === 'contextual')).toMatchObject({ uses: 40, successRate: 0 });
    expect(reports.find(({ id }) => id === 'lexical')).toMatchObject({
      uses: 0,
      successRate: null,
      history: [],
    });
    const [day] = reports.find(({ id }) => id === 'temporal')?.history ?? [];
    expect(day).toMatchObject({ uses: 40, successRate: 1 });
    const text = await fixture.metrics.metrics();
    expect(text).toMatch(/strategy_success_rate\{strategy_id="temporal"\} 1/);
    expect(text).toMatch(/agent_memory_size\{level="l0"\} \d+/);
    expect(text).toMatch(/retrieval_latency_seconds_bucket\{le="0.01",stage="lexical"\}/);
  });

  it('counts each signal of a recall once, and a changed judgement again', async () => {
    const scope = await person();
    const { engine, admin } = fixture;
    const { recallId } = await engine.recall(scope, { query, strategy: 'people' });
    const answerId = newId();
    await engine.noteInjected(scope, recallId, [], answerId);
    await Promise.all(Array.from({ length: 5 }, () => engine.signal(scope, answerId, 'cited')));
    await engine.feedback(scope, answerId, { useful: true });
    await engine.feedback(scope, recallId, { useful: true });
    await engine.feedback(scope, recallId, { useful: false, reason: 'wrong' });
    await engine.signal(scope, recallId, 'followed_up');
    await engine.signal(scope, recallId, 'corrected');
    const day = await admin.row<{ rewarded: number; reward_sum: number }>(sql`
      SELECT rewarded, reward_sum FROM memory.strategy_day WHERE owner_id = ${scope.ownerId} AND strategy = 'people'`);
    expect(day?.rewarded).toBe(5);
    expect(day?.reward_sum).toBeCloseTo(0.8 + 1 + 0 + 0.3 + 0.15);
    const kept = await admin.rows<{ kind: string }>(sql`
      SELECT kind FROM memory.feedback WHERE owner_id = ${scope.ownerId} ORDER BY kind`);
    expect(kept.map(({ kind }) => kind)).toEqual(['cited', 'corrected', 'followed_up', 'judged']);
  });

  it('keeps no word of the query', async () => {
    const scope = await person();
    await fixture.engine.recall(scope, { query: 'Xylophonist Quetzalcoatl?' });
    await fixture.engine.strategies(scope);
    const rows = await fixture.admin.rows(
      sql`SELECT * FROM memory.recall_log WHERE owner_id = ${scope.ownerId}`,
    );
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows).toLowerCase()).not.toMatch(/xylo|quetz/);
  });

  it('knows nothing of recalls of others, or of none', async () => {
    const [mine, theirs] = [await person(), await person()];
    const { engine } = fixture;
    const { recallId } = await engine.recall(theirs, { query });
    const unknown = { kind: 'not_found', code: 'memory.recall_not_found' };
    await expect(engine.feedback(mine, recallId, { useful: true })).rejects.toMatchObject(unknown);
    await expect(engine.signal(mine, newId(), 'cited')).rejects.toMatchObject(unknown);
    await expect(engine.noteInjected(mine, recallId, [])).rejects.toMatchObject(unknown);
    await expect(engine.feedback(mine, 'x', { useful: true })).rejects.toMatchObject(unknown);
    await expect(
      engine.feedback(theirs, recallId, { useful: true, reason: 'x'.repeat(65) }),
    ).rejects.toMatchObject({
      kind: 'invalid',
    });
  });
});
