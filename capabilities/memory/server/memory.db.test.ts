import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#base/ids';
import { sql } from '#platform/server/database';
import { testDatabase } from '#platform/testing';
import { type MemoryFixture, memoryFixture, memoryMigrations } from './memory.fixture.ts';

let fixture: MemoryFixture;
beforeAll(async () => {
  fixture = memoryFixture(await testDatabase(memoryMigrations));
});
afterAll(() => fixture.close());

const me = () => ({ ownerId: newId() });

describe('remember and recall', () => {
  it('finds what was said at once, in every process, and explains it', async () => {
    const scope = me();
    const { engine } = fixture;
    const { id } = await engine.remember(scope, { content: 'My sister Olga moved to Kazan last summer.' });
    await engine.remember(scope, { content: 'The dentist is on Friday at nine.' });
    const other = fixture.another();
    for (const process of [engine, other]) {
      const found = await process.recall(scope, { query: 'Where did Olga move?' });
      expect(found.results[0]?.node).toMatchObject({ id, level: 0, kind: 'note' });
      const explained =
        found.results[0]?.explain.reduce((sum, { contribution }) => sum + contribution, 0) ?? 0;
      expect(explained).toBeCloseTo(found.results[0]?.score ?? -1, 9);
      expect(found.timings['total']).toBeGreaterThan(0);
    }
    await other.remember(scope, { content: 'Olga now works in a library.' });
    const later = await engine.recall(scope, { query: 'library' });
    expect(later.results[0]?.node.content).toBe('Olga now works in a library.');
  });

  it('answers an unknown space with nothing', async () => {
    const found = await fixture.engine.recall(me(), { query: 'anything' });
    expect(found.results).toEqual([]);
    expect(await fixture.engine.stats(me())).toMatchObject({ counts: [0, 0, 0, 0], forgotten: 0 });
  });

  it.each([
    [{ content: '  ' }, 'memory.content_empty'],
    [{ content: 'x'.repeat(32_001) }, 'memory.content_too_long'],
    [{ content: 'nul \0 byte' }, 'memory.content_binary'],
    [{ content: 'half \ud800 pair' }, 'memory.content_binary'],
    [{ content: 'fine', importance: Number.NaN }, 'memory.invalid'],
    [{ content: 'fine', kind: 'turn' as const }, 'memory.invalid'],
    [{ content: 'fine', sessionId: 's'.repeat(129) }, 'memory.invalid'],
    [{ content: 'fine', occurredAt: new Date(Number.NaN) }, 'memory.invalid'],
    [{ content: 'fine', metadata: { big: 'x'.repeat(9_000) } }, 'memory.invalid'],
    [{ content: 'fine', metadata: { nul: ['\0'] } }, 'memory.invalid'],
  ])('refuses %o', async (memory, code) => {
    const scope = me();
    await expect(fixture.engine.remember(scope, memory)).rejects.toMatchObject({ kind: 'invalid', code });
    expect((await fixture.engine.stats(scope)).counts[0]).toBe(0);
  });

  it('refuses scopes and queries that cannot be', async () => {
    const { engine } = fixture;
    const invalid = { kind: 'invalid' };
    await expect(engine.remember({ ownerId: 'me' }, { content: 'a' })).rejects.toMatchObject(invalid);
    await expect(engine.recall({ ...me(), agentId: '' }, { query: 'a' })).rejects.toMatchObject(invalid);
    await expect(engine.recall(me(), { query: ' ' })).rejects.toMatchObject(invalid);
    await expect(engine.recall(me(), { query: 'a', k: 101 })).rejects.toMatchObject(invalid);
    await expect(engine.recall(me(), { query: 'a', strategy: 'magic' })).rejects.toMatchObject({
      code: 'memory.unknown_strategy',
    });
  });

  it('stores hostile text as it is', async () => {
    const scope = me();
    const content = `'; DROP TABLE memory.node; -- <script>alert("x")</script> %s \\ {"a":1}`;
    const { id } = await fixture.engine.remember(scope, { content });
    expect((await fixture.engine.get(scope, id)).node.content).toBe(content);
  });

  it('keeps the question itself out of its answers', async () => {
    const scope = me();
    const query = 'What colour is the boat?';
    await fixture.engine.remember(scope, { content: 'The boat is painted green.', sessionId: 'a' });
    await fixture.engine.remember(scope, { content: query, sessionId: 'b' });
    const found = await fixture.engine.recall(scope, { query, sessionId: 'b' });
    expect(found.results.map(({ node }) => node.content)).toEqual(['The boat is painted green.']);
  });

  it('counts accesses off the way, without a new version', async () => {
    const scope = me();
    const { engine, admin } = fixture;
    const { id } = await engine.remember(scope, { content: 'The spare key lies under the third pot.' });
    const version = await admin.row(sql`SELECT version FROM memory.space WHERE owner_id = ${scope.ownerId}`);
    await engine.recall(scope, { query: 'spare key' });
    await engine.recall(scope, { query: 'spare key', silent: true });
    await engine.strategies(scope);
    expect((await engine.get(scope, id)).node.accessCount).toBe(1);
    expect(await admin.row(sql`SELECT version FROM memory.space WHERE owner_id = ${scope.ownerId}`)).toEqual(
      version,
    );
  });
});

describe('duplicates and the recall loop', () => {
  it('merges identical notes, keeps identical turns of different moments', async () => {
    const scope = me();
    const { engine } = fixture;
    const first = await engine.remember(scope, { content: 'I like green tea.', importance: 0.4 });
    const again = await engine.remember(scope, { content: ' I like  green tea. ', importance: 0.6 });
    expect(again).toEqual({ id: first.id, status: 'duplicate' });
    expect((await engine.get(scope, first.id)).node.importance).toBeCloseTo(0.65);
    const turn = { content: 'Yes.', sessionId: 's', speaker: 'Ann', occurredAt: new Date(1_000_000) };
    const batch = await engine.rememberMany(scope, [
      turn,
      turn,
      { ...turn, occurredAt: new Date(2_000_000) },
    ]);
    expect(new Set(batch.map(({ id }) => id)).size).toBe(3);
    const repeated = await engine.rememberMany(scope, [
      turn,
      turn,
      { ...turn, occurredAt: new Date(2_000_000) },
    ]);
    expect(repeated.map(({ status }) => status)).toEqual(['duplicate', 'duplicate', 'duplicate']);
    expect((await engine.stats(scope)).counts[0]).toBe(4);
  });

  it('brings a forgotten note back when it is told again', async () => {
    const scope = me();
    const { engine } = fixture;
    const { id } = await engine.remember(scope, { content: 'My locker has number 17.' });
    await engine.forget(scope, id);
    expect(await engine.remember(scope, { content: 'My locker has number 17.' })).toEqual({
      id,
      status: 'duplicate',
    });
    expect((await engine.recall(scope, { query: 'locker number' })).results[0]?.node.id).toBe(id);
  });

  it('does not remember recalled text again, but remembers what is new', async () => {
    const scope = me();
    const { engine } = fixture;
    const content = 'Grandmother keeps her bees behind the old mill in Torzhok.';
    const { id } = await engine.remember(scope, { content });
    const { recallId } = await engine.recall(scope, { query: 'bees' });
    await engine.noteInjected(scope, recallId, [{ nodeId: id, text: content }]);
    const turn = { sessionId: 'chat', speaker: 'agent' };
    expect(await engine.remember(scope, { ...turn, content: `From memory: ${content} [1]` })).toEqual({
      id,
      status: 'duplicate',
    });
    const own = await engine.remember(scope, {
      ...turn,
      content: `${content} And the new hive stands in Kimry now.`,
    });
    expect(own.status).toBe('stored');
    const elsewhere = await engine.remember(me(), { ...turn, content });
    expect(elsewhere.status).toBe('stored');
  });
});

describe('concurrent writers', () => {
  it('are serialised without gaps, and nothing is lost', async () => {
    const scope = me();
    const others = [fixture.engine, fixture.another()];
    const words = Array.from({ length: 20 }, (_, at) => `zq${String.fromCharCode(97 + at).repeat(3)}x`);
    await Promise.all(
      words.map((word, at) =>
        others[at % 2]?.remember(scope, { content: `${word} was here`, sessionId: 'shared', speaker: 'Ann' }),
      ),
    );
    const rows = await fixture.admin.rows<{ version: number; ordinal: number }>(sql`
      SELECT version, ordinal FROM memory.node WHERE owner_id = ${scope.ownerId} ORDER BY version, ordinal`);
    // Writers of one process may share a transaction and with it a version; no version is skipped.
    const versions = [...new Set(rows.map(({ version }) => version))];
    expect(versions).toEqual(versions.map((_, at) => at + 1));
    expect(rows.map(({ ordinal }) => ordinal)).toEqual(words.map((_, at) => at));
    for (const word of words) {
      const found = await fixture.engine.recall(scope, { query: word, k: 1, silent: true });
      expect(found.results[0]?.node.content).toBe(`${word} was here`);
    }
  });
});

describe('isolation', () => {
  it('shows an owner nothing of another, whatever is asked', async () => {
    const [mine, theirs] = [me(), me()];
    const { engine } = fixture;
    const { id } = await engine.remember(theirs, { content: 'The password of the safe is swordfish.' });
    await engine.remember(mine, { content: 'Nothing to see here.' });
    expect((await engine.recall(mine, { query: 'swordfish password safe' })).results).toEqual([]);
    const notFound = { kind: 'not_found', code: 'memory.node_not_found' };
    await expect(engine.get(mine, id)).rejects.toMatchObject(notFound);
    await expect(engine.forget(mine, id)).rejects.toMatchObject(notFound);
    await expect(engine.update(mine, id, { importance: 1 })).rejects.toMatchObject(notFound);
    await expect(engine.purge(mine, id)).rejects.toMatchObject(notFound);
    await expect(engine.graph(mine, { center: id })).rejects.toMatchObject(notFound);
    const agent = { ...theirs, agentId: 'other' };
    await engine.remember(agent, { content: 'Other agent.' });
    expect((await engine.recall(agent, { query: 'swordfish' })).results).toEqual([]);
  });

  it('is held by the database itself, in every table with content', async () => {
    const tables = await fixture.admin.rows<{ name: string; on: boolean; forced: boolean }>(sql`
      SELECT c.relname AS name, c.relrowsecurity AS on, c.relforcerowsecurity AS forced FROM pg_class c
        JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = 'memory' AND c.relkind = 'r'`);
    const open = tables.filter(({ on, forced }) => !on || !forced).map(({ name }) => name);
    expect(open.sort()).toEqual(['space_directory', 'strategy_tally']);
    const owner = me();
    await fixture.engine.remember(owner, { content: 'Only mine.' });
    for (const scope of [{}, { owner: newId() }, { owner: 'nonsense' }]) {
      const reader = fixture.db.database.scoped(scope);
      expect(await reader.rows(sql`SELECT 1 FROM memory.node`)).toEqual([]);
      expect(await reader.rows(sql`SELECT 1 FROM memory.space`)).toEqual([]);
      expect(await reader.run(sql`UPDATE memory.node SET content = 'changed'`)).toBe(0);
      expect(await reader.run(sql`DELETE FROM memory.node`)).toBe(0);
    }
  });
});
