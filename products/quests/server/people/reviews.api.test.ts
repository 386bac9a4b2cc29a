import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#base/ids';
import { picture, published } from '#capabilities/files/testing';
import { deleteMe, lockUser, login } from '#capabilities/identity/contract';
import { testPassword } from '#capabilities/identity/testing';
import { claimCase, decideCase, listCases } from '#capabilities/moderation/contract';
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
import { publishedQuest, type QuestsApp, readyDraft, startQuests } from '../../testing/index.ts';

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
let author: Person;
let moderator: TestClient;
let manager: TestClient;

beforeAll(async () => {
  quests = await startQuests({ modules });
  author = await quests.person('author', ['author']);
  moderator = (await quests.person('moderator', ['moderator'])).call;
  manager = (await quests.person('manager', ['manager'])).call;
});

afterAll(() => quests.close());

/** Somebody who has walked the quest to its end, with the help of an operator. */
async function walker(name: string, questId: string): Promise<Person> {
  const person = await quests.person(name);
  const { id } = (await person.call(contract.startSession, { body: { quest_id: questId } })).reply();
  const finish = { action: 'finish' as const, reason: 'For the test.' };
  (await manager(contract.repairSession, { params: { id }, body: finish })).reply();
  return person;
}

const write = ({ call }: Person, questId: string, stars: number, text = 'A fine walk.') =>
  call(contract.writeReview, { params: { id: questId }, body: { stars, text } });

async function rating(questId: string) {
  return (await quests.nobody(contract.getQuest, { params: { id: questId } })).reply().rating;
}

async function shown(call: TestClient, questId: string): Promise<readonly string[]> {
  const { items } = (await call(contract.listReviews, { params: { id: questId } })).reply();
  return items.map(({ id }) => id);
}

async function decide(by: TestClient, kind: string, subjectId: string | undefined, approve: boolean) {
  const { items } = (await by(listCases, { query: { kind, limit: 100 } })).reply();
  const found = items.find(({ subject_id: id }) => subjectId === undefined || id === subjectId);
  if (found === undefined) throw new Error('There is no open case.');
  (await by(claimCase, { params: { id: found.id } })).reply();
  const body = approve
    ? { decision: 'approve' as const, reason_code: 'fine' }
    : { decision: 'reject' as const, reason_code: 'profanity' };
  (await by(decideCase, { params: { id: found.id }, body })).reply();
}

describe('reviews', () => {
  it('are those of a quest that players may see', async () => {
    const draft = await readyDraft(author.call);
    const of = (call: TestClient, id: string) => call(contract.listReviews, { params: { id } });
    for (const unknown of [await of(quests.nobody, newId()), await of(quests.nobody, draft.id)])
      expect([unknown.status, unknown.problem().code]).toEqual([404, 'quests.quest_not_found']);
    expect((await of(author.call, draft.id)).reply().items).toEqual([]);
  });

  it('count at once when they are written, changed and deleted', async () => {
    const questId = await publishedQuest(author.call, moderator);
    const [anna, boris] = [await walker('anna', questId), await walker('boris', questId)];
    const first = (await write(anna, questId, 5)).reply();
    const second = (await write(boris, questId, 2)).reply();
    expect(await rating(questId)).toEqual({ average: 3.5, count: 2 });
    const changed = (
      await boris.call(contract.editReview, { params: { id: second.id }, body: { stars: 4 } })
    ).reply();
    expect(changed).toMatchObject({ stars: 4, text: 'A fine walk.', state: 'shown' });
    expect(changed.edited_at).not.toBeNull();
    expect(await rating(questId)).toEqual({ average: 4.5, count: 2 });
    expect(await shown(quests.nobody, questId)).toEqual([second.id, first.id]);

    expect((await boris.call(contract.deleteReview, { params: { id: second.id } })).status).toBe(204);
    expect((await boris.call(contract.deleteReview, { params: { id: second.id } })).status).toBe(404);
    expect(await rating(questId)).toEqual({ average: 5, count: 1 });
    expect((await write(boris, questId, 3)).status).toBe(201);
    expect(await rating(questId)).toEqual({ average: 4, count: 2 });
  });

  it('are one for each person, of their own, and only after the finish', async () => {
    const questId = await publishedQuest(author.call, moderator);
    const [clara, dan] = [await walker('clara', questId), await quests.person('dan')];
    const early = await write(dan, questId, 5);
    expect([early.status, early.problem().code]).toEqual([403, 'quests.review_needs_finish']);
    const answers = await Promise.all([...Array(8)].map(() => write(clara, questId, 5)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(7);
    expect(await rating(questId)).toEqual({ average: 5, count: 1 });
    const [id = ''] = await shown(clara.call, questId);
    const edit = await dan.call(contract.editReview, { params: { id }, body: { stars: 1 } });
    expect([edit.status, edit.problem().code]).toEqual([404, 'quests.review_not_found']);
    expect((await dan.call(contract.deleteReview, { params: { id } })).status).toBe(404);
  });

  it('are written once by the same key', async () => {
    const questId = await publishedQuest(author.call, moderator);
    const eva = await walker('eva', questId);
    const headers = { 'idempotency-key': newId() };
    const send = (stars: number) =>
      eva.call(contract.writeReview, { params: { id: questId }, body: { stars }, headers });
    const first = (await send(5)).reply();
    expect((await send(5)).reply()).toEqual(first);
    expect((await send(4)).status).toBe(422);
  });

  it('carry the author’s own pictures', async () => {
    const questId = await publishedQuest(author.call, moderator);
    const [fred, gina] = [await walker('fred', questId), await walker('gina', questId)];
    const photo = await published(fred.call, await picture('png', { seed: 801 }), {
      purpose: 'quests.review_photo',
    });
    const stolen = await gina.call(contract.writeReview, {
      params: { id: questId },
      body: { stars: 5, photo_file_ids: [photo.id] },
    });
    expect([stolen.status, stolen.problem().code]).toEqual([404, 'files.not_found']);
    const body = { stars: 5, photo_file_ids: [photo.id] };
    const review = (await fred.call(contract.writeReview, { params: { id: questId }, body })).reply();
    expect(review.photos.map(({ id }) => id)).toEqual([photo.id]);
    const without = { params: { id: review.id }, body: { photo_file_ids: [] } };
    expect((await fred.call(contract.editReview, without)).reply().photos).toEqual([]);
  });

  it('that swear are held, seen by their author only, and count when a moderator lets them through', async () => {
    const questId = await publishedQuest(author.call, moderator);
    const [hugo, ida] = [await walker('hugo', questId), await walker('ida', questId)];
    const held = (await write(hugo, questId, 1, 'Какое же говно, автор мудак и пидорас')).reply();
    expect(held.state).toBe('held');
    expect(await rating(questId)).toEqual({ average: null, count: 0 });
    expect([await shown(hugo.call, questId), await shown(ida.call, questId)]).toEqual([[held.id], []]);
    const report = { params: { id: held.id }, body: { comment: 'Rude' } };
    expect((await ida.call(contract.reportReview, report)).status).toBe(404);
    await decide(moderator, 'quests.review', held.id, true);
    expect(await rating(questId)).toEqual({ average: 1, count: 1 });
    expect(await shown(ida.call, questId)).toEqual([held.id]);
  });

  it('that were reported are taken down by a moderator, and stop counting', async () => {
    const questId = await publishedQuest(author.call, moderator);
    const [jack, kate] = [await walker('jack', questId), await quests.person('kate')];
    const review = (await write(jack, questId, 2)).reply();
    const report = { params: { id: review.id }, body: { comment: 'It is about me.' } };
    expect((await kate.call(contract.reportReview, report)).status).toBe(204);
    expect(await rating(questId)).toEqual({ average: 2, count: 1 });
    await decide(moderator, 'quests.review', review.id, false);
    expect(await rating(questId)).toEqual({ average: null, count: 0 });
    expect(await shown(kate.call, questId)).toEqual([]);
    const own = (await jack.call(contract.listReviews, { params: { id: questId } })).reply().items;
    expect(own).toMatchObject([{ id: review.id, state: 'removed' }]);
    const edit = await jack.call(contract.editReview, { params: { id: review.id }, body: { stars: 5 } });
    expect(edit.status).toBe(404);
  });

  it('that turn foul when they are changed stop counting until a moderator looked', async () => {
    const questId = await publishedQuest(author.call, moderator);
    const lena = await walker('lena', questId);
    const review = (await write(lena, questId, 5)).reply();
    const body = { text: 'Говно, автор мудак и пидорас' };
    const changed = (await lena.call(contract.editReview, { params: { id: review.id }, body })).reply();
    expect(changed.state).toBe('held');
    expect(await rating(questId)).toEqual({ average: null, count: 0 });
  });
});

describe('a locked person', () => {
  it('asks to be let in, once at a time, and gets in when a moderator agrees', async () => {
    const person = await quests.person('locked');
    const admin = (await quests.person('admin', ['admin'])).call;
    (await admin(lockUser, { params: { id: person.id }, body: { reason: 'Many complaints' } })).reply();
    const signIn = () =>
      quests.nobody(login, { body: { email: 'locked@people.test', password: testPassword } });
    const refused = await signIn();
    expect([refused.status, refused.problem().code]).toEqual([403, 'identity.locked']);
    const token = String(Object(refused.problem())['unlock_token']);
    const body = { unlock_token: token, message: 'It was my brother.' };
    const asked = await quests.nobody(contract.requestUnlock, { body });
    expect([asked.status, asked.reply().state]).toEqual([202, 'open']);
    const again = await quests.nobody(contract.requestUnlock, { body });
    expect([again.status, again.problem().code]).toEqual([409, 'quests.unlock_pending']);
    const forged = await quests.nobody(contract.requestUnlock, {
      body: { ...body, unlock_token: `${token.slice(0, -4)}AAAA` },
    });
    expect([forged.status, forged.problem().code]).toEqual([401, 'identity.unlock_token_invalid']);

    await decide(admin, 'identity.unlock', undefined, false);
    expect((await signIn()).problem().code).toBe('identity.locked');
    expect((await quests.nobody(contract.requestUnlock, { body })).status).toBe(202);
    await decide(admin, 'identity.unlock', undefined, true);
    expect((await signIn()).status).toBe(200);
  });
});

describe('a person who leaves', () => {
  /** Tables of the quests that still tell of the person, each with what it tells. */
  async function traces(id: string): Promise<readonly string[]> {
    const { database } = quests.app.app;
    const tables = await database.rows<{ name: string }>(sql`
      SELECT table_name AS name FROM information_schema.tables
      WHERE table_schema = 'quests' AND table_type = 'BASE TABLE' ORDER BY table_name`);
    const found: string[] = [];
    for (const { name } of tables) {
      const query = `SELECT * FROM quests."${name}"`;
      const row = await database.row<{ text: string }>(
        sql`SELECT query_to_xml(${query}, true, true, '')::text AS text`,
      );
      // The team goes on under its name without the one who gave it.
      const text = (row?.text ?? '').replaceAll('Secret words as a team', '');
      if (text.includes(id)) found.push(`${name}: the id`);
      if (text.includes('Secret words')) found.push(`${name}: words`);
      if (/mia\.private|555-00-00/.test(text)) found.push(`${name}: contacts`);
    }
    return found;
  }

  it('leaves nothing of themselves in the tables of the quests, but keeps the rating of a quest true', async () => {
    const questId = await publishedQuest(author.call, moderator);
    const [mia, nils] = [await walker('mia', questId), await quests.person('nils')];
    (
      await mia.call(contract.updatePlayer, {
        body: { about: 'Secret words about Mia', instagram: 'mia.private' },
      })
    ).reply();
    (await write(mia, questId, 4, 'Secret words of Mia about the walk')).reply();
    const { id: request } = (await mia.call(contract.askFriend, { body: { user_id: nils.id } })).reply();
    const accept = { params: { id: request }, body: { accept: true } };
    (await nils.call(contract.answerFriendRequest, accept)).reply();
    const other = await quests.person('otto');
    (await other.call(contract.askFriend, { body: { user_id: mia.id } })).reply();
    (await mia.call(contract.blockPlayer, { params: { user_id: other.id } })).reply();
    (await mia.call(contract.addFavourite, { params: { quest_id: questId } })).reply();
    const report = { params: { id: questId }, body: { comment: 'Secret words of Mia, a report' } };
    (await mia.call(contract.reportPoint, report)).reply();
    const team = (await mia.call(contract.createTeam, { body: { name: 'Secret words as a team' } })).reply();
    (await nils.call(contract.joinTeam, { body: { invite_code: team.invite_code } })).reply();
    (await mia.call(contract.createTeam, { body: { name: 'Secret words alone' } })).reply();
    const merch = {
      title: { ru: 'Карта', en: 'Map' },
      description: { ru: 'Карта', en: 'Map' },
      price: { amount: 0, currency: 'RUB' as const },
      stock: 5,
      active: true,
      vat_code: 1,
    };
    const { id: article } = (await manager(contract.createMerch, { body: merch })).reply();
    const delivery = { name: 'Secret words', phone: '+7 921 555-00-00', address: 'Secret words street, 1' };
    const lines = [{ merch_id: article, quantity: 1 }];
    (await mia.call(contract.placeOrder, { body: { kind: 'merch', lines, delivery } })).reply();

    expect((await traces(mia.id)).length).toBeGreaterThan(10);
    expect((await mia.call(deleteMe, { body: { password: testPassword } })).status).toBe(204);

    expect(await traces(mia.id)).toEqual([]);
    expect(await rating(questId)).toEqual({ average: 4, count: 1 });
    expect((await nils.call(contract.listFriends)).reply().items).toEqual([]);
    const kept = (await nils.call(contract.getTeam, { params: { id: team.id } })).reply();
    expect([kept.captain_id, kept.members.length]).toEqual([nils.id, 1]);
    const reviews = (await nils.call(contract.listReviews, { params: { id: questId } })).reply().items;
    expect(reviews).toMatchObject([{ author: null, text: '', stars: 4 }]);
  });
});
