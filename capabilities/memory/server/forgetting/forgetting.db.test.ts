import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#base/ids';
import { day } from '#base/time';
import { sql } from '#platform/server/database';
import { testDatabase } from '#platform/testing';
import { derive } from '../derived.fixture.ts';
import { type MemoryFixture, memoryFixture, memoryMigrations } from '../memory.fixture.ts';

let fixture: MemoryFixture;
beforeAll(async () => {
  fixture = memoryFixture(await testDatabase(memoryMigrations));
});
afterAll(() => fixture.close());

const me = () => ({ ownerId: newId() });
const secret = 'Vasilisa hides the Amethyst ledger under parquet in Zvenigorod.';
const words = ['Vasilisa', 'Amethyst', 'ledger', 'parquet', 'Zvenigorod'];

/** Every row of every table of the schema that mentions one of the words, as text. */
async function traces(): Promise<string[]> {
  const tables = await fixture.admin.rows<{ name: string }>(sql`
    SELECT tablename AS name FROM pg_tables WHERE schemaname = 'memory'`);
  const found: string[] = [];
  for (const { name } of tables) {
    const rows = await fixture.admin.rows<{ text: string }>(sql`
      SELECT x.text FROM xmltable('/table/row' PASSING table_to_xml(${`memory.${name}`}::regclass, true, false, '')
        COLUMNS text text PATH 'string(.)') x`);
    for (const { text } of rows) {
      if (words.some((word) => text.toLowerCase().includes(word.toLowerCase().slice(0, 6))))
        found.push(`${name}: ${text}`);
    }
  }
  return found;
}

async function recalled(scope: { ownerId: string }): Promise<string[]> {
  const found: string[] = [];
  for (const process of [fixture.engine, fixture.another()]) {
    for (const query of [...words, words.join(' ')]) {
      for (const strategy of ['contextual', 'lexical', 'temporal', 'people', 'thematic', 'semantic']) {
        const { results } = await process.recall(scope, { query, strategy, silent: true, k: 50 });
        found.push(
          ...results
            .map(({ node }) => node.content + node.label)
            .filter((text) => words.some((word) => text.includes(word))),
        );
      }
    }
  }
  return found;
}

/** A secret turn, another one, an episode of both, a fact of the secret alone, a theme of the fact and the episode. */
async function storyOf(scope: { ownerId: string }) {
  const { engine } = fixture;
  const [first, second] = await engine.rememberMany(scope, [
    { content: secret, sessionId: 's', speaker: 'Ann', occurredAt: new Date(1_700_000_000_000) },
    {
      content: 'The weather in autumn was mild and dry.',
      sessionId: 's',
      speaker: 'Ben',
      occurredAt: new Date(1_700_000_100_000),
    },
  ]);
  const [secretId, otherId] = [first?.id ?? '', second?.id ?? ''];
  const episode = await derive(fixture.db.database, scope, {
    level: 1,
    content: `${secret} The weather was mild.`,
    sources: [secretId, otherId],
  });
  const fact = await derive(fixture.db.database, scope, {
    level: 2,
    content: 'Vasilisa hides the ledger.',
    sources: [secretId],
  });
  const theme = await derive(fixture.db.database, scope, {
    level: 3,
    content: 'Amethyst, weather',
    sources: [episode, fact],
  });
  return { secretId, otherId, episode, fact, theme };
}

describe('forget', () => {
  it('takes along what was made of it alone, renews the rest, and restores everything', async () => {
    const scope = me();
    const { engine } = fixture;
    const { secretId, episode, fact, theme } = await storyOf(scope);
    await engine.recall(scope, { query: 'Amethyst' });
    expect(await recalled(scope)).not.toEqual([]);

    expect(await engine.forget(scope, secretId)).toEqual({ forgotten: 2 });
    expect(await recalled(scope)).toEqual([]);
    expect(await engine.stats(scope)).toMatchObject({ counts: [1, 1, 0, 1], forgotten: 2 });
    expect((await engine.get(scope, episode)).node).toMatchObject({
      stale: true,
      content: 'The weather in autumn was mild and dry.',
    });
    expect((await engine.get(scope, theme)).node.content).not.toMatch(/Amethyst/);
    const forgotten = await engine.list(scope, { deleted: true });
    expect(forgotten.items.map(({ id }) => id).sort()).toEqual([secretId, fact].sort());
    await expect(engine.forget(scope, secretId)).rejects.toMatchObject({ code: 'memory.node_not_found' });

    expect((await engine.restore(scope, secretId)).deletedAt).toBeNull();
    expect(await engine.stats(scope)).toMatchObject({ counts: [2, 1, 1, 1], forgotten: 0 });
    expect((await engine.recall(scope, { query: 'Amethyst ledger', levels: [0] })).results[0]?.node.id).toBe(
      secretId,
    );
    expect((await engine.get(scope, fact)).node.deletedAt).toBeNull();
    await expect(engine.restore(scope, secretId)).rejects.toMatchObject({
      code: 'memory.node_not_forgotten',
    });
  });

  it('forgets a whole session', async () => {
    const scope = me();
    await storyOf(scope);
    expect(await fixture.engine.forgetSession(scope, 's')).toEqual({ forgotten: 5 });
    expect(await fixture.engine.forgetSession(scope, 's')).toEqual({ forgotten: 0 });
    expect((await fixture.engine.recall(scope, { query: 'weather autumn ledger' })).results).toEqual([]);
  });
});

describe('purge', () => {
  it('leaves nothing that could tell it: not in results, not in any table', async () => {
    const scope = me();
    const { engine } = fixture;
    const { secretId, episode } = await storyOf(scope);
    const correction = await engine.update(scope, secretId, { content: `${secret} No, in Kimry.` });
    expect(correction.id).not.toBe(secretId);
    const { recallId } = await engine.recall(scope, { query: secret });
    await engine.noteInjected(scope, recallId, [{ nodeId: secretId, text: secret }]);
    await engine.feedback(scope, recallId, { useful: true });
    expect((await engine.purge(scope, secretId)).forgotten).toBe(3);
    expect(await recalled(scope)).toEqual([]);
    expect(await traces()).toEqual([]);
    const ids = await fixture.admin.rows(sql`
      SELECT 1 FROM memory.recall_log WHERE ${secretId}::uuid = ANY(node_ids)
      UNION ALL SELECT 1 FROM memory.feedback WHERE ${secretId}::uuid = ANY(node_ids)
      UNION ALL SELECT 1 FROM memory.edge WHERE ${secretId}::uuid IN (from_id, to_id)`);
    expect(ids).toEqual([]);
    expect((await engine.get(scope, episode)).sources).toHaveLength(1);
    await expect(engine.restore(scope, secretId)).rejects.toMatchObject({ code: 'memory.node_not_found' });
  });

  it('reaches forgotten memories made of it', async () => {
    const scope = me();
    const { secretId, fact } = await storyOf(scope);
    await fixture.engine.forget(scope, fact);
    await fixture.engine.purge(scope, secretId);
    expect(await traces()).toEqual([]);
  });

  it('empties a whole space on request', async () => {
    const scope = me();
    const { engine } = fixture;
    await storyOf(scope);
    await engine.recall(scope, { query: 'Amethyst' });
    expect((await engine.purge(scope, 'all')).forgotten).toBe(5);
    expect(await traces()).toEqual([]);
    expect(await engine.stats(scope)).toMatchObject({ counts: [0, 0, 0, 0], forgotten: 0, pending: 0 });
    await engine.remember(scope, { content: 'A new beginning.' });
    expect((await engine.recall(scope, { query: 'beginning' })).results).toHaveLength(1);
  });

  it('erases a person with every space', async () => {
    const scope = me();
    const { engine, admin } = fixture;
    await storyOf(scope);
    await engine.remember({ ...scope, agentId: 'second' }, { content: secret });
    const kept = await engine.personalData.export(scope.ownerId);
    expect(JSON.stringify(kept)).toContain('Amethyst');
    await fixture.db.database.transaction(async (tx) => {
      await engine.personalData.erase(tx, scope.ownerId);
      await engine.personalData.erase(tx, scope.ownerId);
    });
    expect(await traces()).toEqual([]);
    expect(
      await admin.rows(sql`SELECT 1 FROM memory.space_directory WHERE owner_id = ${scope.ownerId}`),
    ).toEqual([]);
    expect((await engine.recall(scope, { query: 'Amethyst' })).results).toEqual([]);
  });
});

describe('garbage collection', () => {
  const now = new Date('2026-06-30T12:00:00Z');
  const ago = (days: number, ms = 0) => new Date(now.getTime() - days * day - ms);

  /** A note with exactly these figures. */
  async function note(
    scope: { ownerId: string },
    figures: { importance?: number; accessed?: number; created?: Date; deleted?: Date | null },
  ): Promise<string> {
    const { importance = 0.1, accessed = 0, created = ago(31), deleted = null } = figures;
    const { id } = await fixture.engine.remember(scope, { content: `note ${newId()}`, importance });
    await fixture.admin.run(sql`
      UPDATE memory.node SET access_count = ${accessed}, created_at = ${created}, deleted_at = ${deleted} WHERE id = ${id}`);
    return id;
  }

  it.each([
    ['unimportant, unused, old', { importance: 0.19 }, { soft_deleted: 1, hard_deleted: 0 }],
    ['just important enough', { importance: 0.2 }, { soft_deleted: 0, hard_deleted: 0 }],
    ['used once', { accessed: 1 }, { soft_deleted: 0, hard_deleted: 0 }],
    ['exactly 30 days old', { created: ago(30) }, { soft_deleted: 0, hard_deleted: 0 }],
    ['a millisecond older', { created: ago(30, 1) }, { soft_deleted: 1, hard_deleted: 0 }],
    ['forgotten exactly 7 days ago', { deleted: ago(7) }, { soft_deleted: 0, hard_deleted: 0 }],
    ['forgotten a millisecond longer', { deleted: ago(7, 1) }, { soft_deleted: 0, hard_deleted: 1 }],
    ['forgotten yesterday', { deleted: ago(1) }, { soft_deleted: 0, hard_deleted: 0 }],
    [
      'forgotten long ago though important',
      { deleted: ago(8), importance: 1 },
      { soft_deleted: 0, hard_deleted: 1 },
    ],
  ])('%s', async (_name, figures, expected) => {
    const scope = me();
    const id = await note(scope, figures);
    const { engine, admin } = fixture;
    expect(await engine.collectGarbage(scope, { now, dryRun: true })).toEqual({ ...expected, errors: [] });
    const before = await admin.row(sql`SELECT deleted_at FROM memory.node WHERE id = ${id}`);
    expect(before).toEqual({ deleted_at: 'deleted' in figures ? figures.deleted : null });
    expect(await engine.collectGarbage(scope, { now })).toEqual({ ...expected, errors: [] });
    const after = await admin.row<{ deleted_at: Date | null }>(
      sql`SELECT deleted_at FROM memory.node WHERE id = ${id}`,
    );
    if (expected.hard_deleted === 1) expect(after).toBeUndefined();
    if (expected.soft_deleted === 1) expect(after?.deleted_at).toEqual(now);
    expect(await engine.collectGarbage(scope, { now })).toEqual({
      soft_deleted: 0,
      hard_deleted: 0,
      errors: [],
    });
  });

  it('goes over more than one batch, and over every space', async () => {
    const [first, second] = [me(), me()];
    const { engine, admin } = fixture;
    await engine.rememberMany(
      first,
      Array.from({ length: 1_205 }, (_, at) => ({ content: `n ${at}`, importance: 0 })),
    );
    await engine.remember(second, { content: 'one', importance: 0 });
    const owners = [first.ownerId, second.ownerId];
    await admin.run(
      sql`UPDATE memory.node SET created_at = ${ago(40)} WHERE owner_id = ANY(${owners}::uuid[])`,
    );
    expect(await engine.collectGarbage('all', { now })).toMatchObject({
      soft_deleted: 1_206,
      hard_deleted: 0,
    });
    expect((await engine.stats(first)).forgotten).toBe(1_205);
    const later = new Date(now.getTime() + 8 * day);
    expect((await engine.collectGarbage('all', { now: later })).hard_deleted).toBeGreaterThanOrEqual(1_206);
    expect((await engine.stats(first)).forgotten).toBe(0);
  });

  it('restores what was collected, until it is deleted for good', async () => {
    const scope = me();
    const id = await note(scope, {});
    await fixture.engine.collectGarbage(scope, { now });
    expect((await fixture.engine.restore(scope, id)).deletedAt).toBeNull();
  });

  it('does one part when the other fails', async () => {
    const scope = me();
    await note(scope, {});
    const expired = await note(scope, { deleted: ago(8) });
    const { engine, admin } = fixture;
    await admin.run(sql`
      CREATE FUNCTION memory.refuse_delete() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'no'; END $$`);
    await admin.run(sql`
      CREATE TRIGGER refuse BEFORE DELETE ON memory.node FOR EACH ROW EXECUTE FUNCTION memory.refuse_delete()`);
    try {
      const report = await engine.collectGarbage(scope, { now });
      expect(report).toMatchObject({ soft_deleted: 1, hard_deleted: 0 });
      expect(report.errors).toHaveLength(1);
      expect(await admin.row(sql`SELECT 1 AS there FROM memory.node WHERE id = ${expired}`)).toEqual({
        there: 1,
      });
    } finally {
      await admin.run(sql`DROP TRIGGER refuse ON memory.node`);
    }
    expect(await engine.collectGarbage(scope, { now })).toMatchObject({ hard_deleted: 1, errors: [] });
  });
});
