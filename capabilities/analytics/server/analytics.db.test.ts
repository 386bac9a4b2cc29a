import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '#base/ids';
import { day } from '#base/time';
import { sql } from '#platform/server/database';
import { type TestDatabase, testDatabase } from '#platform/testing';
import { type AnalyticsFixture, analyticsFixture, analyticsMigrations } from './analytics.fixture.ts';

const now = new Date('2026-05-20T12:00:00Z');
const ago = (days: number, minutes = 0): Date => new Date(now.getTime() - days * day + minutes * 60_000);

let test: TestDatabase;
let fixture: AnalyticsFixture;
beforeAll(async () => {
  test = await testDatabase(analyticsMigrations);
});
beforeEach(async () => {
  for (const table of [
    sql`raw_event`,
    sql`subject`,
    sql`daily`,
    sql`popularity`,
    sql`reached`,
    sql`funnel_daily`,
    sql`person_week`,
    sql`cohort_week`,
  ])
    await test.database.run(sql`TRUNCATE analytics.${table}`);
  await test.database.run(sql`UPDATE analytics.seal SET open_from = '2020-01-01'`);
  fixture = await analyticsFixture(test, now);
});
afterAll(() => test.close());

async function everything(): Promise<unknown> {
  const { database } = test;
  return {
    daily: await database.rows(
      sql`SELECT *, round(heat::numeric, 6) AS heat FROM analytics.daily ORDER BY scope, scope_id, name, happened_on`,
    ),
    funnel: await database.rows(
      sql`SELECT * FROM analytics.funnel_daily ORDER BY funnel, subject_id, name, step_id, happened_on`,
    ),
    cohorts: await database.rows(
      sql`SELECT * FROM analytics.cohort_week ORDER BY owner_id, first_week, week`,
    ),
  };
}

/** Reproducible numbers from 0 to 1. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

async function randomTraffic(count: number, seed: number): Promise<void> {
  const random = randomFrom(seed);
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item;
  const people = Array.from({ length: 6 }, () => newId());
  const subjects = ['one', 'two'];
  const owners = { one: newId(), two: newId() } as Readonly<Record<string, string>>;
  const names = ['quests.viewed', 'quests.started', 'quests.point_finished', 'quests.finished'];
  for (let index = 0; index < count; index += 1) {
    const name = pick(names);
    const subjectId = pick(subjects);
    const ownerId = owners[subjectId] ?? '';
    await fixture.happened({
      name,
      subjectId,
      userId: random() < 0.1 ? null : pick(people),
      ...(random() < 0.5 ? { ownerId } : {}),
      ...(name === 'quests.point_finished'
        ? { step: { id: pick(['a', 'b', 'c']), position: index % 3 } }
        : {}),
      ...(random() < 0.5 ? { value: Math.round(random() * 100) } : {}),
      at: ago(random() * 40),
    });
  }
}

describe('daily counts', () => {
  it('are the same before the roll-up, after it, and after a repeat, late events included', async () => {
    await randomTraffic(60, 1);
    const read = async () => [
      await fixture.engine.reports.overview({ from: '2026-04-01' }),
      await fixture.engine.reports.series('quests.viewed', { from: '2026-04-01', subjectId: 'one' }),
      await fixture.engine.reports.funnel('quests.play', { from: '2026-04-01' }),
      await fixture.engine.reports.funnel('quests.play', { from: '2026-04-01', subjectId: 'two' }),
    ];
    const live = await read();
    expect(await fixture.engine.rollups.rollUp()).toBe(60);
    const rolled = await read();
    expect(rolled).toEqual(live);
    const tables = await everything();
    expect(await fixture.engine.rollups.rollUp()).toBe(0);
    expect(await fixture.engine.rollups.rollUp('2026-05-10')).toBeGreaterThan(0);
    expect(await everything()).toEqual(tables);
    await randomTraffic(40, 2);
    const mixed = await read();
    await fixture.engine.rollups.rollUp();
    expect(await read()).toEqual(mixed);
  });

  it('end the same whether events came in one roll-up or in many', async () => {
    await randomTraffic(50, 3);
    await fixture.engine.rollups.rollUp();
    const together = await everything();
    const events = await test.database.rows<{ id: string }>(
      sql`SELECT id FROM analytics.raw_event ORDER BY id`,
    );
    for (const table of [sql`daily`, sql`popularity`, sql`reached`, sql`funnel_daily`])
      await test.database.run(sql`TRUNCATE analytics.${table}`);
    await test.database.run(sql`TRUNCATE analytics.person_week`);
    await test.database.run(sql`TRUNCATE analytics.cohort_week`);
    await test.database.run(sql`CREATE TABLE aside AS SELECT * FROM analytics.raw_event`);
    await test.database.run(sql`TRUNCATE analytics.raw_event`);
    for (const { id } of events) {
      await test.database.run(sql`
        INSERT INTO analytics.raw_event (id, name, subject_id, user_id, visitor_id, step_id, step_position, amount,
          happened_at, happened_on, once_key)
        SELECT id, name, subject_id, user_id, visitor_id, step_id, step_position, amount, happened_at, happened_on,
          once_key FROM aside WHERE id = ${id}`);
      await fixture.engine.rollups.rollUp();
    }
    await test.database.run(sql`DROP TABLE aside`);
    expect(await everything()).toEqual(together);
  });

  it('count a key once and nothing of sealed days', async () => {
    const event = { name: 'quests.viewed', subjectId: 'one', key: 'k', at: ago(1) };
    await fixture.happened(event);
    await fixture.happened(event);
    fixture.setNow(now);
    await fixture.engine.rollups.prune();
    await fixture.happened({ ...event, key: 'old', at: ago(91) });
    const { items } = await fixture.engine.reports.overview({ from: '2025-12-01' });
    expect(items).toMatchObject([{ event: 'quests.viewed', events: 1, persons: 1 }]);
  });

  it('stay when the single events are forgotten', async () => {
    await randomTraffic(60, 4);
    const query = { from: '2026-04-01', to: '2026-05-20' };
    const before = await fixture.engine.reports.funnel('quests.play', query);
    const [series] = [await fixture.engine.reports.series('quests.started', query)];
    fixture.setNow(new Date(now.getTime() + 120 * day));
    expect(await fixture.engine.rollups.prune()).toBe(60);
    expect(await test.database.rows(sql`SELECT 1 FROM analytics.raw_event`)).toEqual([]);
    expect(await test.database.rows(sql`SELECT 1 FROM analytics.reached`)).toEqual([]);
    expect(await fixture.engine.reports.funnel('quests.play', query)).toEqual(before);
    expect(await fixture.engine.reports.series('quests.started', query)).toEqual(series);
    const { items } = await fixture.engine.reports.overview(query);
    expect(items.every(({ exact }) => !exact)).toBe(true);
  });
});

describe('funnels', () => {
  it('count a person once for each step and subject, only in order, with steps inside', async () => {
    const [ann, bob] = [newId(), newId()];
    const at = (minutes: number) => ago(2, minutes);
    const point = (id: string, position: number) => ({ step: { id, position } });
    const story = [
      { userId: ann, name: 'quests.viewed', at: at(0) },
      { userId: ann, name: 'quests.viewed', at: at(1) },
      { userId: ann, name: 'quests.started', at: at(2) },
      { userId: ann, name: 'quests.point_finished', at: at(3), ...point('a', 0) },
      { userId: ann, name: 'quests.point_finished', at: at(4), ...point('b', 1) },
      { userId: ann, name: 'quests.finished', at: at(5) },
      { userId: bob, name: 'quests.started', at: at(0) },
      { userId: bob, name: 'quests.viewed', at: at(1) },
      { userId: bob, name: 'quests.finished', at: at(2) },
    ];
    for (const event of story) await fixture.happened({ ...event, subjectId: 'one' });
    const { steps, detail } = await fixture.engine.reports.funnel('quests.play', { subjectId: 'one' });
    expect(steps.map(({ persons }) => persons)).toEqual([2, 1, 1, 1]);
    expect(steps.map(({ share_of_first: share }) => share)).toEqual([1, 0.5, 0.5, 0.5]);
    expect(detail).toEqual([
      { step_id: 'a', position: 0, persons: 1, share_of_first: 0.5 },
      { step_id: 'b', position: 1, persons: 1, share_of_first: 0.5 },
    ]);
    await fixture.engine.rollups.rollUp();
    await fixture.happened({ userId: bob, name: 'quests.started', subjectId: 'one', at: at(3) });
    await fixture.happened({ userId: ann, name: 'quests.viewed', subjectId: 'one', at: ago(0, -5) });
    const later = await fixture.engine.reports.funnel('quests.play', {});
    expect(later.steps.map(({ persons }) => persons)).toEqual([2, 2, 1, 1]);
  });

  it('refuse what is not there', async () => {
    await expect(fixture.engine.reports.funnel('none', {})).rejects.toMatchObject({
      code: 'analytics.funnel_not_found',
    });
    await expect(
      fixture.engine.reports.funnel('quests.play', { subjectId: 'one', ownerId: newId() }),
    ).rejects.toMatchObject({ code: 'analytics.subject_not_found' });
  });
});

describe('popularity', () => {
  const popular = (limit = 10, subjectIds?: readonly string[]) =>
    fixture.engine.popular(test.database, {
      funnel: 'quests.play',
      limit,
      ...(subjectIds === undefined ? {} : { subjectIds }),
    });

  it('halves in 14 days and counts a person once a day', async () => {
    const ann = newId();
    await fixture.happened({ name: 'quests.started', subjectId: 'old', at: ago(14) });
    await fixture.happened({ name: 'quests.started', subjectId: 'new', userId: ann, at: ago(0) });
    await fixture.happened({ name: 'quests.started', subjectId: 'new', userId: ann, at: ago(0) });
    const [first, second] = await popular();
    expect(first).toMatchObject({ subjectId: 'new' });
    expect(first?.score).toBeCloseTo(5, 9);
    expect(second?.score).toBeCloseTo(2.5, 9);
    expect(await popular(10, ['old'])).toHaveLength(1);
    await fixture.engine.rollups.rollUp();
    expect((await popular()).map(({ score }) => score.toFixed(9))).toEqual(['5.000000000', '2.500000000']);
  });

  it('is the same kept up step by step and rebuilt', async () => {
    await randomTraffic(30, 5);
    await fixture.engine.rollups.rollUp();
    await randomTraffic(30, 6);
    const live = await popular();
    await fixture.engine.rollups.rollUp();
    await fixture.engine.rollups.rollUp('2026-05-15');
    const kept = await popular();
    await fixture.engine.rollups.rebuildPopularity();
    const rebuilt = await popular();
    const rounded = (rows: typeof live) =>
      rows.map(({ subjectId, score }) => [subjectId, score.toPrecision(10)]);
    expect(rounded(kept)).toEqual(rounded(live));
    expect(rounded(rebuilt)).toEqual(rounded(live));
  });
});

describe('cohorts', () => {
  it('follow people by the week in which they were first seen', async () => {
    const [ann, bob, owner] = [newId(), newId(), newId()];
    const event = { name: 'quests.viewed', subjectId: 'one', ownerId: owner };
    await fixture.happened({ ...event, userId: ann, at: new Date('2026-05-04T10:00:00Z') });
    await fixture.happened({ ...event, userId: bob, at: new Date('2026-05-05T10:00:00Z') });
    await fixture.happened({ ...event, userId: ann, at: new Date('2026-05-18T10:00:00Z') });
    await fixture.engine.rollups.rollUp();
    const expected = { items: [{ week: '2026-05-04', persons: 2, returned: [2, 0, 1] }] };
    expect(await fixture.engine.reports.cohorts({})).toEqual(expected);
    expect(await fixture.engine.reports.cohorts({ ownerId: owner })).toEqual(expected);
    expect(await fixture.engine.reports.cohorts({ ownerId: newId() })).toEqual({ items: [] });
  });
});

describe('owners and people', () => {
  it('an owner who becomes known later sees earlier days too', async () => {
    const owner = newId();
    await fixture.happened({ name: 'quests.viewed', subjectId: 'one', at: ago(3) });
    await fixture.engine.rollups.rollUp();
    expect((await fixture.engine.reports.overview({ ownerId: owner })).items).toEqual([]);
    await fixture.happened({ name: 'quests.started', subjectId: 'one', ownerId: owner, at: ago(1) });
    await fixture.engine.rollups.rollUp();
    const { items } = await fixture.engine.reports.overview({ ownerId: owner });
    expect(items.map(({ event, events }) => [event, events])).toEqual([
      ['quests.viewed', 1],
      ['quests.started', 1],
    ]);
  });

  it('an erased person is gone while the counts stay; twice is once', async () => {
    const ann = newId();
    await fixture.happened({ name: 'quests.viewed', subjectId: 'one', userId: ann, at: ago(2) });
    await fixture.engine.rollups.rollUp();
    await fixture.happened({ name: 'quests.started', subjectId: 'one', userId: ann, at: ago(1) });
    const { personalData, reports } = fixture.engine;
    expect(await personalData.export(ann)).toMatchObject({
      events: [{ name: 'quests.viewed' }, { name: 'quests.started' }],
    });
    const before = await reports.funnel('quests.play', {});
    await test.database.transaction((tx) => personalData.erase(tx, ann));
    await test.database.transaction((tx) => personalData.erase(tx, ann));
    expect(await personalData.export(ann)).toEqual({ events: [] });
    expect(await reports.funnel('quests.play', {})).toEqual(before);
    for (const table of [sql`raw_event`, sql`reached`, sql`person_week`])
      expect(
        await test.database.rows(sql`SELECT 1 FROM analytics.${table} WHERE person_id = ${ann}`),
      ).toEqual([]);
  });
});
