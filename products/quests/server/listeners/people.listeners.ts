import type { ListenDoor } from '#platform/server/modules';
import * as contract from '../../contract/index.ts';
import type { QuestsService } from '../quests.ts';

/** People are told what concerns them. */
export function listenToPeople({ on, service: { tell } }: ListenDoor<QuestsService>): void {
  on(contract.FriendRequested, 'quests.tell_friend_requested', ({ id, payload }) =>
    tell.friendRequested(payload.to_id, payload.from_id, id),
  );
  on(contract.FriendAccepted, 'quests.tell_friend_accepted', ({ id, payload }) =>
    tell.friendAccepted(payload.from_id, payload.to_id, id),
  );
  on(contract.ReviewWritten, 'quests.tell_review_written', ({ id, payload }) =>
    tell.reviewWritten(payload.author_id, payload.quest_id, payload.stars, id),
  );
  on(contract.QuestReported, 'quests.tell_quest_reported', ({ id, payload }) =>
    tell.questReported(payload.author_id, payload.quest_id, id),
  );
  on(contract.OrderPaid, 'quests.tell_order_paid', ({ id, payload }) =>
    tell.orderMoved(payload.buyer_id, payload.order_id, 'paid', id),
  );
  on(contract.OrderMoved, 'quests.tell_order_moved', ({ id, payload }) =>
    tell.orderMoved(
      payload.buyer_id,
      payload.order_id,
      payload.state === 'paid' ? payload.delivery_state : payload.state,
      id,
    ),
  );
  on(contract.PayoutDecided, 'quests.tell_payout_decided', ({ id, payload }) =>
    tell.payoutDecided(payload.author_id, payload.paid, id),
  );
}
