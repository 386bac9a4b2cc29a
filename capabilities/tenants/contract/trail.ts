import { type Static, Type } from 'typebox';
import { defineRoute, Id, IdParams, Instant, Nullable, PageOf, pageQuery } from '#platform/contract';

/** One thing that happened in the company: ids and figures, without addresses and secrets. */
export const TrailEntry = Type.Object({
  seq: Type.Integer(),
  at: Instant,
  /** `tenants.joined`, `tenants.role_changed`, … */
  action: Type.String(),
  actor_id: Nullable(Id),
  /** Empty when the account is gone. */
  actor_name: Type.String(),
  /** The member it was done to, if it was one. */
  subject_name: Nullable(Type.String()),
  details: Type.Record(Type.String(), Type.Unknown()),
});

export type TrailEntry = Static<typeof TrailEntry>;

export const listTrail = defineRoute({
  method: 'GET',
  path: '/companies/:id/audit',
  name: 'tenants.list_trail',
  summary: 'What was done in the company, newest first (its administrators)',
  access: 'signed-in',
  scope: 'companies:manage',
  params: IdParams,
  query: Type.Object(pageQuery),
  reply: PageOf(TrailEntry),
  refusals: [
    'tenants.company_not_found',
    'tenants.role_too_low',
    'tenants.cursor_invalid',
    'tenants.directory_required',
    'tenants.second_factor_required',
  ],
});
