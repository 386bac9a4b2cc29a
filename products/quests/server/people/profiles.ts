import { Refusal } from '#base/refusal';
import type { Clock } from '#base/time';
import type { Files } from '#capabilities/files/server';
import type { Payments } from '#capabilities/payments/server';
import type { Database, Tx } from '#platform/server/database';
import type { Caller } from '#platform/server/http';
import type { Player } from '../../contract/index.ts';
import type { Invalidation } from '../caching/invalidation.ts';
import type { PlayersRoom } from '../players/players.ts';
import type { PlayRecords } from '../rooms.ts';
import { areFriends, findBlockBetween, findOpenRequest } from './friend.store.ts';
import { ensurePlayer, findPlayer, lockAvatar, type PlayerChange, updatePlayerRow } from './profile.store.ts';

/** Pages of players. */
export interface Profiles {
  /** What somebody keeps to themselves is left out for others. */
  page(caller: Caller, userId: string): Promise<Player>;
  update(caller: Caller, change: PlayerChange): Promise<Player>;
  /** Whether the caller may see what a player did: their own, of friends, or of who does not keep it to themselves. */
  mayReadHistory(caller: Caller, userId: string): Promise<boolean>;
}

export interface ProfilesNeeds {
  readonly database: Database;
  readonly clock: Clock;
  readonly files: Files;
  readonly payments: Payments;
  readonly players: PlayersRoom;
  readonly invalidation: Invalidation;
  readonly records: PlayRecords;
}

const notFound = () => new Refusal('not_found', 'quests.player_not_found', 'There is no such player.');

type Relation = Pick<Player, 'relation' | 'friend_request_id'>;

export function createProfiles(needs: ProfilesNeeds): Profiles {
  const { database, clock, files, payments, players, invalidation, records } = needs;

  async function relation(callerId: string, userId: string): Promise<Relation> {
    if (callerId === userId) return { relation: 'self', friend_request_id: null };
    const [blocks, friends, request] = await Promise.all([
      findBlockBetween(database, callerId, userId),
      areFriends(database, callerId, userId),
      findOpenRequest(database, callerId, userId),
    ]);
    if (blocks.byOther) throw notFound();
    if (blocks.byOne) return { relation: 'blocked', friend_request_id: null };
    if (friends) return { relation: 'friend', friend_request_id: null };
    if (request === undefined) return { relation: 'none', friend_request_id: null };
    return {
      relation: request.from_id === callerId ? 'asked_by_me' : 'asks_me',
      friend_request_id: request.id,
    };
  }

  async function changeAvatar(tx: Tx, userId: string, fileId: string | null): Promise<void> {
    const before = await lockAvatar(tx, userId);
    if (before === fileId) return;
    const use = { purpose: 'quests.avatar', subjectId: userId };
    if (fileId !== null) await files.attach(tx, { ...use, ownerId: userId, fileIds: [fileId] });
    if (before !== null) await files.detach(tx, { ...use, fileIds: [before] });
  }

  async function page(caller: Caller, userId: string): Promise<Player> {
    const own = caller.userId === userId;
    const [brief, about] = await Promise.all([players.briefs([userId]), relation(caller.userId, userId)]);
    const person = brief.get(userId);
    if (person === undefined) throw notFound();
    const row = await findPlayer(database, userId);
    const seen = own || about.relation === 'friend' || row?.private !== true;
    const [totals, credits] = await Promise.all([
      seen ? records.totals(database, userId) : { finished: 0, score: 0 },
      own ? payments.ledger.balance(database, `user:${userId}:credits`, 'RUB') : null,
    ]);
    return {
      ...person,
      ...about,
      about: row?.about ?? '',
      instagram: seen ? (row?.instagram ?? null) : null,
      city:
        row?.city_code == null
          ? null
          : { code: row.city_code, name: { ru: row.city_ru ?? '', en: row.city_en ?? '' } },
      joined_at: (row?.joined_at ?? clock()).toISOString(),
      finished_count: totals.finished,
      score: totals.score,
      written_count: row?.written ?? 0,
      friend_count: row?.friends ?? 0,
      credits,
      private: own && row?.private === true,
    };
  }

  return {
    async mayReadHistory(caller, userId) {
      const { relation: known } = await relation(caller.userId, userId);
      if (known === 'self' || known === 'friend') return true;
      return (await findPlayer(database, userId))?.private !== true;
    },
    async page(caller, userId) {
      if (caller.userId === userId) await database.transaction((tx) => ensurePlayer(tx, userId, clock()));
      return page(caller, userId);
    },
    async update(caller, change) {
      const { userId } = caller;
      await database.transaction(async (tx) => {
        await ensurePlayer(tx, userId, clock());
        if (change.avatarFileId !== undefined) await changeAvatar(tx, userId, change.avatarFileId);
        if (!(await updatePlayerRow(tx, userId, change)))
          throw new Refusal('invalid', 'quests.entry_unknown', 'There is no such city.', {
            errors: [{ pointer: '/body/city', message: 'is not in the dictionary' }],
          });
        await invalidation.forget(tx, { keys: [players.cacheKey(userId)] });
      });
      return page(caller, userId);
    },
  };
}
