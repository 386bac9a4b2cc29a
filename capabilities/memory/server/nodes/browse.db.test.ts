import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#base/ids';
import { testDatabase } from '#platform/testing';
import { derive } from '../derived.fixture.ts';
import { type MemoryFixture, memoryFixture, memoryMigrations } from '../memory.fixture.ts';

let fixture: MemoryFixture;
beforeAll(async () => {
  fixture = memoryFixture(await testDatabase(memoryMigrations));
});
afterAll(() => fixture.close());

const me = () => ({ ownerId: newId() });

describe('list', () => {
  it('filters, searches word forms and literal signs, and goes page by page', async () => {
    const scope = me();
    const { engine } = fixture;
    const at = (day: number) => new Date(Date.UTC(2024, 0, day));
    const stored = await engine.rememberMany(scope, [
      { content: 'Мы купили собаку.', sessionId: 'a', speaker: 'Ann', occurredAt: at(1) },
      { content: 'Sale: 100%_off for dogs', importance: 0.9, occurredAt: at(2) },
      { content: 'The dogs were running.', importance: 0.1, occurredAt: at(3) },
    ]);
    const ids = stored.map(({ id }) => id);
    const found = async (filters: Parameters<typeof engine.list>[1]) =>
      (await engine.list(scope, filters)).items.map(({ id }) => ids.indexOf(id));
    expect(await found({})).toEqual([2, 1, 0]);
    expect(await found({ search: 'собака' })).toEqual([0]);
    expect(await found({ search: 'dog run' })).toEqual([2]);
    expect(await found({ search: '100%_off' })).toEqual([1]);
    expect(await found({ search: '%' })).toEqual([1]);
    expect(await found({ kind: 'turn' })).toEqual([0]);
    expect(await found({ level: 1 })).toEqual([]);
    expect(await found({ minImportance: 0.8 })).toEqual([1]);
    expect(await found({ maxImportance: 0.1 })).toEqual([2]);
    expect(await found({ from: at(2), to: at(3) })).toEqual([1]);
    expect(await found({ sessionId: 'a' })).toEqual([0]);
    expect(await found({ deleted: true })).toEqual([]);
    const first = await engine.list(scope, { limit: 2 });
    const second = await engine.list(scope, { limit: 2, cursor: first.nextCursor ?? '' });
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(ids.toReversed());
    expect(second.nextCursor).toBeNull();
    for (const bad of [{ limit: 0 }, { limit: 1_001 }, { cursor: 'x' }, { search: '\0' }]) {
      await expect(engine.list(scope, bad)).rejects.toMatchObject({ code: 'memory.invalid' });
    }
    expect(await engine.list(me())).toEqual({ items: [], nextCursor: null });
  });
});

describe('update', () => {
  it('changes words of notes, figures of all, and corrects turns beside them', async () => {
    const scope = me();
    const { engine } = fixture;
    const note = await engine.remember(scope, { content: 'The code of the gate is 4711.' });
    const changed = await engine.update(scope, note.id, {
      content: 'The code of the gate is 1147.',
      importance: 0.8,
    });
    expect(changed).toMatchObject({ id: note.id, label: 'The code of the gate is 1147.', importance: 0.8 });
    expect((await engine.recall(scope, { query: '1147', silent: true })).results[0]?.node.id).toBe(note.id);
    expect((await engine.recall(scope, { query: '4711', silent: true })).results).toEqual([]);
    await engine.remember(scope, { content: 'Another note.' });
    await expect(engine.update(scope, note.id, { content: 'Another note.' })).rejects.toMatchObject({
      code: 'memory.duplicate',
    });

    const turn = await engine.remember(scope, {
      content: 'I was born in Tver.',
      sessionId: 's',
      speaker: 'Ann',
    });
    const correction = await engine.update(scope, turn.id, {
      content: 'Ann was born in Torzhok.',
      label: 'Birthplace',
    });
    expect(correction).toMatchObject({
      kind: 'note',
      label: 'Birthplace',
      importance: expect.closeTo(0.7, 1),
    });
    const detail = await engine.get(scope, turn.id);
    expect(detail.node.content).toBe('I was born in Tver.');
    expect(detail.edges).toContainEqual({
      fromId: correction.id,
      toId: turn.id,
      kind: 'corrects',
      weight: 1,
    });
    expect((await engine.forget(scope, turn.id)).forgotten).toBe(2);

    const episode = await derive(fixture.db.database, scope, {
      level: 1,
      content: 'About the gate.',
      sources: [note.id],
    });
    await expect(engine.update(scope, episode, { content: 'x' })).rejects.toMatchObject({
      code: 'memory.content_derived',
    });
    expect(await engine.update(scope, episode, { label: 'Gate' })).toMatchObject({ label: 'Gate' });
    await engine.update(scope, note.id, { content: 'The gate has no code any more.' });
    expect((await engine.get(scope, episode)).node).toMatchObject({
      stale: true,
      content: 'The gate has no code any more.',
    });
    await expect(engine.update(scope, note.id, { label: ' ' })).rejects.toMatchObject({
      code: 'memory.invalid',
    });
    await expect(engine.update(scope, newId(), { label: 'a' })).rejects.toMatchObject({
      code: 'memory.node_not_found',
    });
  });
});

describe('graph and detail', () => {
  it('shows provenance both ways, and no forgotten neighbours', async () => {
    const scope = me();
    const { engine } = fixture;
    const stored = await engine.rememberMany(
      scope,
      ['First.', 'Second.', 'Third.'].map((content, at) => ({ content, occurredAt: new Date(at * 1_000) })),
    );
    const [a = '', b = '', c = ''] = stored.map(({ id }) => id);
    const episode = await derive(fixture.db.database, scope, {
      level: 1,
      content: 'Episode',
      sources: [a, b],
    });
    const topic = await derive(fixture.db.database, scope, {
      level: 2,
      content: 'Topic',
      sources: [episode],
    });
    const detail = await engine.get(scope, episode);
    expect(detail.sources.map(({ id }) => id)).toEqual([a, b]);
    expect(detail.derived.map(({ id }) => id)).toEqual([topic]);
    expect(detail.node.connections).toBe(3);

    const whole = await engine.graph(scope);
    expect(whole.nodes.map(({ id }) => id).slice(0, 2)).toEqual([topic, episode]);
    expect(whole).toMatchObject({ nodes: { length: 5 }, edges: { length: 3 }, truncated: false });
    expect(await engine.graph(scope, { limit: 2 })).toMatchObject({
      nodes: { length: 2 },
      edges: { length: 1 },
      truncated: true,
    });
    expect((await engine.graph(scope, { levels: [0] })).nodes.map(({ id }) => id).sort()).toEqual(
      [a, b, c].sort(),
    );
    const near = await engine.graph(scope, { center: topic });
    expect(near.nodes.map(({ id }) => id)).toEqual([topic, episode]);
    const far = await engine.graph(scope, { center: topic, depth: 2 });
    expect(new Set(far.nodes.map(({ id }) => id))).toEqual(new Set([topic, episode, a, b]));
    await engine.forget(scope, a);
    expect((await engine.get(scope, episode)).sources.map(({ id }) => id)).toEqual([b]);
    for (const bad of [{ limit: 2_001 }, { depth: 4 }]) {
      await expect(engine.graph(scope, bad)).rejects.toMatchObject({ code: 'memory.invalid' });
    }
    expect(await engine.graph(me())).toEqual({ nodes: [], edges: [], truncated: false });
  });
});
