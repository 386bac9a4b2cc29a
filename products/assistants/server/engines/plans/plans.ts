import { newId } from '#base/ids';
import type { Page } from '#base/page';
import { Refusal } from '#base/refusal';
import type { Clock } from '#base/time';
import type { Tenants, Workspace } from '#capabilities/tenants/server';
import type { Database } from '#platform/server/database';
import type { PlanFile } from '#products/assistants/engines/planning';
import type { RunEngine } from '../engines.ts';
import {
  insertPlan,
  insertVersion,
  lockPlan,
  lockPlans,
  planOfId,
  plansOf,
  removePlan,
  trimVersions,
  updatePlan,
  versionOfPlan,
  versionsOf,
} from './plan.store.ts';
import type { PlanVersion, SavedPlan } from './plan.ts';

const mostPlans = 500;
const keptVersions = 100;

export interface PlanChange {
  readonly name: string;
  readonly plan: PlanFile;
  readonly note: string;
}

/** Plans a company keeps, with their versions. Another company's are not found. */
export interface Plans {
  list(
    workspace: Workspace,
    page: { readonly limit: number; readonly cursor?: string },
  ): Promise<Page<SavedPlan>>;
  /** @throws Refusal `not_found` `assistants.plan_not_found`. */
  get(workspace: Workspace, id: string): Promise<SavedPlan & { readonly plan: PlanFile }>;
  /** @throws Refusal `not_found` `assistants.plan_not_found`. */
  versions(workspace: Workspace, id: string): Promise<readonly PlanVersion[]>;
  /** @throws Refusal `not_found` `assistants.plan_not_found`. */
  version(
    workspace: Workspace,
    id: string,
    version: number,
  ): Promise<PlanVersion & { readonly plan: PlanFile }>;
  /**
   * @throws Refusal `forbidden` `tenants.role_too_low`, `invalid` `assistants.plan_invalid`, `limited`
   *   `assistants.too_many_plans`.
   */
  create(workspace: Workspace, change: PlanChange, signal: AbortSignal): Promise<SavedPlan>;
  /** @throws as `create`, and `not_found` `assistants.plan_not_found`, `conflict` `assistants.plan_changed`. */
  change(
    workspace: Workspace,
    id: string,
    baseVersion: number,
    change: PlanChange,
    signal: AbortSignal,
  ): Promise<SavedPlan>;
  /** @throws Refusal `not_found` `assistants.plan_not_found`, `forbidden` `tenants.role_too_low`. */
  delete(workspace: Workspace, id: string): Promise<void>;
}

interface Dependencies {
  readonly database: Database;
  readonly tenants: Tenants;
  readonly clock: Clock;
  readonly runEngine: RunEngine;
}

export function createPlans({ database, tenants, clock, runEngine }: Dependencies): Plans {
  const missing = (): Refusal =>
    new Refusal('not_found', 'assistants.plan_not_found', 'There is no such plan.');
  const scopeOf = ({ companyId, userId }: Workspace) => ({ tenant: companyId, owner: userId });
  const reader = (workspace: Workspace) => database.scoped(scopeOf(workspace));

  /** Nothing is kept that cannot be scheduled. */
  async function taskCount(workspace: Workspace, plan: PlanFile, signal: AbortSignal): Promise<number> {
    tenants.requireRole(workspace, 'member');
    const { tasks } = await runEngine('validatePlanDocument', { plan }, { owner: workspace.userId, signal });
    return tasks;
  }

  async function find(workspace: Workspace, id: string): Promise<SavedPlan> {
    const found = await planOfId(reader(workspace), id);
    if (found === undefined) throw missing();
    return found;
  }

  async function version(workspace: Workspace, id: string, number: number) {
    const found = await versionOfPlan(reader(workspace), id, number);
    if (found === undefined) throw missing();
    const { document: plan, ...rest } = found;
    return { ...rest, plan };
  }

  return {
    version,
    list: (workspace, page) => plansOf(reader(workspace), page),

    async get(workspace, id) {
      const found = await find(workspace, id);
      const { plan } = await version(workspace, id, found.version);
      return { ...found, plan };
    },

    async versions(workspace, id) {
      await find(workspace, id);
      return versionsOf(reader(workspace), id, keptVersions);
    },

    async create(workspace, { name, plan, note }, signal) {
      const tasks = await taskCount(workspace, plan, signal);
      const now = clock();
      const authorId = workspace.userId;
      const made: SavedPlan = {
        id: newId(now.getTime()),
        name: name.trim(),
        version: 1,
        tasks,
        authorId,
        createdAt: now,
        updatedAt: now,
      };
      await database.transaction(
        async (tx) => {
          if ((await lockPlans(tx, workspace.companyId)) >= mostPlans)
            throw new Refusal(
              'limited',
              'assistants.too_many_plans',
              `A company may keep ${mostPlans} plans.`,
            );
          await insertPlan(tx, workspace.companyId, made);
          const first = { version: 1, note, authorId, createdAt: now };
          await insertVersion(tx, workspace.companyId, made.id, first, plan);
        },
        { scope: scopeOf(workspace) },
      );
      return made;
    },

    async change(workspace, id, baseVersion, { name, plan, note }, signal) {
      await find(workspace, id);
      const tasks = await taskCount(workspace, plan, signal);
      return database.transaction(
        async (tx) => {
          const found = await lockPlan(tx, id);
          if (found === undefined) throw missing();
          if (found.version !== baseVersion)
            throw new Refusal(
              'conflict',
              'assistants.plan_changed',
              'Somebody changed this plan in the meantime.',
              {
                version: found.version,
              },
            );
          const now = clock();
          const changed = { ...found, name: name.trim(), version: baseVersion + 1, tasks, updatedAt: now };
          await updatePlan(tx, changed);
          const next = { version: changed.version, note, authorId: workspace.userId, createdAt: now };
          await insertVersion(tx, workspace.companyId, id, next, plan);
          await trimVersions(tx, id, changed.version, keptVersions);
          return changed;
        },
        { scope: scopeOf(workspace) },
      );
    },

    delete: (workspace, id) =>
      database.transaction(
        async (tx) => {
          const found = await lockPlan(tx, id);
          if (found === undefined) throw missing();
          tenants.requireRole(workspace, found.authorId === workspace.userId ? 'member' : 'admin');
          await removePlan(tx, id);
        },
        { scope: scopeOf(workspace) },
      ),
  };
}
