import { useApi, useInvalidate, useNotice, useText } from '#platform/web';
import {
  answerFriendRequest,
  askFriend,
  blockPlayer,
  cancelFriendRequest,
  getPlayer,
  listBlocks,
  listFriendRequests,
  listFriends,
  removeFriend,
  unblockPlayer,
} from '../../../contract/index.ts';
import { peopleTexts } from '../texts.ts';
import type { Move } from './relation.rules.ts';

export interface MoveTarget {
  readonly id: string;
  readonly name: string;
  /** Of the request between the two, while there is one. */
  readonly requestId: string | null;
}

/** Does a move and says so; rejects with the problem. What is shown elsewhere follows in either case. */
export function useMoves(): (move: Move, target: MoveTarget) => Promise<void> {
  const { call } = useApi();
  const t = useText(peopleTexts);
  const notice = useNotice();
  const invalidate = useInvalidate();

  const perform = async (move: Move, { id, requestId }: MoveTarget): Promise<Move> => {
    const params = { user_id: id };
    const request = { id: requestId ?? '' };
    switch (move) {
      case 'ask': {
        const { state } = await call(askFriend, { body: { user_id: id } });
        // They had asked meanwhile: that settles it.
        return state === 'accepted' ? 'accept' : move;
      }
      case 'accept':
      case 'decline':
        await call(answerFriendRequest, { params: request, body: { accept: move === 'accept' } });
        return move;
      case 'take_back':
        await call(cancelFriendRequest, { params: request });
        return move;
      case 'remove':
        await call(removeFriend, { params });
        return move;
      case 'block':
        await call(blockPlayer, { params });
        return move;
      case 'unblock':
        await call(unblockPlayer, { params });
        return move;
    }
  };

  return async (move, target) => {
    try {
      const done = await perform(move, target);
      notice.success(t(`done.${done}`, { name: target.name }));
    } finally {
      await invalidate(getPlayer, listFriends, listFriendRequests, listBlocks);
    }
  };
}
