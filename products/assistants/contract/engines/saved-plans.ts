import { type Static, Type } from 'typebox';
import { defineRoute, Id, IdParams, Instant, Nullable, PageOf, pageQuery } from '#platform/contract';
import { AllOf } from '../lists.ts';
import { PlanDocument, planBody } from './plans.ts';
import { engineRefusals, useEngines } from './shapes.ts';

const Name = Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' });
const Note = Type.String({ maxLength: 500 });

/** A plan a company keeps. */
export const SavedPlan = Type.Object({
  id: Id,
  name: Type.String(),
  version: Type.Integer({ minimum: 1 }),
  tasks: Type.Integer(),
  author_id: Nullable(Id),
  created_at: Instant,
  updated_at: Instant,
});

export type SavedPlan = Static<typeof SavedPlan>;

export const SavedPlanDetail = Type.Object({ ...SavedPlan.properties, plan: PlanDocument });

export type SavedPlanDetail = Static<typeof SavedPlanDetail>;

const missing = ['tenants.company_not_found', 'assistants.plan_not_found'] as const;
const writing = [...engineRefusals, 'assistants.plan_invalid', 'tenants.role_too_low'] as const;

export const listPlans = defineRoute({
  method: 'GET',
  path: '/api/assistants/plans',
  name: 'assistants.list_plans',
  summary: 'Plans of my company, the last made first',
  ...useEngines,
  query: Type.Object(pageQuery),
  reply: PageOf(SavedPlan),
  refusals: ['tenants.company_not_found', 'assistants.bad_cursor'],
});

export const createPlan = defineRoute({
  method: 'POST',
  path: '/api/assistants/plans',
  name: 'assistants.create_plan',
  summary: 'Keep a plan (members of the company)',
  ...useEngines,
  body: Type.Object({ name: Name, plan: PlanDocument, note: Type.Optional(Note) }),
  reply: SavedPlan,
  status: 201,
  bodyLimit: planBody,
  refusals: [...writing, 'assistants.too_many_plans'],
});

export const getPlan = defineRoute({
  method: 'GET',
  path: '/api/assistants/plans/:id',
  name: 'assistants.get_plan',
  summary: 'A saved plan',
  ...useEngines,
  params: IdParams,
  reply: SavedPlanDetail,
  refusals: [...missing],
});

export const changePlan = defineRoute({
  method: 'PUT',
  path: '/api/assistants/plans/:id',
  name: 'assistants.change_plan',
  summary: 'Write a new version of a plan (members of the company)',
  ...useEngines,
  params: IdParams,
  body: Type.Object({
    name: Name,
    plan: PlanDocument,
    note: Type.Optional(Note),
    /** The version the change was made from: another one by now is a conflict. */
    base_version: Type.Integer({ minimum: 1 }),
  }),
  reply: SavedPlan,
  bodyLimit: planBody,
  refusals: [...missing, ...writing, 'assistants.plan_changed'],
});

export const deletePlan = defineRoute({
  method: 'DELETE',
  path: '/api/assistants/plans/:id',
  name: 'assistants.delete_plan',
  summary: 'Delete a plan with its versions: one’s own, or any as an administrator of the company',
  ...useEngines,
  params: IdParams,
  status: 204,
  refusals: [...missing, 'tenants.role_too_low'],
});

export const PlanVersion = Type.Object({
  version: Type.Integer(),
  note: Type.String(),
  author_id: Nullable(Id),
  created_at: Instant,
});

export type PlanVersion = Static<typeof PlanVersion>;

export const listPlanVersions = defineRoute({
  method: 'GET',
  path: '/api/assistants/plans/:id/versions',
  name: 'assistants.list_plan_versions',
  summary: 'Versions of a plan, newest first, the last 100',
  ...useEngines,
  params: IdParams,
  reply: AllOf(PlanVersion),
  refusals: [...missing],
});

export const getPlanVersion = defineRoute({
  method: 'GET',
  path: '/api/assistants/plans/:id/versions/:version',
  name: 'assistants.get_plan_version',
  summary: 'A plan as it was in one version',
  ...useEngines,
  params: Type.Object({ id: Id, version: Type.Integer({ minimum: 1, maximum: 1_000_000 }) }),
  reply: Type.Object({ ...PlanVersion.properties, plan: PlanDocument }),
  refusals: [...missing],
});
