import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#base/ids';
import { sql } from '#platform/server/database';
import { testDatabase } from '#platform/testing';
import type { ExportLine } from '../../contract/index.ts';
import { type MemoryFixture, memoryFixture, memoryMigrations } from '../memory.fixture.ts';

let fixture: MemoryFixture;
beforeAll(async () => {
  fixture = memoryFixture(await testDatabase(memoryMigrations));
});
afterAll(() => fixture.close());

const me = () => ({ ownerId: newId() });

function turns(): string[] {
  return Array.from({ length: 30 }, (_, at) =>
    JSON.stringify({
      session_id: `s${Math.floor(at / 10)}`,
      speaker: at % 2 === 0 ? 'Ann' : 'Ben',
      content: at === 7 ? 'I live in Oslo, near the sea.' : `Turn ${at} about garden tomatoes and Karin.`,
      occurred_at: new Date(1_700_000_000_000 + at * 60_000).toISOString(),
    }),
  );
}

const lines = (exported: readonly ExportLine[]) => exported.map((line) => JSON.stringify(line));

/** What an export says, without ids and moments. */
function told(exported: readonly ExportLine[]): string[] {
  const contents = new Map(
    exported.flatMap((line) => (line.type === 'node' ? [[line.id, line.content] as const] : [])),
  );
  return exported
    .flatMap((line) => {
      if (line.type === 'node')
        return `${line.level} ${line.kind} ${line.label} ${line.content} ${line.ordinal} ${line.occurred_at} ${line.group_key}`;
      return line.type === 'edge'
        ? `${line.kind} ${contents.get(line.from_id)} ${contents.get(line.to_id)}`
        : [];
    })
    .sort();
}

describe('import and export', () => {
  it('reads conversations, and reading them again adds nothing', async () => {
    const scope = me();
    const { engine } = fixture;
    expect(await engine.importLines(scope, [...turns(), '', '  '])).toEqual({ imported: 30, duplicates: 0 });
    expect(await engine.importLines(scope, turns())).toEqual({ imported: 0, duplicates: 30 });
    const found = await engine.recall(scope, { query: 'Where does Ann live?' });
    expect(found.results[0]?.node).toMatchObject({
      content: 'I live in Oslo, near the sea.',
      sessionId: 's0',
    });
  });

  it('brings back exactly what was exported, to the same owner, another one, or an emptied one', async () => {
    const scope = me();
    const { engine } = fixture;
    await engine.importLines(scope, turns());
    await engine.remember(scope, { content: 'A note.', importance: 0.9, metadata: { tag: 'x' } });
    await engine.consolidate(scope);
    const exported = await Array.fromAsync(engine.exportLines(scope));
    const nodes = exported.filter(({ type }) => type === 'node').length;
    expect(exported[0]).toMatchObject({ type: 'memory', version: 1 });
    expect(nodes).toBeGreaterThan(32);

    expect(await engine.importLines(scope, lines(exported))).toEqual({ imported: 0, duplicates: nodes });
    const other = me();
    expect(await engine.importLines(other, lines(exported))).toEqual({ imported: nodes, duplicates: 0 });
    expect(told(await Array.fromAsync(engine.exportLines(other)))).toEqual(told(exported));
    const shared = await fixture.admin.rows(sql`
      SELECT 1 FROM memory.edge e JOIN memory.node n ON n.id IN (e.from_id, e.to_id) WHERE e.owner_id <> n.owner_id`);
    expect(shared).toEqual([]);
    expect(await engine.consolidate(other)).toMatchObject({ status: 'nothing_to_do' });

    await engine.purge(scope, 'all');
    expect(await engine.importLines(scope, lines(exported))).toEqual({ imported: nodes, duplicates: 0 });
    expect(await Array.fromAsync(engine.exportLines(scope))).toHaveLength(exported.length);
    expect((await engine.recall(scope, { query: 'Oslo' })).results.length).toBeGreaterThan(0);
  });

  it('brings forgotten memories back when they are imported again', async () => {
    const scope = me();
    const { engine } = fixture;
    const { id } = await engine.remember(scope, { content: 'Keep this.' });
    const exported = await Array.fromAsync(engine.exportLines(scope));
    await engine.forget(scope, id);
    expect(await engine.importLines(scope, lines(exported))).toEqual({ imported: 0, duplicates: 1 });
    expect((await engine.stats(scope)).counts[0]).toBe(1);
  });

  it('names bad lines and stores nothing', async () => {
    const scope = me();
    const { engine } = fixture;
    const [good = ''] = turns();
    const bad = [
      'not json',
      '[1]',
      '{"session_id":"s"}',
      '{"session_id":"s","content":"   "}',
      '{"session_id":"s","content":"a\\u0000b"}',
      '{"session_id":"s","content":"a","occurred_at":"yesterday"}',
      '{"session_id":"s","content":"a","extra":1}',
      '{"type":"wonder"}',
      `{"type":"edge","from_id":"${newId()}","to_id":"${newId()}","kind":"similar","weight":1}`,
      `{"session_id":"s","content":"${'x'.repeat(32_001)}"}`,
      '{"type":"node","id":"1"}',
    ];
    const failure = engine.importLines(scope, [good, ...bad, good]);
    await expect(failure).rejects.toMatchObject({ kind: 'invalid', code: 'memory.import_invalid' });
    const refusal: unknown = await failure.catch((error: unknown) => error);
    const text = JSON.stringify(refusal);
    for (const at of bad.keys()) expect(text).toContain(`/lines/${at + 2}`);
    expect(text).not.toContain('/lines/1"');
    expect((await engine.stats(scope)).counts[0]).toBe(0);
  });

  it('lets go of the database when the reader leaves early', async () => {
    const scope = me();
    const { engine } = fixture;
    await engine.importLines(scope, turns());
    for (let round = 0; round < 20; round += 1) {
      for await (const line of engine.exportLines(scope)) if (line.type === 'node') break;
    }
    const open = await fixture.admin.row<{ count: number }>(sql`
      SELECT count(*)::int AS count FROM pg_stat_activity
       WHERE datname = current_database() AND usename = 'quintet' AND state LIKE 'idle in transaction%'`);
    expect(open?.count).toBe(0);
  });
});
