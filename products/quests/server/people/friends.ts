import { newId } from '#base/ids';
import { type Page, pageOf } from '#base/page';
import { Refusal } from '#base/refusal';
import type { Clock } from '#base/time';
import type { Chat } from '#capabilities/chat/server';
import type { Identity } from '#capabilities/identity/server';
import type { Database, Tx } from '#platform/server/database';
import type { Events } from '#platform/server/events';
import { FriendAccepted, FriendRequested } from '../../contract/index.ts';
import { decodeId } from '../catalogue/cursor.rules.ts';
import type { Friends } from '../rooms.ts';
import {
  areFriends,
  deleteBlock,
  deleteFriendship,
  deleteRequest,
  type FriendRow,
  findBlockBetween,
  findBlocks,
  findFriendIds,
  findFriends,
  findRequest,
  findRequests,
  insertBlock,
  insertFriendship,
  insertRequest,
  lockOpenRequest,
  lockPair,
  lockRequest,
  type RequestRow,
  settleRequest,
} from './friend.store.ts';

export type { FriendRow, RequestRow } from './friend.store.ts';

export interface PageInput {
  readonly limit: number;
  readonly cursor: string | undefined;
}

/** Friendship is asked for and answered; a block ends it in both directions. */
export interface FriendsRoom extends Friends {
  list(userId: string, page: PageInput): Promise<Page<FriendRow>>;
  remove(userId: string, friendId: string): Promise<void>;
  /** Answers the settled request when the other one had asked already. */
  ask(userId: string, otherId: string): Promise<RequestRow>;
  requests(userId: string, direction: 'incoming' | 'outgoing', page: PageInput): Promise<Page<RequestRow>>;
  answer(userId: string, requestId: string, accept: boolean): Promise<RequestRow>;
  takeBack(userId: string, requestId: string): Promise<void>;
  block(userId: string, otherId: string): Promise<void>;
  unblock(userId: string, otherId: string): Promise<void>;
  blocks(userId: string, page: PageInput): Promise<Page<FriendRow>>;
}

export interface FriendsNeeds {
  readonly database: Database;
  readonly clock: Clock;
  readonly events: Events;
  readonly identity: Identity;
  readonly chat: Chat;
}

const noRequest = () => new Refusal('not_found', 'quests.request_not_found', 'There is no such request.');
const settled = () => new Refusal('conflict', 'quests.request_settled', 'The request was answered already.');

export function createFriends({ database, clock, events, identity, chat }: FriendsNeeds): FriendsRoom {
  async function otherPerson(userId: string, otherId: string): Promise<void> {
    if (userId === otherId) throw new Refusal('conflict', 'quests.not_yourself', 'That is you.');
    if ((await identity.person(otherId)) === undefined)
      throw new Refusal('not_found', 'quests.player_not_found', 'There is no such player.');
  }

  async function accept(tx: Tx, request: RequestRow): Promise<RequestRow> {
    const now = clock();
    await settleRequest(tx, request.id, 'accepted', now);
    await insertFriendship(tx, request.from_id, request.to_id, now);
    await events.emit(tx, FriendAccepted, {
      request_id: request.id,
      from_id: request.from_id,
      to_id: request.to_id,
    });
    return { ...request, state: 'accepted' };
  }

  async function mayAsk(tx: Tx, userId: string, otherId: string): Promise<void> {
    const { byOne, byOther } = await findBlockBetween(tx, userId, otherId);
    if (byOne) throw new Refusal('conflict', 'quests.blocked', 'Lift the block first.');
    // Whoever is blocked learns nothing of it: the other one looks like nobody.
    if (byOther) throw new Refusal('not_found', 'quests.player_not_found', 'There is no such player.');
    if (await areFriends(tx, userId, otherId))
      throw new Refusal('conflict', 'quests.already_friends', 'You are friends already.');
  }

  const pageOfFriends = (rows: readonly FriendRow[], limit: number) =>
    pageOf(rows, limit, ({ user_id }) => user_id);

  return {
    friendIds: findFriendIds,
    list: async (userId, { limit, cursor }) =>
      pageOfFriends(
        await findFriends(database, userId, { limit: limit + 1, before: decodeId(cursor) }),
        limit,
      ),
    remove: (userId, friendId) => database.transaction((tx) => deleteFriendship(tx, userId, friendId)),
    async ask(userId, otherId) {
      await otherPerson(userId, otherId);
      return database.transaction(async (tx) => {
        await lockPair(tx, userId, otherId);
        await mayAsk(tx, userId, otherId);
        const now = clock();
        const request = { id: newId(now.getTime()), from_id: userId, to_id: otherId, created_at: now };
        if (await insertRequest(tx, request)) {
          await events.emit(tx, FriendRequested, { request_id: request.id, from_id: userId, to_id: otherId });
          return { ...request, state: 'pending' };
        }
        const open = await lockOpenRequest(tx, userId, otherId);
        if (open?.from_id === otherId) return accept(tx, open);
        throw new Refusal('conflict', 'quests.already_asked', 'You asked already; wait for the answer.');
      });
    },
    async requests(userId, direction, { limit, cursor }) {
      const rows = await findRequests(database, userId, direction, {
        limit: limit + 1,
        before: decodeId(cursor),
      });
      return pageOf(rows, limit, ({ id }) => id);
    },
    answer: (userId, requestId, wanted) =>
      database.transaction(async (tx) => {
        const seen = await findRequest(tx, requestId);
        if (seen === undefined || seen.to_id !== userId) throw noRequest();
        await lockPair(tx, seen.from_id, seen.to_id);
        const request = await lockRequest(tx, requestId);
        if (request === undefined) throw noRequest();
        const state = wanted ? 'accepted' : 'declined';
        if (request.state === state) return request;
        if (request.state !== 'pending') throw settled();
        if (wanted) return accept(tx, request);
        await settleRequest(tx, requestId, state, clock());
        return { ...request, state };
      }),
    takeBack: (userId, requestId) =>
      database.transaction(async (tx) => {
        const request = await lockRequest(tx, requestId);
        if (request === undefined || request.from_id !== userId) throw noRequest();
        if (request.state !== 'pending') throw settled();
        await deleteRequest(tx, requestId);
      }),
    async block(userId, otherId) {
      await otherPerson(userId, otherId);
      await database.transaction(async (tx) => {
        await lockPair(tx, userId, otherId);
        await deleteFriendship(tx, userId, otherId);
        const open = await lockOpenRequest(tx, userId, otherId);
        if (open !== undefined) await deleteRequest(tx, open.id);
        await insertBlock(tx, userId, otherId, clock());
        await chat.block(tx, userId, otherId);
      });
    },
    unblock: (userId, otherId) =>
      database.transaction(async (tx) => {
        await deleteBlock(tx, userId, otherId);
        await chat.unblock(tx, userId, otherId);
      }),
    blocks: async (userId, { limit, cursor }) =>
      pageOfFriends(
        await findBlocks(database, userId, { limit: limit + 1, before: decodeId(cursor) }),
        limit,
      ),
  };
}
