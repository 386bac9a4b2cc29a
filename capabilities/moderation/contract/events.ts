import { Type } from 'typebox';
import { defineEvent, Id, Nullable } from '#platform/contract';

/** A moderator decided; what the decision does to the subject was done in the same transaction. */
export const ModerationCaseDecided = defineEvent(
  'moderation.case_decided.v1',
  Type.Object({
    case_id: Id,
    kind: Type.String(),
    subject_id: Type.String(),
    author_id: Nullable(Id),
    decision: Type.Enum(['approve', 'reject']),
    reason_code: Type.String(),
  }),
);
