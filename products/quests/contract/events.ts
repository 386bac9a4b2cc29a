import { Type } from 'typebox';
import { defineEvent, Id, Nullable } from '#platform/contract';

const quest = { quest_id: Id, author_id: Id };
const session = { session_id: Id, quest_id: Id, player_ids: Type.Array(Id) };

/** Players see a new version. */
export const QuestPublished = defineEvent(
  'quests.quest_published.v1',
  Type.Object({ ...quest, version: Type.Integer() }),
);
/** A moderator sent a draft back. */
export const QuestRejected = defineEvent(
  'quests.quest_rejected.v1',
  Type.Object({ ...quest, reason_code: Type.String() }),
);
/** A quest changed in a way that pages show: caches let it go. */
export const QuestChanged = defineEvent('quests.quest_changed.v1', Type.Object({ quest_id: Id }));
/** Somebody finished; test walks do not tell. */
export const SessionFinished = defineEvent(
  'quests.session_finished.v1',
  Type.Object({ ...session, score: Type.Integer() }),
);
export const OrderPaid = defineEvent(
  'quests.order_paid.v1',
  Type.Object({ order_id: Id, buyer_id: Id, kind: Type.Enum(['quest', 'merch']), quest_id: Nullable(Id) }),
);
export const OrderMoved = defineEvent(
  'quests.order_moved.v1',
  Type.Object({ order_id: Id, buyer_id: Id, state: Type.String(), delivery_state: Type.String() }),
);
export const FriendRequested = defineEvent(
  'quests.friend_requested.v1',
  Type.Object({ request_id: Id, from_id: Id, to_id: Id }),
);
export const FriendAccepted = defineEvent(
  'quests.friend_accepted.v1',
  Type.Object({ request_id: Id, from_id: Id, to_id: Id }),
);
export const ReviewWritten = defineEvent(
  'quests.review_written.v1',
  Type.Object({ ...quest, review_id: Id, stars: Type.Integer() }),
);
export const QuestReported = defineEvent(
  'quests.quest_reported.v1',
  Type.Object({ ...quest, report_id: Id }),
);
export const PayoutDecided = defineEvent(
  'quests.payout_decided.v1',
  Type.Object({ payout_id: Id, author_id: Id, paid: Type.Boolean() }),
);
