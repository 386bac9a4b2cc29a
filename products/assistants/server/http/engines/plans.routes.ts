import type { Static } from 'typebox';
import type { ServeDoor } from '#platform/server/modules';
import * as contract from '../../../contract/index.ts';
import type { AssistantsService } from '../../assistants.ts';
import type { PlanVersion, SavedPlan } from '../../engines/plans/plan.ts';
import { workspaceOf } from '../workspace.ts';
import { engineCall } from './engine-call.ts';
import { pageOfQuery } from './page-of-query.ts';

function presentPlan(plan: SavedPlan): Static<typeof contract.SavedPlan> {
  const { id, name, version, tasks, authorId, createdAt, updatedAt } = plan;
  return {
    id,
    name,
    version,
    tasks,
    author_id: authorId,
    created_at: createdAt.toISOString(),
    updated_at: updatedAt.toISOString(),
  };
}

function presentVersion(made: PlanVersion): Static<typeof contract.PlanVersion> {
  const { version, note, authorId, createdAt } = made;
  return { version, note, author_id: authorId, created_at: createdAt.toISOString() };
}

/** What the planning engine computes. */
function mountPlanning({ mount, service }: ServeDoor<AssistantsService>): void {
  const { run } = service.engines;
  const call = engineCall(service.tenants);
  mount(contract.readPlan, async (request) => run('readPlan', request.body, await call(request)));
  mount(contract.writePlan, async (request) => run('writePlan', request.body, await call(request)));
  mount(contract.schedulePlan, async (request) => run('schedulePlan', request.body, await call(request)));
  mount(contract.simulatePlan, async (request) => run('simulatePlan', request.body, await call(request)));
  mount(contract.comparePlans, async (request) => run('comparePlans', request.body, await call(request)));
  mount(contract.forecastThroughput, async (request) =>
    run('forecastThroughput', request.body, await call(request)),
  );
}

/** Plans a company keeps. */
function mountSavedPlans({ mount, service }: ServeDoor<AssistantsService>): void {
  const {
    tenants,
    engines: { plans },
  } = service;

  mount(contract.listPlans, async ({ query, caller, header }) => {
    const workspace = await workspaceOf(tenants, { caller, header });
    const { items, nextCursor } = await plans.list(workspace, pageOfQuery(query));
    return { items: items.map(presentPlan), next_cursor: nextCursor };
  });

  mount(contract.createPlan, async ({ body, caller, header, signal }) => {
    const workspace = await workspaceOf(tenants, { caller, header });
    const { name, plan, note = '' } = body;
    return presentPlan(await plans.create(workspace, { name, plan, note }, signal));
  });

  mount(contract.getPlan, async ({ params, caller, header }) => {
    const { plan, ...saved } = await plans.get(await workspaceOf(tenants, { caller, header }), params.id);
    return { ...presentPlan(saved), plan };
  });

  mount(contract.changePlan, async ({ params, body, caller, header, signal }) => {
    const workspace = await workspaceOf(tenants, { caller, header });
    const { name, plan, note = '', base_version: baseVersion } = body;
    return presentPlan(await plans.change(workspace, params.id, baseVersion, { name, plan, note }, signal));
  });

  mount(contract.deletePlan, async ({ params, caller, header }) =>
    plans.delete(await workspaceOf(tenants, { caller, header }), params.id),
  );

  mount(contract.listPlanVersions, async ({ params, caller, header }) => {
    const versions = await plans.versions(await workspaceOf(tenants, { caller, header }), params.id);
    return { items: versions.map(presentVersion), next_cursor: null };
  });

  mount(contract.getPlanVersion, async ({ params, caller, header }) => {
    const workspace = await workspaceOf(tenants, { caller, header });
    const { plan, ...version } = await plans.version(workspace, params.id, params.version);
    return { ...presentVersion(version), plan };
  });
}

/** Plans: computed and kept. */
export function mountPlans(door: ServeDoor<AssistantsService>): void {
  mountPlanning(door);
  mountSavedPlans(door);
}
