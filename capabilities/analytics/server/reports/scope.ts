import { type Sql, sql } from '#platform/server/database';

/** Whose numbers: everybody's, an owner's, or one subject's. */
export type ReportScope =
  | { readonly kind: 'all' }
  | { readonly kind: 'owner'; readonly ownerId: string }
  | { readonly kind: 'subject'; readonly subjectId: string };

/** Days, both included, as `YYYY-MM-DD` in UTC. */
export interface DayRange {
  readonly from: string;
  readonly to: string;
}

/** Under which id daily counts of the scope are kept. */
export function scopeIdOf(scope: ReportScope): string {
  if (scope.kind === 'all') return '';
  return scope.kind === 'owner' ? scope.ownerId : scope.subjectId;
}

/** A condition on the column `subject_id`. */
export function subjectsOf(scope: ReportScope): Sql {
  if (scope.kind === 'all') return sql`true`;
  return scope.kind === 'subject'
    ? sql`subject_id = ${scope.subjectId}`
    : sql`subject_id IN (SELECT o.subject_id FROM analytics.subject o WHERE o.owner_id = ${scope.ownerId})`;
}
