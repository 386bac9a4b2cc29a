import { type Static, Type } from 'typebox';
import { defineRoute, Id, Instant, Nullable, PageOf, pageQuery } from '#platform/contract';

/** One thing that happened: ids and figures, and the reason an operator gave, without addresses and secrets. */
export const AuditEntry = Type.Object({
  seq: Type.Integer(),
  at: Instant,
  /** `identity.signed_in`, `identity.roles_changed`, … */
  action: Type.String(),
  actor_id: Nullable(Id),
  subject_id: Nullable(Type.String()),
  details: Type.Record(Type.String(), Type.Unknown()),
  hash: Type.String(),
});
export type AuditEntry = Static<typeof AuditEntry>;

export const listAudit = defineRoute({
  method: 'GET',
  path: '/audit/',
  name: 'identity.list_audit',
  summary: 'The audit log, newest first',
  access: { permission: 'view_audit' },
  scope: 'audit:read',
  query: Type.Object({
    ...pageQuery,
    action: Type.Optional(Type.String({ maxLength: 100, pattern: '^[a-z0-9_.]+$' })),
    actor_id: Type.Optional(Id),
    subject_id: Type.Optional(Type.String({ maxLength: 100, pattern: '^[A-Za-z0-9_.:-]+$' })),
  }),
  reply: PageOf(AuditEntry),
  refusals: ['identity.cursor_invalid'],
});
