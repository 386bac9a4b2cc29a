import { type Static, Type } from 'typebox';
import type { BodyOf } from '#platform/contract';
import { Id } from '#platform/contract';
import type { PlayPoint, repairSession, Session } from '../../../contract/index.ts';

export const repairActions = ['complete_point', 'adjust_score', 'finish', 'reopen', 'set_ranked'] as const;
export type RepairAction = (typeof repairActions)[number];

/** A repair as its form holds it. */
export const RepairForm = Type.Object({
  action: Type.Enum([...repairActions]),
  point_id: Type.Optional(Id),
  by: Type.Optional(Type.Integer({ minimum: -10_000, maximum: 10_000 })),
  ranked: Type.Optional(Type.Enum(['yes', 'no'])),
  reason: Type.String({ minLength: 1, maxLength: 500, pattern: '\\S' }),
});
export type RepairForm = Static<typeof RepairForm>;

/** Points that can be completed for the player: reached, and not over. */
export const openPoints = (points: readonly PlayPoint[]): readonly PlayPoint[] =>
  points.filter(({ status }) => status === 'open' || status === 'arrived' || status === 'pending');

/** What can be done with a session as it stands. */
export function possibleActions({
  state,
  points,
}: Pick<Session, 'state' | 'points'>): readonly RepairAction[] {
  const isActive = state === 'active';
  return repairActions.filter((action) => {
    if (action === 'complete_point') return isActive && openPoints(points).length > 0;
    if (action === 'finish') return isActive;
    return action === 'reopen' ? !isActive : true;
  });
}

/** What is sent, or the field that is missing. */
export function repairBody(
  values: RepairForm,
): { readonly body: BodyOf<typeof repairSession> } | { readonly missing: 'point_id' | 'by' } {
  const { action, point_id, by, ranked } = values;
  const reason = values.reason.trim();
  switch (action) {
    case 'complete_point':
      return point_id === undefined ? { missing: 'point_id' } : { body: { action, point_id, reason } };
    case 'adjust_score':
      return by === undefined || by === 0 ? { missing: 'by' } : { body: { action, by, reason } };
    case 'finish':
    case 'reopen':
      return { body: { action, reason } };
    case 'set_ranked':
      return { body: { action, ranked: ranked !== 'no', reason } };
    default:
      return action satisfies never;
  }
}
