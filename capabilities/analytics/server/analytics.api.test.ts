import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#base/ids';
import { sql } from '#platform/server/database';
import { defineModule, fill } from '#platform/server/modules';
import { startTestApp, type TestApp, type TestClient, testCallers, testClient } from '#platform/testing';
import * as contract from '../contract/index.ts';
import { play } from './analytics.fixture.ts';
import { analyticsRef, funnelsPoint } from './index.ts';
import { analyticsModule } from './module.ts';

const productModule = defineModule({
  name: 'sample',
  create: () => undefined,
  fills: () => [fill(funnelsPoint, [play])],
});

const { callers, callersModule } = testCallers({ analyst: ['view_analytics'], author: [], other: [] });
const authorId = callers.author.userId;
let test: TestApp;
let analyst: TestClient;
let author: TestClient;
let other: TestClient;
let nobody: TestClient;

beforeAll(async () => {
  test = await startTestApp({ modules: [analyticsModule, productModule, callersModule] });
  analyst = testClient(test, 'analyst');
  author = testClient(test, 'author');
  other = testClient(test, 'other');
  nobody = testClient(test);
  const analytics = test.app.service(analyticsRef);
  await test.test.database.transaction(async (tx) => {
    await analytics.track(tx, {
      name: 'quests.viewed',
      subjectId: 'hers',
      userId: newId(),
      ownerId: authorId,
    });
    await analytics.track(tx, {
      name: 'quests.viewed',
      subjectId: 'strange',
      userId: newId(),
      ownerId: newId(),
    });
  });
});
afterAll(() => test.close());

const batch = (changes: Readonly<Record<string, unknown>> = {}) => ({
  visitor_id: newId(),
  events: [{ name: 'quests.viewed', subject_id: 'seen', id: newId(), ...changes }],
});

describe('what browsers send', () => {
  it('counts once, of anybody; of signed-in people without the visitor', async () => {
    const body = batch();
    const first = await nobody(contract.trackEvents, { body });
    expect(first.status).toBe(202);
    expect(first.reply()).toEqual({ accepted: 1 });
    expect((await nobody(contract.trackEvents, { body })).reply()).toEqual({ accepted: 0 });
    expect((await author(contract.trackEvents, { body: batch() })).reply()).toEqual({ accepted: 1 });
    const rows = await test.test.database.rows(sql`
      SELECT user_id IS NULL AS anonymous, visitor_id IS NULL AS unlinked FROM analytics.raw_event
      WHERE subject_id = 'seen' ORDER BY 1 DESC`);
    expect(rows).toEqual([
      { anonymous: true, unlinked: false },
      { anonymous: false, unlinked: true },
    ]);
  });

  it.each([
    ['an event that only servers send', batch({ name: 'quests.finished' }), '/body/events/0/name'],
    ['an odd name', batch({ name: 'No name' }), '/body/events/0/name'],
    ['an odd subject', batch({ subject_id: '=1' }), '/body/events/0/subject_id'],
    ['no id', batch({ id: 'x' }), '/body/events/0/id'],
    ['an odd moment', batch({ at: 'yesterday' }), '/body/events/0/at'],
    ['an odd visitor', { ...batch(), visitor_id: '127.0.0.1' }, '/body/visitor_id'],
    ['nothing', { ...batch(), events: [] }, '/body/events'],
    ['too much', { ...batch(), events: Array.from({ length: 51 }, () => batch().events[0]) }, '/body/events'],
  ])('is refused: %s', async (_name, body, pointer) => {
    const answer = await nobody(contract.trackEvents, { body });
    expect(answer.status).toBe(422);
    expect(answer.problem().errors?.map((error) => error.pointer)).toContain(pointer);
  });
});

describe('operators', () => {
  it('read everything', async () => {
    expect((await analyst(contract.listFunnels)).reply().items[0]).toMatchObject({ name: 'quests.play' });
    const funnel = await analyst(contract.readFunnel, { params: { name: 'quests.play' }, query: {} });
    expect(funnel.reply().steps[0]?.persons).toBeGreaterThanOrEqual(2);
    expect((await analyst(contract.readOverview, { query: {} })).reply().items).toHaveLength(1);
    const series = await analyst(contract.readSeries, { query: { event: 'quests.viewed' } });
    expect(series.reply().items).toHaveLength(30);
    expect((await analyst(contract.readCohorts, { query: {} })).status).toBe(200);
    const owned = await analyst(contract.readOverview, { query: { owner_id: authorId } });
    expect(owned.reply().items).toMatchObject([{ events: 1 }]);
  });

  it('save a report as a file', async () => {
    const answer = await analyst(contract.exportCsv, { query: { separator: ';', bom: true } });
    expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(answer.text).toMatch(/^\ufeffday;event;events;persons;/);
    for (const report of ['funnel', 'cohorts'] as const) {
      const other = await analyst(contract.exportCsv, { query: { report, funnel: 'quests.play' } });
      expect(other.status).toBe(200);
      expect(other.text).toContain('\r\n');
    }
  });

  it.each([
    [contract.readOverview, { from: 'May' }],
    [contract.readOverview, { from: '2026-05-02', to: '2026-05-01' }],
    [contract.readOverview, { from: '2020-01-01', to: '2026-05-01' }],
    [contract.readSeries, { event: '=' }],
    [contract.readCohorts, { owner_id: '1' }],
    [contract.exportCsv, { separator: '|' }],
    [contract.exportCsv, { report: 'all' }],
  ])('are refused odd queries', async (route, query) => {
    expect((await analyst(route, { query })).status).toBe(422);
  });

  it('are not found what does not exist', async () => {
    const answer = await analyst(contract.readFunnel, { params: { name: 'none' }, query: {} });
    expect(answer.status).toBe(404);
    expect((await analyst(contract.exportCsv, { query: { report: 'funnel' } })).status).toBe(404);
  });
});

describe('doors', () => {
  const operators = [
    contract.listFunnels,
    contract.readFunnel,
    contract.readOverview,
    contract.readSeries,
    contract.readCohorts,
    contract.exportCsv,
  ];
  const mine = [
    contract.listMyFunnels,
    contract.readMyFunnel,
    contract.readMyOverview,
    contract.readMySeries,
    contract.readMyCohorts,
    contract.exportMyCsv,
  ];
  const input = { params: { name: 'quests.play' }, query: { event: 'quests.viewed' } };

  it.each(operators)('of operators are closed to others: $name', async (route) => {
    expect((await nobody(route, input)).status).toBe(401);
    expect((await author(route, input)).status).toBe(403);
    expect((await analyst(route, input)).status).toBe(200);
  });

  it.each(mine)('of owners are open to people: $name', async (route) => {
    expect((await nobody(route, input)).status).toBe(401);
    expect((await other(route, input)).status).toBe(200);
  });

  it('show owners their own subjects and nobody else’s', async () => {
    const query = { subject_id: 'hers' };
    const { items } = (await author(contract.readMyOverview, { query: {} })).reply();
    expect(items).toMatchObject([{ event: 'quests.viewed', events: 1 }]);
    expect((await author(contract.readMyOverview, { query })).status).toBe(200);
    const funnel = await author(contract.readMyFunnel, { params: { name: 'quests.play' }, query });
    expect(funnel.reply().steps[0]?.persons).toBe(1);
    for (const client of [other, author]) {
      const subject = client === author ? 'strange' : 'hers';
      const foreign = {
        query: { subject_id: subject, event: 'quests.viewed' },
        params: { name: 'quests.play' },
      };
      for (const route of [
        contract.readMyOverview,
        contract.readMyFunnel,
        contract.readMySeries,
        contract.exportMyCsv,
      ])
        expect((await client(route, foreign)).status).toBe(404);
    }
    expect((await other(contract.readMyOverview, { query: {} })).reply().items).toEqual([]);
  });
});
