import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#base/ids';
import { moderationModule } from '#modules/capabilities/moderation';
import { sql, type Tx } from '#platform/server/database';
import { startTestApp, type TestApp, type TestClient, testClient } from '#platform/testing';
import * as contract from '../contract/index.ts';
import { mirroredHash } from './images/mirrored.ts';
import type { Moderation, NewCase } from './index.ts';
import {
  accountsModule,
  filesModule,
  type SampleProduct,
  sampleModule,
  tokenOf,
} from './moderation.fixture.ts';

const product: SampleProduct = { applied: [], texts: new Map(), images: new Map(), stubborn: new Set() };
const album = { hashes: new Map<string, string>(), bytes: new Map<string, Uint8Array>() };
const start = Date.parse('2026-11-21T12:00:00Z');
let now = start;
const minutes = (count: number) => count * 60_000;

let test: TestApp;
const both = ['moderate_content', 'moderate_reviews'] as const;
const people = { mia: newId(), max: newId(), admin: newId(), reader: newId(), reviewer: newId() };
let mia: TestClient;
let max: TestClient;
let admin: TestClient;
let reader: TestClient;
let reviewer: TestClient;

function moderation(): Moderation {
  if (product.moderation === undefined) throw new Error('The sample product was not built.');
  return product.moderation;
}
const inTx = <Result>(work: (tx: Tx) => Promise<Result>) => test.app.database.transaction(work);

async function opened(changes: Partial<NewCase> = {}): Promise<{ id: string; subjectId: string }> {
  const subjectId = changes.subjectId ?? newId();
  if (!product.texts.has(subjectId)) product.texts.set(subjectId, 'Обычный текст.');
  const id = await inTx((tx) =>
    moderation().open(tx, { kind: 'sample.photo', authorId: newId(), ...changes, subjectId }),
  );
  return { id, subjectId };
}

beforeAll(async () => {
  test = await startTestApp({
    modules: [accountsModule, filesModule(album), moderationModule, sampleModule(product)],
    clock: () => new Date(now),
  });
  mia = testClient(test, tokenOf(people.mia, both, ['moderator']));
  max = testClient(test, tokenOf(people.max, both, ['moderator']));
  admin = testClient(test, tokenOf(people.admin, both, ['admin']));
  reader = testClient(test, tokenOf(people.reader));
  reviewer = testClient(test, tokenOf(people.reviewer, ['moderate_reviews']));
});
afterAll(() => test.close());

const decided = { decision: 'reject', reason_code: 'spam' } as const;

describe('who may', () => {
  it('needs an account, and a permission of some kind', async () => {
    const { id } = await opened();
    const params = { id };
    const nobody = testClient(test);
    for (const client of [nobody, reader]) {
      const statuses = [
        (await client(contract.listCases)).status,
        (await client(contract.getCase, { params })).status,
        (await client(contract.claimCase, { params })).status,
        (await client(contract.releaseCase, { params })).status,
        (await client(contract.decideCase, { params, body: decided })).status,
        (await client(contract.getStats)).status,
        (await client(contract.listReasons)).status,
        (await client(contract.checkText, { body: { text: 'x' } })).status,
        (await client(contract.listImageBlocks)).status,
        (await client(contract.deleteImageBlock, { params })).status,
        (await client(contract.deleteReason, { params })).status,
      ];
      expect(new Set(statuses)).toEqual(new Set([client === nobody ? 401 : 403]));
    }
    expect((await reader(contract.listCases)).problem()).toMatchObject({
      code: 'moderation.not_a_moderator',
    });
  });

  it('sees only the kinds their permissions cover', async () => {
    const { id } = await opened();
    const review = await opened({ kind: 'sample.review' });
    const list = (await reviewer(contract.listCases, { query: { limit: 100 } })).reply();
    expect(new Set(list.items.map(({ kind }) => kind))).toEqual(new Set(['sample.review']));
    expect((await reviewer(contract.getCase, { params: { id: review.id } })).status).toBe(200);
    for (const route of [contract.getCase, contract.claimCase, contract.releaseCase])
      expect((await reviewer(route, { params: { id } })).status).toBe(404);
    expect((await reviewer(contract.decideCase, { params: { id }, body: decided })).status).toBe(404);
    expect((await reviewer(contract.listImageBlocks)).status).toBe(403);
  });

  it('never decides on their own work', async () => {
    const { id } = await opened({ authorId: people.mia });
    expect((await mia(contract.claimCase, { params: { id } })).problem()).toMatchObject({
      status: 403,
      code: 'moderation.own_work',
    });
  });
});

describe('the queue', () => {
  it('adds reports and flags to the open case of a subject', async () => {
    const subjectId = newId();
    product.texts.set(subjectId, 'Хуйня, звоните +7 916 123-45-67');
    const first = await opened({ subjectId, flags: [{ code: 'profanity', score: 0.9, at: [0, 5] }] });
    const reporter = newId();
    const again = await opened({ subjectId, reportedBy: reporter, comment: 'Грубо' });
    await opened({ subjectId, reportedBy: reporter });
    await opened({ subjectId, reportedBy: newId() });
    expect(again.id).toBe(first.id);
    const found = (await mia(contract.getCase, { params: { id: first.id } })).reply();
    expect(found).toMatchObject({ reports: 2, comments: ['Грубо'], status: 'open', late: false });
    expect(found.flags.map(({ code }) => code)).toEqual(['profanity', 'report']);
    expect(found.marks).toEqual([
      { code: 'profanity', score: 0.95, at: [0, 5] },
      { code: 'phone', score: 0.6, at: [16, 31] },
    ]);
    expect(found.history.map(({ act }) => act)).toEqual(['opened', 'reported', 'reported']);
    expect(JSON.stringify(found)).not.toContain(reporter);
  });

  it('opens one case however many open it at once', async () => {
    const subjectId = newId();
    const ids = await Promise.all(
      Array.from({ length: 12 }, () => opened({ subjectId, reportedBy: newId() })),
    );
    expect(new Set(ids.map(({ id }) => id)).size).toBe(1);
    const found = (await mia(contract.getCase, { params: { id: ids[0]?.id ?? '' } })).reply();
    expect(found.reports).toBe(12);
  });

  it('pages by due time and filters by kind, state, holder and lateness', async () => {
    now = start - minutes(60 * 24 * 10);
    const old = await opened({ kind: 'sample.review' });
    now = start;
    const first = (await mia(contract.listCases, { query: { limit: 1 } })).reply();
    expect(first.items[0]).toMatchObject({
      id: old.id,
      late: true,
      preview: { title: `Title of ${old.subjectId}` },
    });
    const cursor = first.next_cursor ?? '';
    const second = (await mia(contract.listCases, { query: { limit: 1, cursor } })).reply();
    expect(second.items[0]?.id).not.toBe(old.id);
    const late = (await mia(contract.listCases, { query: { late: true } })).reply();
    expect(late.items.map(({ id }) => id)).toEqual([old.id]);
    await mia(contract.claimCase, { params: { id: old.id } });
    const mine = (await mia(contract.listCases, { query: { mine: true } })).reply();
    expect(mine.items.map(({ id }) => id)).toEqual([old.id]);
    const claimed = (await mia(contract.listCases, { query: { status: 'claimed' } })).reply();
    expect(claimed.items.map(({ id }) => id)).toEqual([old.id]);
    const photos = (await mia(contract.listCases, { query: { kind: 'sample.photo' } })).reply();
    expect(photos.items.some(({ id }) => id === old.id)).toBe(false);
    await mia(contract.releaseCase, { params: { id: old.id } });
    for (const query of [{ cursor: 'x' }, { limit: 0 }, { status: 'lost' }, { kind: 'Nope' }])
      expect((await mia(contract.listCases, { query })).status).toBe(422);
  });

  it('takes back what the author withdrew, and opens anew afterwards', async () => {
    const { id, subjectId } = await opened();
    await inTx((tx) => moderation().withdraw(tx, 'sample.photo', subjectId));
    await inTx((tx) => moderation().withdraw(tx, 'sample.photo', subjectId));
    expect((await mia(contract.getCase, { params: { id } })).reply().status).toBe('withdrawn');
    expect((await mia(contract.claimCase, { params: { id } })).problem()).toMatchObject({
      code: 'moderation.case_closed',
    });
    expect((await opened({ subjectId })).id).not.toBe(id);
  });
});

describe('claims and decisions', () => {
  it('gives a case to exactly one of twenty moderators', async () => {
    const { id } = await opened();
    const answers = await Promise.all(
      Array.from({ length: 20 }, () =>
        testClient(test, tokenOf(newId(), both))(contract.claimCase, { params: { id } }),
      ),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(19);
  });

  it('lets a claim run out after thirty minutes', async () => {
    const { id } = await opened();
    const params = { id };
    expect((await mia(contract.claimCase, { params })).reply()).toMatchObject({
      mine: true,
      status: 'claimed',
    });
    expect((await max(contract.claimCase, { params })).problem()).toMatchObject({
      code: 'moderation.case_claimed',
    });
    expect((await max(contract.releaseCase, { params })).status).toBe(409);
    now += minutes(31);
    expect((await mia(contract.getCase, { params })).reply()).toMatchObject({ status: 'open', mine: false });
    expect((await max(contract.claimCase, { params })).reply().mine).toBe(true);
    expect((await mia(contract.decideCase, { params, body: decided })).problem()).toMatchObject({
      status: 409,
      code: 'moderation.case_claimed',
    });
    now = start;
  });

  it('decides once, does it once, and answers a repetition the same', async () => {
    const authorId = newId();
    const { id, subjectId } = await opened({ authorId });
    const params = { id };
    expect((await mia(contract.decideCase, { params, body: decided })).problem()).toMatchObject({
      code: 'moderation.not_claimed',
    });
    await mia(contract.claimCase, { params });
    const body = { ...decided, note: 'Реклама в подписи' };
    const answers = await Promise.all([
      mia(contract.decideCase, { params, body }),
      mia(contract.decideCase, { params, body }),
      mia(contract.decideCase, { params, body: { decision: 'approve', reason_code: 'fine' } }),
      max(contract.decideCase, { params, body }),
    ]);
    expect(answers.some(({ status }) => status === 409)).toBe(true);
    expect(product.applied.filter((one) => one.subjectId === subjectId)).toHaveLength(1);
    const found = (await mia(contract.getCase, { params })).reply();
    const acts = found.history.map(({ act }) => act);
    expect(acts.filter((act) => act === 'approved' || act === 'rejected')).toHaveLength(1);
    const winner = found.status === 'rejected' ? body : { decision: 'approve' as const, reason_code: 'fine' };
    expect((await mia(contract.decideCase, { params, body: winner })).status).toBe(200);
    expect((await max(contract.decideCase, { params, body: winner })).status).toBe(409);
    expect(product.applied.filter((one) => one.subjectId === subjectId)).toHaveLength(1);
  });

  it('rolls everything back when the product refuses', async () => {
    const { id, subjectId } = await opened();
    product.stubborn.add(subjectId);
    const params = { id };
    await mia(contract.claimCase, { params });
    expect((await mia(contract.decideCase, { params, body: decided })).problem()).toMatchObject({
      code: 'sample.stubborn',
    });
    const found = (await mia(contract.getCase, { params })).reply();
    expect(found.status).toBe('claimed');
    expect(found.history.map(({ act }) => act)).toEqual(['opened', 'claimed']);
  });

  it('refuses reasons that do not fit and bodies that are wrong', async () => {
    const { id } = await opened();
    const params = { id };
    await mia(contract.claimCase, { params });
    for (const body of [
      { decision: 'reject', reason_code: 'fine' },
      { decision: 'reject', reason_code: 'no_such' },
      { decision: 'reject', reason_code: 'No Code' },
      { decision: 'maybe', reason_code: 'spam' },
      { decision: 'reject' },
      { ...decided, note: ' ' },
      { ...decided, note: 'x'.repeat(2_001) },
      { ...decided, other: 1 },
      { decision: 'approve', reason_code: 'fine', block_images: true },
    ])
      expect((await mia(contract.decideCase, { params, body })).status, JSON.stringify(body)).toBe(422);
    expect((await mia(contract.getCase, { params: { id: newId() } })).status).toBe(404);
    expect((await mia(contract.getCase, { params: { id: 'x' } })).status).toBe(422);
  });

  it('counts the queue and who decided', async () => {
    const { id } = await opened();
    const params = { id };
    await max(contract.claimCase, { params });
    now += minutes(10);
    await max(contract.decideCase, { params, body: { decision: 'approve', reason_code: 'fine' } });
    const stats = (await mia(contract.getStats)).reply();
    expect(stats.moderators.find((one) => one.moderator_id === people.max)).toMatchObject({
      decided: 1,
      approved: 1,
      median_seconds: 600,
    });
    expect(stats.queue).toBe(stats.kinds.reduce((sum, { queue }) => sum + queue, 0));
    expect(stats.median_age_seconds).toBeGreaterThan(0);
    now = start;
  });
});

describe('reasons', () => {
  const fresh = {
    kind: 'sample.review',
    locale: 'ru',
    code: 'not_played',
    decision: 'reject',
    title: 'Квест не пройден',
    body: 'Отзывы пишут после прохождения.',
  } as const;

  it('are kept by administrators', async () => {
    expect((await mia(contract.createReason, { body: fresh })).problem()).toMatchObject({
      status: 403,
      code: 'moderation.admin_only',
    });
    const made = await admin(contract.createReason, { body: fresh });
    expect(made.status).toBe(201);
    const params = { id: made.reply().id };
    expect((await admin(contract.createReason, { body: fresh })).status).toBe(409);
    expect(
      (await admin(contract.updateReason, { params, body: { title: 'Не пройден' } })).reply().title,
    ).toBe('Не пройден');
    const list = (
      await mia(contract.listReasons, { query: { kind: 'sample.review', locale: 'ru', limit: 100 } })
    ).reply();
    expect(list.items.map(({ code }) => code)).toContain('not_played');
    const first = (await mia(contract.listReasons, { query: { limit: 5 } })).reply();
    const rest = (
      await mia(contract.listReasons, { query: { limit: 100, cursor: first.next_cursor ?? '' } })
    ).reply();
    expect(new Set([...first.items, ...rest.items].map(({ id }) => id)).size).toBe(15);
    expect((await admin(contract.deleteReason, { params })).status).toBe(204);
    expect((await admin(contract.deleteReason, { params })).status).toBe(404);
    expect((await admin(contract.updateReason, { params, body: {} })).status).toBe(422);
    for (const wrong of [{ kind: 'x' }, { locale: 'de' }, { code: 'A' }, { title: '' }, { body: ' ' }])
      expect((await admin(contract.createReason, { body: { ...fresh, ...wrong } })).status).toBe(422);
  });
});

describe('filters with a memory', () => {
  const text =
    'Прошли квест всей семьёй в воскресенье, погода была отличная, загадки интересные, дети довольны, маршрут удобный';
  const inspect = (authorId: string, words: string, kind = 'sample.review') =>
    inTx((tx) => moderation().inspectText(tx, { kind, authorId, subjectId: newId(), text: words }));

  it('notices what somebody else wrote lately, for thirty days', async () => {
    const [ann, bob, eve] = [newId(), newId(), newId()];
    expect((await inspect(ann, text)).verdict).toBe('clean');
    expect((await inspect(ann, text)).verdict).toBe('clean');
    expect((await inspect(bob, `${text.toUpperCase().toLowerCase()}!`)).flags).toEqual([
      { code: 'duplicate', score: 1 },
    ]);
    expect((await inspect(bob, text, 'sample.photo')).verdict).toBe('clean');
    now += minutes(60 * 24 * 31);
    expect((await inspect(eve, text)).verdict).toBe('clean');
    now = start;
  });

  it('is stricter with new authors', async () => {
    const authorId = newId();
    expect((await inspect(authorId, 'Подробности на example.com')).verdict).toBe('hold');
    for (let count = 0; count < 3; count += 1) await inspect(authorId, 'Спасибо!');
    now += minutes(60 * 24 * 5);
    expect((await inspect(authorId, 'Подробности на example.com')).verdict).toBe('flag');
    now = start;
  });

  it('lets moderators try a text', async () => {
    const tried = (await mia(contract.checkText, { body: { text: 'п и з д е ц!' } })).reply();
    expect(tried).toMatchObject({ verdict: 'hold', flags: [{ code: 'profanity', at: [0, 11] }] });
    expect((await mia(contract.checkText, { body: { text: '' } })).status).toBe(422);
  });

  it('notices a burst of alike ratings by new raters', async () => {
    const targetId = newId();
    const rate = (stars: number) =>
      inTx((tx) => moderation().watchRatings(tx, { targetId, authorId: newId(), stars }));
    for (let count = 0; count < 7; count += 1) expect((await rate(1)).verdict).toBe('clean');
    expect((await rate(1)).flags.map(({ code }) => code)).toEqual(['rating_burst']);
  });
});

describe('blocked pictures', () => {
  async function scene(): Promise<Buffer> {
    const shapes =
      '<svg xmlns="http://www.w3.org/2000/svg" width="320" height="200"><rect width="320" height="200" fill="#fc8"/>' +
      '<circle cx="70" cy="60" r="50" fill="#226"/><rect x="190" y="120" width="110" height="60" fill="#151"/></svg>';
    return sharp(Buffer.from(shapes)).png().toBuffer();
  }

  it('are recognised again, in a mirror, too, until unblocked', async () => {
    const picture = await scene();
    const flipped = await sharp(picture).flop().png().toBuffer();
    const [own, mirror, other] = [newId(), newId(), newId()];
    album.hashes.set(own, await mirroredHash(flipped)).set(mirror, await mirroredHash(picture));
    album.hashes.set(other, '0123456789abcdef');
    album.bytes.set(own, picture);
    const inspect = (id: string) => moderation().inspectImages(test.app.database, [id]);
    expect((await inspect(own)).verdict).toBe('clean');
    const { id, subjectId } = await opened();
    product.images.set(subjectId, [own]);
    await mia(contract.claimCase, { params: { id } });
    const body = { decision: 'reject', reason_code: 'image', block_images: true } as const;
    expect((await mia(contract.decideCase, { params: { id }, body })).status).toBe(200);
    expect(await inspect(own)).toEqual({ verdict: 'hold', flags: [{ code: 'image_blocklist', score: 1 }] });
    expect((await inspect(mirror)).verdict).toBe('hold');
    expect((await inspect(other)).verdict).toBe('clean');
    const blocks = (await mia(contract.listImageBlocks)).reply();
    expect(blocks.items).toMatchObject([{ hash: album.hashes.get(own), mirrored: true, case_id: id }]);
    const params = { id: blocks.items[0]?.id ?? '' };
    expect((await mia(contract.deleteImageBlock, { params })).status).toBe(204);
    expect((await mia(contract.deleteImageBlock, { params })).status).toBe(404);
    expect((await inspect(own)).verdict).toBe('clean');
  });
});

describe('a person', () => {
  it('is exported, then erased; the decisions stay', async () => {
    const person = newId();
    const { privacy } = product;
    if (privacy === undefined) throw new Error('The sample product was not built.');
    await inTx((tx) =>
      moderation().inspectText(tx, {
        kind: 'sample.review',
        authorId: person,
        subjectId: newId(),
        text: 'Текст',
      }),
    );
    await inTx((tx) => moderation().watchRatings(tx, { targetId: newId(), authorId: person, stars: 3 }));
    const { id } = await opened({ authorId: person, comment: 'Прошу проверить' });
    const reported = await opened({ reportedBy: person, comment: 'Мой секрет' });
    await mia(contract.claimCase, { params: { id } });
    await mia(contract.decideCase, { params: { id }, body: decided });
    const exported = (await privacy.export(person))['moderation'];
    expect(exported).toMatchObject({
      cases: [{ status: 'rejected', reason_code: 'spam' }],
      reports: [{ note: 'Мой секрет' }],
    });
    for (let count = 0; count < 2; count += 1) await inTx((tx) => privacy.erase(tx, person));
    await inTx((tx) => privacy.erase(tx, people.mia));
    expect((await privacy.export(person))['moderation'] ?? null).toBeNull();
    const found = (await max(contract.getCase, { params: { id } })).reply();
    expect(found).toMatchObject({ status: 'rejected', author_id: null, decided_by: null });
    expect(JSON.stringify(found)).not.toContain(people.mia);
    const other = (await max(contract.getCase, { params: { id: reported.id } })).reply();
    expect(other.comments).toEqual([]);
    const traces = await test.app.database.row<{ count: number }>(
      sql`SELECT count(*) AS count FROM moderation.text_signature WHERE author_id = ${person}`,
    );
    expect(traces?.count).toBe(0);
  });
});
