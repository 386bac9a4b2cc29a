import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#base/ids';
import { sql } from '#platform/server/database';
import { testDatabase } from '#platform/testing';
import { generateConversations } from '../../testing/index.ts';
import { parseLocomo } from '../evaluation/parse-locomo.rules.ts';
import { type MemoryFixture, memoryFixture, memoryMigrations, offlineLlm } from '../memory.fixture.ts';
import type { NewMemory } from '../nodes/node.ts';
import type { ConsolidationProgress } from './outcome.ts';

let fixture: MemoryFixture;
beforeAll(async () => {
  fixture = memoryFixture(await testDatabase(memoryMigrations));
});
afterAll(() => fixture.close());

const me = () => ({ ownerId: newId() });

function conversation(): NewMemory[] {
  const [sample] = parseLocomo(generateConversations(1, 20, 14));
  const turns = (sample?.turns ?? []).map(
    ({ text, speaker, sessionId, occurredAt, ordinal }): NewMemory => ({
      content: text,
      speaker,
      sessionId,
      occurredAt: new Date(occurredAt + ordinal * 30_000),
    }),
  );
  return [
    ...turns,
    { content: 'I love Italian opera.', speaker: 'Ann', occurredAt: new Date(1_700_000_000_000) },
  ];
}

/** Everything derived in a space, in words that do not depend on ids. */
async function shape(ownerId: string): Promise<unknown[]> {
  return fixture.admin.rows(sql`
    SELECT n.level, n.kind, n.label, n.content, (
      SELECT array_agg(s.content ORDER BY s.level, s.content) FROM memory.edge e JOIN memory.node s ON s.id = e.to_id
       WHERE e.from_id = n.id AND e.kind = 'derived_from') AS sources
      FROM memory.node n WHERE n.owner_id = ${ownerId} AND n.level > 0 AND n.deleted_at IS NULL
     ORDER BY n.level, n.kind, n.label, n.content`);
}

describe('consolidate', () => {
  it('makes every level with sources, counts, figures, messages and an event; repeating changes nothing', async () => {
    const scope = me();
    const { engine } = fixture;
    expect((await engine.consolidate(scope)).status).toBe('nothing_to_do');
    await engine.rememberMany(scope, conversation());
    expect((await engine.stats(scope)).pending).toBe(281);
    const progress: ConsolidationProgress[] = [];
    const outcome = await engine.consolidate(scope, { onProgress: (one) => progress.push(one) });
    const { counts, pending, lastConsolidation } = await engine.stats(scope);
    expect(outcome).toEqual({
      status: 'completed',
      l0_to_l1: counts[1],
      l1_to_l2: counts[2],
      l2_to_l3: counts[3],
    });
    expect(counts[1]).toBeGreaterThan(19);
    expect(counts[2]).toBeGreaterThan(0);
    expect(pending).toBe(0);
    expect(lastConsolidation).not.toBeNull();
    expect(progress.map(({ phase }) => phase)).toEqual(
      expect.arrayContaining(['reading', 'l1', 'l2', 'l3', 'finished']),
    );
    const channel = `memory:${scope.ownerId}`;
    expect(fixture.published).toContainEqual({
      channel,
      message: { kind: 'consolidation', phase: 'finished', done: 1, total: 1 },
    });
    expect(fixture.emitted).toContainEqual(
      expect.objectContaining({
        event: 'memory.consolidated.v1',
        payload: expect.objectContaining({ owner_id: scope.ownerId }),
      }),
    );
    const sourceless = (await shape(scope.ownerId)).filter((row) =>
      JSON.stringify(row).includes('"sources":null'),
    );
    expect(sourceless).toEqual([]);

    expect((await engine.consolidate(scope)).status).toBe('nothing_to_do');
    const before = await shape(scope.ownerId);
    const ids = await fixture.admin.rows(
      sql`SELECT id FROM memory.node WHERE owner_id = ${scope.ownerId} ORDER BY id`,
    );
    await fixture.admin.run(
      sql`UPDATE memory.node SET consolidated_at = NULL WHERE owner_id = ${scope.ownerId}`,
    );
    expect(await engine.consolidate(scope)).toEqual({
      status: 'completed',
      l0_to_l1: 0,
      l1_to_l2: 0,
      l2_to_l3: 0,
    });
    expect(await shape(scope.ownerId)).toEqual(before);
    expect(
      await fixture.admin.rows(sql`SELECT id FROM memory.node WHERE owner_id = ${scope.ownerId} ORDER BY id`),
    ).toEqual(ids);
  });

  it('arrives at the same whether told at once or piece by piece', async () => {
    const [once, pieces] = [me(), me()];
    const { engine } = fixture;
    const all = conversation();
    await engine.rememberMany(once, all);
    await engine.consolidate(once);
    for (let at = 0; at < all.length; at += 70) {
      await engine.rememberMany(pieces, all.slice(at, at + 70));
      await engine.consolidate(pieces);
    }
    expect(await shape(pieces.ownerId)).toEqual(await shape(once.ownerId));
  });

  it('leaves no half consolidation when the database connections die at any step', async () => {
    const whole = me();
    const { engine, admin } = fixture;
    const memories = conversation();
    await engine.rememberMany(whole, memories);
    await engine.consolidate(whole);
    for (const [phase, full] of [
      ['reading', false],
      ['l1', false],
      ['l1', true],
      ['l2', false],
      ['l2', true],
      ['l3', false],
    ] as const) {
      const scope = me();
      await engine.rememberMany(scope, memories);
      const victim = fixture.another();
      const killed: Promise<unknown>[] = [];
      const run = victim.consolidate(scope, {
        onProgress: ({ phase: now, done, total }) => {
          if (now !== phase || killed.length > 0 || (full && done < total)) return;
          killed.push(
            admin.rows(sql`
              SELECT pg_terminate_backend(pid) FROM pg_stat_activity
               WHERE datname = current_database() AND usename = 'quintet'`),
          );
        },
      });
      await run.catch(() => undefined);
      await Promise.all(killed);
      expect(killed).toHaveLength(1);
      const halves = await admin.rows(sql`
        SELECT n.id FROM memory.node n WHERE n.owner_id = ${scope.ownerId} AND n.level > 0 AND n.deleted_at IS NULL
           AND NOT EXISTS (SELECT 1 FROM memory.edge e WHERE e.from_id = n.id AND e.kind = 'derived_from')`);
      expect(halves).toEqual([]);
      await expect
        .poll(
          () =>
            engine.consolidate(scope).then(
              ({ status }) => status,
              () => 'failed',
            ),
          { timeout: 10_000 },
        )
        .toMatch(/completed|nothing_to_do/);
      expect(await shape(scope.ownerId)).toEqual(await shape(whole.ownerId));
      expect((await engine.stats(scope)).pending).toBe(0);
    }
  });

  it('runs once at a time per space', async () => {
    const scope = me();
    const { engine } = fixture;
    await engine.rememberMany(scope, conversation());
    const inside: Promise<unknown>[] = [];
    await engine.consolidate(scope, {
      onProgress: ({ phase }) => {
        if (phase === 'reading') inside.push(fixture.another().consolidate(scope));
      },
    });
    expect(await Promise.all(inside)).toEqual([expect.objectContaining({ status: 'already_running' })]);
  });

  it('stops when told to, and goes on from there', async () => {
    const scope = me();
    const { engine } = fixture;
    await engine.rememberMany(scope, conversation());
    const stop = new AbortController();
    const onProgress = ({ phase }: ConsolidationProgress) => {
      if (phase === 'l2') stop.abort(new Error('enough'));
    };
    await expect(engine.consolidate(scope, { signal: stop.signal, onProgress })).rejects.toThrow('enough');
    expect((await engine.stats(scope)).counts[1]).toBeGreaterThan(0);
    expect((await engine.consolidate(scope)).status).toBe('completed');
    const runs = await fixture.admin.rows<{ status: string }>(sql`
      SELECT status FROM memory.consolidation_run WHERE owner_id = ${scope.ownerId} ORDER BY started_at`);
    expect(runs.map(({ status }) => status)).toEqual(['aborted', 'completed']);
  });

  it('renews what lost a source, and keeps words of memories out of keys', async () => {
    const scope = me();
    const { engine } = fixture;
    const stored = await engine.rememberMany(scope, conversation());
    await engine.consolidate(scope);
    await engine.forget(scope, stored[3]?.id ?? '');
    const stale = await fixture.admin.rows(
      sql`SELECT 1 FROM memory.node WHERE owner_id = ${scope.ownerId} AND stale`,
    );
    expect(stale.length).toBeGreaterThan(0);
    expect((await engine.consolidate(scope)).status).toBe('completed');
    expect(
      await fixture.admin.rows(sql`
      SELECT 1 FROM memory.node WHERE owner_id = ${scope.ownerId} AND stale AND deleted_at IS NULL`),
    ).toEqual([]);
    const keys = await fixture.admin.rows<{ group_key: string }>(sql`
      SELECT group_key FROM memory.node WHERE owner_id = ${scope.ownerId} AND group_key IS NOT NULL`);
    expect(keys.every(({ group_key }) => /^[\w-]{43}$/.test(group_key))).toBe(true);
  });

  it("takes a model's words only when the sources bear them out", async () => {
    let invent = false;
    const llm = {
      ...offlineLlm,
      status: () => ({ ...offlineLlm.status(), offline: false }),
      answer: () =>
        Promise.resolve({
          provider: 'double',
          model: 'double',
          offline: false,
          text: invent ? 'They paid 9999 to Napoleon.' : 'They talked.',
          citations: [],
          toolCalls: [],
          reason: 'stop' as const,
          usage: { inputTokens: 1, outputTokens: 1 },
          failed: [],
          cached: false,
        }),
    };
    const engine = fixture.another({ llm });
    for (const wrong of [false, true]) {
      invent = wrong;
      const scope = me();
      await engine.rememberMany(scope, conversation().slice(0, 20));
      await engine.consolidate(scope);
      const episodes = await engine.list(scope, { level: 1 });
      expect(episodes.items.length).toBeGreaterThan(0);
      expect(episodes.items.every(({ content }) => (content === 'They talked.') === !wrong)).toBe(true);
      await fixture.admin.run(
        sql`UPDATE memory.node SET consolidated_at = NULL WHERE owner_id = ${scope.ownerId}`,
      );
      expect(await engine.consolidate(scope)).toMatchObject({ l0_to_l1: 0 });
    }
  });
});

describe('starting by itself', () => {
  it('sends a job after enough new turns, and one for every space that waits', async () => {
    const [busy, calm] = [me(), me()];
    const { engine, sent } = fixture;
    await engine.rememberMany(busy, conversation().slice(0, 60));
    await engine.remember(calm, { content: 'Only one.' });
    const job = (ownerId: string) => ({
      job: 'memory.consolidate',
      data: { owner_id: ownerId, agent_id: 'default' },
    });
    expect(sent).toContainEqual(job(busy.ownerId));
    expect(sent).not.toContainEqual(job(calm.ownerId));
    expect(await engine.sendConsolidations()).toBeGreaterThanOrEqual(2);
    expect(sent).toContainEqual(job(calm.ownerId));
  });
});
