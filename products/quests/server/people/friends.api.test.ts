import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#base/ids';
import { picture, published } from '#capabilities/files/testing';
import { analyticsModule } from '#modules/capabilities/analytics';
import { chatModule } from '#modules/capabilities/chat';
import { filesModule } from '#modules/capabilities/files';
import { geoModule } from '#modules/capabilities/geo';
import { identityModule } from '#modules/capabilities/identity';
import { moderationModule } from '#modules/capabilities/moderation';
import { notificationsModule } from '#modules/capabilities/notifications';
import { paymentsModule } from '#modules/capabilities/payments';
import { recommendationsModule } from '#modules/capabilities/recommendations';
import { searchModule } from '#modules/capabilities/search';
import { questsModule } from '#modules/products/quests';
import { sql } from '#platform/server/database';
import type { TestClient } from '#platform/testing';
import * as contract from '../../contract/index.ts';
import { publishedQuest, type QuestsApp, startQuests } from '../../testing/index.ts';

const modules = [
  identityModule,
  filesModule,
  geoModule,
  searchModule,
  analyticsModule,
  notificationsModule,
  paymentsModule,
  moderationModule,
  recommendationsModule,
  chatModule,
  questsModule,
];

interface Person {
  readonly id: string;
  readonly call: TestClient;
}

let quests: QuestsApp;
let names = 0;

beforeAll(async () => {
  quests = await startQuests({ modules });
});

afterAll(() => quests.close());

async function somebody(): Promise<Person> {
  names += 1;
  return quests.person(`person${names}`);
}

const two = async (): Promise<readonly [Person, Person]> => [await somebody(), await somebody()];
const ask = ({ call }: Person, { id }: Person) => call(contract.askFriend, { body: { user_id: id } });
const friendsOf = async ({ call }: Person) =>
  (await call(contract.listFriends)).reply().items.map(({ id }) => id);
const relation = async ({ call }: Person, { id }: Person) =>
  (await call(contract.getPlayer, { params: { id } })).reply().relation;

async function befriend(one: Person, other: Person): Promise<void> {
  const { id } = (await ask(one, other)).reply();
  (await other.call(contract.answerFriendRequest, { params: { id }, body: { accept: true } })).reply();
}

/** How many friendships and open requests there are between two persons. */
async function between(one: Person, other: Person): Promise<readonly [friendships: number, open: number]> {
  const ids = [one.id, other.id];
  const row = await quests.app.app.database.row<{ friendships: number; open: number }>(sql`
    SELECT (SELECT count(*)::int FROM quests.friendship WHERE one_id = ANY(${ids}::uuid[]) AND other_id = ANY(${ids}::uuid[])) AS friendships,
      (SELECT count(*)::int FROM quests.friend_request
        WHERE state = 'pending' AND from_id = ANY(${ids}::uuid[]) AND to_id = ANY(${ids}::uuid[])) AS open`);
  return [row?.friendships ?? -1, row?.open ?? -1];
}

describe('friendship', () => {
  it('is asked for, accepted and ended', async () => {
    const [anna, boris] = await two();
    const request = (await ask(anna, boris)).reply();
    expect(request).toMatchObject({ state: 'pending', from: { id: anna.id }, to: { id: boris.id } });
    expect([await relation(anna, boris), await relation(boris, anna)]).toEqual(['asked_by_me', 'asks_me']);
    const incoming = (await boris.call(contract.listFriendRequests)).reply().items;
    const outgoing = (
      await anna.call(contract.listFriendRequests, { query: { direction: 'outgoing' } })
    ).reply().items;
    expect([incoming, outgoing].map((list) => list.map(({ id }) => id))).toEqual([
      [request.id],
      [request.id],
    ]);

    const accept = { params: { id: request.id }, body: { accept: true } };
    expect((await anna.call(contract.answerFriendRequest, accept)).status).toBe(404);
    expect((await boris.call(contract.answerFriendRequest, accept)).reply().state).toBe('accepted');
    expect((await boris.call(contract.answerFriendRequest, accept)).reply().state).toBe('accepted');
    const decline = { params: { id: request.id }, body: { accept: false } };
    expect((await boris.call(contract.answerFriendRequest, decline)).problem().code).toBe(
      'quests.request_settled',
    );
    expect([await friendsOf(anna), await friendsOf(boris)]).toEqual([[boris.id], [anna.id]]);
    expect((await ask(anna, boris)).problem().code).toBe('quests.already_friends');

    expect((await anna.call(contract.removeFriend, { params: { user_id: boris.id } })).status).toBe(204);
    expect(await friendsOf(boris)).toEqual([]);
    expect(await relation(anna, boris)).toBe('none');
  });

  it('is declined, taken back, and not asked for twice', async () => {
    const [anna, boris] = await two();
    const request = (await ask(anna, boris)).reply();
    const again = await ask(anna, boris);
    expect([again.status, again.problem().code]).toEqual([409, 'quests.already_asked']);
    const others = { params: { id: request.id } };
    expect((await boris.call(contract.cancelFriendRequest, others)).status).toBe(404);
    expect((await anna.call(contract.cancelFriendRequest, others)).status).toBe(204);
    expect((await anna.call(contract.cancelFriendRequest, others)).status).toBe(404);

    const second = (await ask(anna, boris)).reply();
    const decline = { params: { id: second.id }, body: { accept: false } };
    expect((await boris.call(contract.answerFriendRequest, decline)).reply().state).toBe('declined');
    const late = await anna.call(contract.cancelFriendRequest, { params: { id: second.id } });
    expect([late.status, late.problem().code]).toEqual([409, 'quests.request_settled']);
    expect(await friendsOf(anna)).toEqual([]);
  });

  it('is not with oneself, and not with nobody', async () => {
    const anna = await somebody();
    const self = await ask(anna, anna);
    expect([self.status, self.problem().code]).toEqual([409, 'quests.not_yourself']);
    const nobody = await anna.call(contract.askFriend, { body: { user_id: newId() } });
    expect([nobody.status, nobody.problem().code]).toEqual([404, 'quests.player_not_found']);
  });

  it('comes about once when both ask at the same time', async () => {
    for (let round = 0; round < 6; round += 1) {
      const [anna, boris] = await two();
      const answers = await Promise.all([
        ask(anna, boris),
        ask(boris, anna),
        ask(anna, boris),
        ask(boris, anna),
        ask(anna, boris),
        ask(boris, anna),
      ]);
      expect(answers.filter(({ status }) => status === 201)).toHaveLength(2);
      expect(await between(anna, boris)).toEqual([1, 0]);
    }
  });

  it('leaves nothing behind when one asks while the other blocks', async () => {
    for (let round = 0; round < 6; round += 1) {
      const [anna, boris] = await two();
      const block = boris.call(contract.blockPlayer, { params: { user_id: anna.id } });
      await Promise.all([ask(anna, boris), block, ask(anna, boris)]);
      expect(await between(anna, boris)).toEqual([0, 0]);
    }
  });

  it('is asked for once by the same key', async () => {
    const [anna, boris] = await two();
    const headers = { 'idempotency-key': newId() };
    const first = await anna.call(contract.askFriend, { body: { user_id: boris.id }, headers });
    const replay = await anna.call(contract.askFriend, { body: { user_id: boris.id }, headers });
    expect([replay.status, replay.reply()]).toEqual([201, first.reply()]);
    const other = await anna.call(contract.askFriend, { body: { user_id: anna.id }, headers });
    expect(other.status).toBe(422);
  });

  it('lists come page by page', async () => {
    const anna = await somebody();
    for (let count = 0; count < 3; count += 1) await befriend(anna, await somebody());
    const first = (await anna.call(contract.listFriends, { query: { limit: 2 } })).reply();
    const rest = (
      await anna.call(contract.listFriends, { query: { limit: 2, cursor: first.next_cursor ?? '' } })
    ).reply();
    expect([first.items.length, rest.items.length, rest.next_cursor]).toEqual([2, 1, null]);
    expect(new Set([...first.items, ...rest.items].map(({ id }) => id)).size).toBe(3);
  });
});

describe('a block', () => {
  it('ends the friendship and hides each from the other', async () => {
    const [anna, boris] = await two();
    await befriend(anna, boris);
    const block = { params: { user_id: anna.id } };
    expect((await boris.call(contract.blockPlayer, block)).status).toBe(204);
    expect((await boris.call(contract.blockPlayer, block)).status).toBe(204);
    expect(await friendsOf(anna)).toEqual([]);
    expect((await boris.call(contract.listBlocks)).reply().items.map(({ id }) => id)).toEqual([anna.id]);
    expect((await anna.call(contract.listBlocks)).reply().items).toEqual([]);

    // Whoever is blocked learns nothing of it.
    expect((await anna.call(contract.getPlayer, { params: { id: boris.id } })).status).toBe(404);
    expect((await ask(anna, boris)).problem().code).toBe('quests.player_not_found');
    const found = async (by: Person, { id }: Person, q: string) =>
      (await by.call(contract.findPlayers, { query: { q, limit: 100 } }))
        .reply()
        .items.some((one) => one.id === id);
    const [nameOfAnna, nameOfBoris] = [`person${names - 1}`, `person${names}`];
    expect(await found(anna, boris, nameOfBoris)).toBe(false);
    expect(await found(boris, anna, nameOfAnna)).toBe(false);
    expect(await relation(boris, anna)).toBe('blocked');
    expect((await ask(boris, anna)).problem().code).toBe('quests.blocked');

    const lift = { params: { user_id: anna.id } };
    expect((await anna.call(contract.unblockPlayer, { params: { user_id: boris.id } })).status).toBe(204);
    expect((await anna.call(contract.getPlayer, { params: { id: boris.id } })).status).toBe(404);
    expect((await boris.call(contract.unblockPlayer, lift)).status).toBe(204);
    expect(await relation(anna, boris)).toBe('none');
    expect(await found(anna, boris, nameOfBoris)).toBe(true);
  });

  it('is not on oneself, and not on nobody; it takes an open request away', async () => {
    const [anna, boris] = await two();
    const self = await anna.call(contract.blockPlayer, { params: { user_id: anna.id } });
    expect([self.status, self.problem().code]).toEqual([409, 'quests.not_yourself']);
    expect((await anna.call(contract.blockPlayer, { params: { user_id: newId() } })).status).toBe(404);
    const { id } = (await ask(anna, boris)).reply();
    (await boris.call(contract.blockPlayer, { params: { user_id: anna.id } })).reply();
    expect(
      (await boris.call(contract.answerFriendRequest, { params: { id }, body: { accept: true } })).status,
    ).toBe(404);
    expect(await between(anna, boris)).toEqual([0, 0]);
  });
});

describe('a player’s page', () => {
  it('is changed by its owner and shows others what they may see', async () => {
    const [anna, boris] = await two();
    const avatar = await published(anna.call, await picture('png', { seed: 901 }), {
      purpose: 'quests.avatar',
    });
    const body = {
      about: 'I walk.',
      instagram: 'anna.walks',
      city: 'saint-petersburg',
      private: true,
      avatar_file_id: avatar.id,
    };
    const mine = (await anna.call(contract.updatePlayer, { body })).reply();
    expect(mine).toMatchObject({ relation: 'self', about: 'I walk.', private: true, credits: 0 });
    expect(mine.avatar?.id).toBe(avatar.id);
    const seen = (await boris.call(contract.getPlayer, { params: { id: anna.id } })).reply();
    expect(seen).toMatchObject({ about: 'I walk.', instagram: null, credits: null, private: false });
    await befriend(anna, boris);
    const byFriend = (await boris.call(contract.getPlayer, { params: { id: anna.id } })).reply();
    expect(byFriend).toMatchObject({
      instagram: 'anna.walks',
      relation: 'friend',
      friend_count: 1,
      credits: null,
    });
    const me = (await anna.call(contract.getPlayer, { params: { id: 'me' } })).reply();
    expect(me).toMatchObject({ id: anna.id, city: { code: 'saint-petersburg' } });
    const cleared = (
      await anna.call(contract.updatePlayer, { body: { avatar_file_id: null, city: null } })
    ).reply();
    expect([cleared.avatar, cleared.city]).toEqual([null, null]);
  });

  it('takes no file of another person, and no city that is not in the dictionary', async () => {
    const [anna, boris] = await two();
    const avatar = await published(anna.call, await picture('png', { seed: 902 }), {
      purpose: 'quests.avatar',
    });
    const stolen = await boris.call(contract.updatePlayer, { body: { avatar_file_id: avatar.id } });
    expect([stolen.status, stolen.problem().code]).toEqual([404, 'files.not_found']);
    const nowhere = await boris.call(contract.updatePlayer, { body: { city: 'atlantis' } });
    expect([nowhere.status, nowhere.problem().code]).toEqual([422, 'quests.entry_unknown']);
  });
});

describe('favourites and reports', () => {
  it('are the caller’s own, newest first; a quest nobody sees cannot be marked', async () => {
    const author = await quests.person('author-of-marks', ['author']);
    const moderator = await quests.person('moderator-of-marks', ['moderator']);
    const [anna, boris] = await two();
    const ids = [
      await publishedQuest(author.call, moderator.call),
      await publishedQuest(author.call, moderator.call, { title: 'The other walk' }),
    ];
    for (const id of ids) {
      const mark = { params: { quest_id: id } };
      expect((await anna.call(contract.addFavourite, mark)).status).toBe(204);
      expect((await anna.call(contract.addFavourite, mark)).status).toBe(204);
    }
    const first = (await anna.call(contract.listFavourites, { query: { limit: 1 } })).reply();
    const second = (
      await anna.call(contract.listFavourites, { query: { limit: 1, cursor: first.next_cursor ?? '' } })
    ).reply();
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(ids.toReversed());
    expect(second.next_cursor).toBeNull();
    expect((await anna.call(contract.listFavouriteIds)).reply().ids).toEqual(ids.toReversed());
    expect((await boris.call(contract.listFavourites)).reply().items).toEqual([]);
    expect((await boris.call(contract.listFavouriteIds)).reply().ids).toEqual([]);
    expect((await quests.nobody(contract.listFavouriteIds)).status).toBe(401);
    expect((await anna.call(contract.getMyQuest, { params: { id: ids[0] ?? '' } })).reply().favourite).toBe(
      true,
    );
    const gone = { params: { quest_id: ids[0] ?? '' } };
    expect((await anna.call(contract.removeFavourite, gone)).status).toBe(204);
    expect((await anna.call(contract.removeFavourite, gone)).status).toBe(204);
    expect((await anna.call(contract.listFavourites)).reply().items).toHaveLength(1);

    const [id = ''] = ids;
    const report = { params: { id }, body: { comment: 'The gate is shut.' } };
    expect((await anna.call(contract.reportPoint, report)).status).toBe(204);
    const again = { ...report, body: { comment: 'Still shut.' } };
    expect((await anna.call(contract.reportPoint, again)).status).toBe(204);
    const reports = (query: object) => author.call(contract.listMyReports, { query });
    const newest = (await reports({ limit: 1 })).reply();
    expect(newest.items).toMatchObject([{ quest_id: id, comment: 'Still shut.', point_title: null }]);
    const older = (await reports({ limit: 1, cursor: newest.next_cursor ?? '' })).reply();
    expect(older).toMatchObject({ items: [{ comment: 'The gate is shut.' }], next_cursor: null });
    expect(JSON.stringify(newest)).not.toContain(anna.id);
    expect((await reports({ quest_id: ids[1] ?? '' })).reply().items).toEqual([]);
    const other = await quests.person('other-author', ['author']);
    expect((await other.call(contract.listMyReports)).reply().items).toEqual([]);
    expect((await anna.call(contract.listMyReports)).status).toBe(403);
    expect((await quests.nobody(contract.listMyReports)).status).toBe(401);
    expect((await reports({ cursor: 'nonsense' })).status).toBe(422);
    (await author.call(contract.archiveQuest, { params: { id } })).reply();
    const late = await boris.call(contract.addFavourite, { params: { quest_id: id } });
    expect([late.status, late.problem().code]).toEqual([404, 'quests.quest_not_found']);
    expect((await boris.call(contract.reportPoint, report)).status).toBe(404);
  });
});

describe('a team', () => {
  it('is known to its members only, led by its captain, closed by the last one', async () => {
    const [anna, boris] = await two();
    const stranger = await somebody();
    const team = (await anna.call(contract.createTeam, { body: { name: 'Sphinxes' } })).reply();
    const params = { id: team.id };
    expect((await stranger.call(contract.getTeam, { params })).problem().code).toBe('quests.team_not_found');
    const wrong = await boris.call(contract.joinTeam, { body: { invite_code: 'ZZZZ2222' } });
    expect([wrong.status, wrong.problem().code]).toEqual([404, 'quests.team_not_found']);
    const join = { body: { invite_code: team.invite_code } };
    expect((await boris.call(contract.joinTeam, join)).reply().members).toHaveLength(2);
    expect((await boris.call(contract.joinTeam, join)).reply().members).toHaveLength(2);

    const rename = { params, body: { name: 'Lions' } };
    expect((await boris.call(contract.updateTeam, rename)).problem().code).toBe('quests.not_captain');
    expect((await stranger.call(contract.updateTeam, rename)).status).toBe(404);
    expect((await anna.call(contract.updateTeam, rename)).reply().name).toBe('Lions');
    const outsider = { params, body: { captain_id: stranger.id } };
    expect((await anna.call(contract.updateTeam, outsider)).problem().code).toBe('quests.not_a_member');
    const renewed = (await anna.call(contract.updateTeam, { params, body: { renew_invite: true } })).reply();
    expect(renewed.invite_code).not.toBe(team.invite_code);
    expect((await stranger.call(contract.joinTeam, join)).status).toBe(404);

    const handed = { params, body: { captain_id: boris.id } };
    expect((await anna.call(contract.updateTeam, handed)).reply().captain_id).toBe(boris.id);
    const takeOut = (user_id: string) => ({ params: { ...params, user_id } });
    expect((await anna.call(contract.leaveTeam, takeOut(boris.id))).problem().code).toBe(
      'quests.not_captain',
    );
    expect((await boris.call(contract.leaveTeam, takeOut(anna.id))).status).toBe(204);
    expect((await anna.call(contract.getTeam, { params })).status).toBe(404);
    expect((await boris.call(contract.leaveTeam, takeOut(boris.id))).status).toBe(204);
    expect((await boris.call(contract.listTeams)).reply().items).toEqual([]);
  });

  it('is made once by the same key', async () => {
    const anna = await somebody();
    const headers = { 'idempotency-key': newId() };
    const first = (await anna.call(contract.createTeam, { body: { name: 'Twins' }, headers })).reply();
    const replay = (await anna.call(contract.createTeam, { body: { name: 'Twins' }, headers })).reply();
    expect(replay.id).toBe(first.id);
    expect((await anna.call(contract.createTeam, { body: { name: 'Others' }, headers })).status).toBe(422);
    expect((await anna.call(contract.listTeams)).reply().items).toHaveLength(1);
  });
});

describe('leaderboards', () => {
  it('say what they need, and are empty where nobody walked', async () => {
    const anna = await somebody();
    for (const board of ['quest', 'city'] as const) {
      const answer = await anna.call(contract.getLeaderboard, { params: { board } });
      expect([answer.status, answer.problem().code]).toEqual([422, 'quests.board_needs_subject']);
    }
    const friends = await quests.nobody(contract.getLeaderboard, { params: { board: 'friends' } });
    expect([friends.status, friends.problem().code]).toEqual([401, 'identity.token_missing']);
    const week = (await quests.nobody(contract.getLeaderboard, { params: { board: 'week' } })).reply();
    expect(week).toEqual({ items: [], mine: null });
  });
});
