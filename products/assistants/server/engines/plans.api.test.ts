import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defineRef } from '#base/ref';
import { identityModule } from '#modules/capabilities/identity';
import { llmModule } from '#modules/capabilities/llm';
import { memoryModule } from '#modules/capabilities/memory';
import { tenantsModule } from '#modules/capabilities/tenants';
import { sql } from '#platform/server/database';
import { testClient } from '#platform/testing';
import * as contract from '../../contract/index.ts';
import { type Companies, said, startCompanies } from '../../testing/index.ts';
import type { AssistantsService } from '../assistants.ts';
import { assistantsRef } from '../index.ts';
import { assistantsModule } from '../module.ts';

const modules = [identityModule, tenantsModule, llmModule, memoryModule, assistantsModule];
let house: Companies;
beforeAll(async () => {
  house = await startCompanies({ modules });
});
afterAll(() => house.test.close());

const plan = {
  name: 'Внедрение',
  start: '2026-03-02',
  resources: [{ id: 'dev', name: 'Разработчик', rate: 1000 }],
  tasks: [
    {
      id: 'a',
      name: 'Анализ',
      duration: { optimistic: 2, likely: 3, pessimistic: 7 },
      assignments: [{ resource: 'dev' }],
      percent_complete: 50,
      actual_cost: 10_000,
    },
    {
      id: 'b',
      name: 'Разработка',
      duration: 5,
      predecessors: ['aFS+1d'],
      assignments: [{ resource: 'dev' }],
    },
  ],
};
const cycle = {
  ...plan,
  tasks: [
    { id: 'a', duration: 1, predecessors: ['b'] },
    { id: 'b', duration: 1, predecessors: ['a'] },
  ],
};

describe('computing plans', () => {
  it('schedules with Gantt, load, cost and earned value', async () => {
    const { reply } = await house.viewer.call(contract.schedulePlan, {
      body: { plan, status_date: '2026-03-04' },
      ...house.at(),
    });
    expect(reply().schedule).toMatchObject({
      finish: '2026-03-12T18:00',
      critical_paths: [['a', 'b']],
      levelling: null,
    });
    expect(reply().gantt[1]).toMatchObject({ id: 'b', group: null, links: [{ from: 'a', type: 'FS' }] });
    expect(reply().mermaid).toMatch(/^gantt\n/);
    expect(reply().load[0]).toMatchObject({ resource: 'dev', overload_hours: 0 });
    expect(reply().cost_curve.at(-1)?.cumulative).toBe(reply().schedule.cost.total);
    expect(reply().earned_value).toMatchObject({ status_date: '2026-03-04', bac: 64_000, ac: 10_000 });
    const levelled = await house.viewer.call(contract.schedulePlan, {
      body: { plan, levelling: 'min_lst' },
      ...house.at(),
    });
    expect(levelled.reply().schedule.levelling).toMatchObject({ rule: 'min_lst', delay_hours: 0 });
  });

  it('simulates the same way for the same seed', async () => {
    const body = { plan, runs: 2_000, seed: 7 };
    const [one, two] = await Promise.all([
      house.viewer.call(contract.simulatePlan, { body, ...house.at() }),
      house.owner.call(contract.simulatePlan, { body, ...house.at() }),
    ]);
    expect(one.reply()).toEqual(two.reply());
    expect(one.reply()).toMatchObject({
      runs: 2_000,
      seed: 7,
      tasks: [{ id: 'a', on_time: null }, { id: 'b' }],
    });
    expect(one.reply().finish_histogram.reduce((sum, { count }) => sum + count, 0)).toBe(2_000);
  });

  it('forecasts from history, and compares two plans', async () => {
    const forecast = await house.viewer.call(contract.forecastThroughput, {
      body: { history: [3, 5, 4], start: '2026-03-02', items: 20, by: '2026-04-30' },
      ...house.at(),
    });
    expect(forecast.reply()).toMatchObject({
      weeks_of_history: 3,
      when: { items: 20 },
      how_many: { by: '2026-04-30' },
    });
    const after = { ...plan, tasks: [...plan.tasks, { id: 'c', duration: 10, predecessors: ['b'] }] };
    const compared = await house.viewer.call(contract.comparePlans, {
      body: { before: plan, after },
      ...house.at(),
    });
    expect(compared.reply()).toMatchObject({ added: ['c'], removed: [], hours_change: 80 });
  });

  it('reads and writes files of other programs', async () => {
    const { viewer, at } = house;
    const table = 'id;name;duration;predecessors\n1;Анализ;3;\n2;Разработка;5;1FS+2d\n';
    const read = (
      await viewer.call(contract.readPlan, { body: { text: table, start: '2026-03-02', name: 'Т' }, ...at() })
    ).reply();
    expect(read.plan).toMatchObject({ name: 'Т', start: '2026-03-02', tasks: [{ id: '1' }, { id: '2' }] });
    const { text } = (await viewer.call(contract.writePlan, { body: { plan: read.plan }, ...at() })).reply();
    expect(text).toContain('<Project');
    const again = (await viewer.call(contract.readPlan, { body: { text }, ...at() })).reply();
    const dates = async (document: typeof read.plan): Promise<string> =>
      (await viewer.call(contract.schedulePlan, { body: { plan: document }, ...at() })).reply().schedule
        .finish;
    expect(await dates(again.plan)).toBe(await dates(read.plan));
    const json = (
      await viewer.call(contract.readPlan, { body: { text: JSON.stringify(plan) }, ...at() })
    ).reply();
    const same = (
      await viewer.call(contract.readPlan, { body: { text: JSON.stringify(json.plan) }, ...at() })
    ).reply();
    expect(same.plan).toEqual(json.plan);
  });

  it('tells every fault of a plan with its place', async () => {
    const { viewer, at } = house;
    const answer = await viewer.call(contract.schedulePlan, { body: { plan: cycle }, ...at() });
    expect(answer.problem()).toMatchObject({
      status: 422,
      code: 'assistants.plan_invalid',
      errors: [{ pointer: '/body/plan/tasks' }],
      faults: [
        { code: 'planning.cycle', at: '/tasks', message: { ru: expect.stringContaining('замкнуты') } },
      ],
    });
    const compared = await viewer.call(contract.comparePlans, {
      body: { before: plan, after: cycle },
      ...at(),
    });
    expect(compared.problem().errors?.[0]?.pointer).toBe('/body/after/tasks');
    const form = await viewer.call(contract.simulatePlan, { body: { plan: { tasks: [{}] } }, ...at() });
    expect(form.problem().errors?.map(({ pointer }) => pointer)).toContain('/body/plan/tasks/0');
    const many = {
      ...plan,
      tasks: Array.from({ length: 10_001 }, (_, index) => ({ id: String(index), duration: 1 })),
    };
    expect(await said(viewer.call(contract.schedulePlan, { body: { plan: many }, ...at() }))).toBe(
      '422 assistants.plan_invalid',
    );
    const broken = viewer.call(contract.readPlan, { body: { text: '<!DOCTYPE a><a/>' }, ...at() });
    expect(await said(broken)).toBe('422 assistants.plan_invalid');
    for (const body of [{}, { plan: 5 }, { plan, runs: 0 }, { plan, seed: 0.5 }, { plan, correlation: 1 }])
      expect(await said(viewer.call(contract.simulatePlan, { body, ...at() }))).toBe(
        '422 http.invalid_input',
      );
  });
});

describe('saved plans', () => {
  const create = async (name: string): Promise<string> =>
    (await house.member.call(contract.createPlan, { body: { name, plan }, ...house.at() })).reply().id;

  it('keep their versions; nobody overwrites another’s change', async () => {
    const { member, viewer, at } = house;
    const params = { id: await create(' План ') };
    const later = { ...plan, name: 'Позже', start: '2026-04-01' };
    const change = { name: 'План 2', plan: later, note: 'сдвиг', base_version: 1 };
    const changed = await member.call(contract.changePlan, { params, body: change, ...at() });
    expect(changed.reply()).toMatchObject({ name: 'План 2', version: 2, tasks: 2, author_id: member.id });
    expect(await said(member.call(contract.changePlan, { params, body: change, ...at() }))).toBe(
      '409 assistants.plan_changed',
    );
    const both = await Promise.all(
      [2, 2].map((base_version) =>
        member.call(contract.changePlan, { params, body: { ...change, base_version }, ...at() }),
      ),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    const now = (await viewer.call(contract.getPlan, { params, ...at() })).reply();
    expect(now).toMatchObject({ version: 3, plan: { start: '2026-04-01' } });
    const versions = (await viewer.call(contract.listPlanVersions, { params, ...at() })).reply();
    expect(versions.items.map(({ version, note }) => [version, note])).toEqual([
      [3, 'сдвиг'],
      [2, 'сдвиг'],
      [1, ''],
    ]);
    const first = await viewer.call(contract.getPlanVersion, { params: { ...params, version: 1 }, ...at() });
    expect(first.reply().plan).toEqual(plan);
    const none = viewer.call(contract.getPlanVersion, { params: { ...params, version: 9 }, ...at() });
    expect(await said(none)).toBe('404 assistants.plan_not_found');
  });

  it('are made once for one key, listed page by page, and deleted by those who may', async () => {
    const { member, owner, viewer, at } = house;
    const keyed = at({ 'idempotency-key': 'plan-once-0001' });
    const [one, two] = [
      await member.call(contract.createPlan, { body: { name: 'Раз', plan }, ...keyed }),
      await member.call(contract.createPlan, { body: { name: 'Раз', plan }, ...keyed }),
    ];
    expect(two.reply().id).toBe(one.reply().id);
    const page = (await viewer.call(contract.listPlans, { query: { limit: 1 }, ...at() })).reply();
    expect(page.items[0]?.id).toBe(one.reply().id);
    const next = await viewer.call(contract.listPlans, {
      query: { limit: 1, cursor: page.next_cursor ?? '' },
      ...at(),
    });
    expect(next.reply().items[0]?.id).not.toBe(one.reply().id);
    const params = { id: one.reply().id };
    expect(await said(viewer.call(contract.deletePlan, { params, ...at() }))).toBe(
      '403 tenants.role_too_low',
    );
    expect(await said(owner.call(contract.deletePlan, { params, ...at() }))).toBe('204');
    expect(await said(owner.call(contract.deletePlan, { params, ...at() }))).toBe(
      '404 assistants.plan_not_found',
    );
  });

  it('are refused when nothing could be made of them, and to viewers', async () => {
    const { member, viewer, at } = house;
    expect(await said(viewer.call(contract.createPlan, { body: { name: 'x', plan }, ...at() }))).toBe(
      '403 tenants.role_too_low',
    );
    expect(await said(member.call(contract.createPlan, { body: { name: 'x', plan: cycle }, ...at() }))).toBe(
      '422 assistants.plan_invalid',
    );
    for (const body of [
      { name: '', plan },
      { name: 'x'.repeat(201), plan },
      { plan },
      { name: 'x' },
      { name: 'x', plan, note: 'x'.repeat(501) },
    ])
      expect(await said(member.call(contract.createPlan, { body, ...at() }))).toBe('422 http.invalid_input');
    expect(await said(testClient(house.test)(contract.listPlans))).toBe('401 http.unauthenticated');
  });

  it('are no business of another company', async () => {
    const { stranger, company, test } = house;
    const params = { id: await create('Тайный') };
    const body = { name: 'x', plan, base_version: 1 };
    for (const asked of [
      stranger.call(contract.getPlan, { params }),
      stranger.call(contract.listPlanVersions, { params }),
      stranger.call(contract.getPlanVersion, { params: { ...params, version: 1 } }),
      stranger.call(contract.changePlan, { params, body }),
      stranger.call(contract.deletePlan, { params }),
    ])
      expect(await said(asked)).toBe('404 assistants.plan_not_found');
    expect((await stranger.call(contract.listPlans)).reply().items).toEqual([]);
    for (const table of [sql`assistants.plan WHERE id`, sql`assistants.plan_version WHERE plan_id`]) {
      const seen = (scope: { owner?: string; tenant?: string }) =>
        test.app.database.scoped(scope).rows(sql`SELECT 1 FROM ${table} = ${params.id}`);
      expect(await seen({ tenant: stranger.id, owner: stranger.id })).toHaveLength(0);
      expect(await seen({ owner: stranger.id })).toHaveLength(0);
      expect(await seen({})).toHaveLength(0);
      expect(await seen({ tenant: company })).toHaveLength(1);
    }
  });

  it('are exported for their author, and lose the name with the account', async () => {
    const { member, owner, at, test } = house;
    const { personalData } = test.app.service(defineRef<AssistantsService>(assistantsRef.id));
    const mine = await create('Мой');
    const exported = JSON.stringify(await personalData.export(member.id));
    expect(exported).toContain(mine);
    expect(JSON.stringify(await personalData.export(owner.id))).not.toContain(mine);
    await test.app.database.transaction((tx) => personalData.erase(tx, member.id));
    const { reply } = await owner.call(contract.getPlan, { params: { id: mine }, ...at() });
    expect(reply()).toMatchObject({ name: 'Мой', author_id: null });
  });
});
