import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { newId } from '#base/ids';
import { listAudit } from '#capabilities/identity/contract';
import { listCases } from '#capabilities/moderation/contract';
import { actInSandbox, getWallet } from '#capabilities/payments/contract';
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
import type { TestClient } from '#platform/testing';
import * as contract from '../../contract/index.ts';
import { pointAt, publishedQuest, type QuestsApp, startQuests } from '../../testing/index.ts';

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

let quests: QuestsApp;
let author: { readonly id: string; readonly call: TestClient };
let moderator: TestClient;
let manager: TestClient;
let admin: TestClient;
let anna: { readonly id: string; readonly call: TestClient };
let boris: { readonly id: string; readonly call: TestClient };

beforeAll(async () => {
  quests = await startQuests({ modules });
  author = await quests.person('author', ['author']);
  moderator = (await quests.person('moderator', ['moderator'])).call;
  manager = (await quests.person('manager', ['manager'])).call;
  admin = (await quests.person('admin', ['admin'])).call;
  anna = await quests.person('anna');
  boris = await quests.person('boris');
});

afterAll(() => quests.close());

const route = () => [
  pointAt(59.9386, 30.3141, { title: 'The square' }),
  pointAt(59.9398, 30.3146, {
    title: 'The arch',
    task: {
      kind: 'text',
      question: 'What is above the arch?',
      answers: ['колесница', 'chariot'],
      forgive_typos: true,
    },
    hints: [{ id: 'h1', text: 'It has horses.', penalty: 20 }],
  }),
  pointAt(59.941, 30.3129, {
    title: 'The bridge',
    task: {
      kind: 'choice',
      question: 'How many lions?',
      options: [
        { id: 'a', text: 'Two' },
        { id: 'b', text: 'Four' },
      ],
      correct: ['b'],
      multiple: false,
    },
  }),
];

type Move = contract.Move;
type MoveKind<K extends Move['kind']> = Omit<Extract<Move, { kind: K }>, 'client_id' | 'at'>;

const made = <K extends Move['kind']>(move: MoveKind<K>): Move =>
  ({ client_id: newId(), at: new Date().toISOString(), ...move }) as Move;

const at = (lat: number, lng: number, pointId?: string, accuracy = 8) =>
  made<'check_in'>({
    kind: 'check_in',
    ...(pointId === undefined ? {} : { point_id: pointId }),
    fixes: [{ lat, lng, accuracy, at: new Date().toISOString() }],
  });

async function play(call: TestClient, sessionId: string, ...moves: Move[]) {
  const answer = await call(contract.makeMoves, { params: { id: sessionId }, body: { moves } });
  return answer.reply();
}

async function start(call: TestClient, questId: string, more: object = {}) {
  return (await call(contract.startSession, { body: { quest_id: questId, ...more } })).reply();
}

describe('walking a quest', () => {
  it('checks in, forgives typos, takes hints, finishes and counts everywhere', async () => {
    const questId = await publishedQuest(author.call, moderator, { points: route() });
    const session = await start(anna.call, questId);
    expect(session.points.map(({ status }) => status)).toEqual(['open', 'locked', 'locked']);
    expect(session.points[1]).toMatchObject({ title: null, task: null, place: null });

    const [first, second, third] = session.points.map(({ id }) => id) as [string, string, string];
    const far = await play(anna.call, session.id, at(59.9486, 30.3141, first));
    expect(far.outcomes[0]).toMatchObject({
      outcome: 'refused',
      code: 'quests.check_in_too_far',
      check_in: { result: 'too_far' },
    });
    expect(far.outcomes[0]?.check_in?.distance).toBeCloseTo(1112, -1);
    const vague = await play(anna.call, session.id, at(59.9386, 30.3141, first, 900));
    expect(vague.outcomes[0]?.code).toBe('quests.check_in_poor_accuracy');
    const there = await play(anna.call, session.id, at(59.93862, 30.3141, first));
    expect(there.outcomes[0]).toMatchObject({ outcome: 'done', score: 100 });
    expect(there.session.points.map(({ status }) => status)).toEqual(['done', 'open', 'locked']);

    const early = await play(
      anna.call,
      session.id,
      made<'answer'>({ kind: 'answer', point_id: second, answer: { text: 'x' } }),
    );
    expect(early.outcomes[0]).toMatchObject({ outcome: 'refused', code: 'quests.check_in_first' });
    await play(anna.call, session.id, at(59.9398, 30.3146, second));
    const tried = await play(
      anna.call,
      session.id,
      made<'answer'>({ kind: 'answer', point_id: second, answer: { text: 'корона' } }),
      made<'hint'>({ kind: 'hint', point_id: second, hint_id: 'h1' }),
      made<'answer'>({ kind: 'answer', point_id: second, answer: { text: ' Калесница! ' } }),
    );
    expect(tried.outcomes.map(({ outcome, score }) => [outcome, score])).toEqual([
      ['wrong', -1],
      ['done', -20],
      ['done', 100],
    ]);
    expect(tried.session.points[1]?.hints[0]?.text).toBe('It has horses.');
    await play(anna.call, session.id, at(59.941, 30.3129, third));
    const last = await play(
      anna.call,
      session.id,
      made<'answer'>({ kind: 'answer', point_id: third, answer: { option_ids: ['b'] } }),
    );
    expect(last.session).toMatchObject({
      state: 'finished',
      score: 279,
      penalties: 21,
      hints_taken: 1,
      // Three places within a second: played on, but out of the leaderboards until a person looked.
      ranked: false,
    });

    const over = await play(anna.call, session.id, made<'skip'>({ kind: 'skip', point_id: third }));
    expect(over.outcomes[0]).toMatchObject({ outcome: 'refused', code: 'quests.session_over' });
    const cases = (await moderator(listCases, { query: { kind: 'quests.check_in' } })).reply().items;
    expect(cases.length).toBeGreaterThan(0);
    const genuine = { action: 'set_ranked' as const, ranked: true, reason: 'A test of the route.' };
    (await manager(contract.repairSession, { params: { id: session.id }, body: genuine })).reply();
    const board = (
      await anna.call(contract.getLeaderboard, { params: { board: 'quest' }, query: { quest_id: questId } })
    ).reply();
    expect(board.items).toMatchObject([{ rank: 1, score: 279, me: true }]);
    const earned = (await anna.call(contract.listAchievements, { params: { id: anna.id } })).reply().items;
    expect(earned.find(({ code }) => code === 'first_steps')?.earned_at).not.toBeNull();
    const card = (await anna.call(contract.getShareCard, { params: { id: session.id } })).reply();
    expect([card.width, card.height]).toEqual([1200, 630]);
    const figures = (await author.call(contract.questFigures, { params: { id: questId } })).reply();
    expect(figures).toMatchObject({ started: 1, finished: 1 });
    expect(figures.points[1]).toMatchObject({ reached: 1, arrived: 1, done: 1, hints: 1, wrong_answers: 1 });

    const review = (
      await anna.call(contract.writeReview, {
        params: { id: questId },
        body: { stars: 5, text: 'A fine walk.' },
      })
    ).reply();
    expect(review).toMatchObject({ stars: 5, state: 'shown', mine: true });
    const again = await anna.call(contract.writeReview, { params: { id: questId }, body: { stars: 1 } });
    expect(again.problem().code).toBe('quests.already_reviewed');
    const early2 = await boris.call(contract.writeReview, { params: { id: questId }, body: { stars: 1 } });
    expect([early2.status, early2.problem().code]).toEqual([403, 'quests.review_needs_finish']);
    const detail = (await quests.nobody(contract.getQuest, { params: { id: questId } })).reply();
    expect(detail).toMatchObject({ rating: { average: 5, count: 1 }, finished_count: 1 });
  });

  it('answers the same move the same way, once', async () => {
    const questId = await publishedQuest(author.call, moderator, { points: route() });
    const session = await start(anna.call, questId);
    const move = at(59.9386, 30.3141, session.points[0]?.id);
    const once = await play(anna.call, session.id, move);
    const twice = await play(anna.call, session.id, move, move);
    expect(twice.outcomes[0]).toEqual(once.outcomes[0]);
    expect(twice.session.revision).toBe(once.session.revision);
  });

  it('answers a running session instead of a second one', async () => {
    const questId = await publishedQuest(author.call, moderator, { points: route() });
    const sessions = await Promise.all([1, 2, 3, 4].map(() => start(anna.call, questId)));
    expect(new Set(sessions.map(({ id }) => id)).size).toBe(1);
  });

  it('is nobody else’s business', async () => {
    const questId = await publishedQuest(author.call, moderator, { points: route() });
    const session = await start(anna.call, questId);
    for (const answer of [
      await boris.call(contract.getSession, { params: { id: session.id } }),
      await boris.call(contract.getOfflinePack, { params: { id: session.id } }),
      await boris.call(contract.makeMoves, { params: { id: session.id }, body: { moves: [at(59.9, 30.3)] } }),
      await boris.call(contract.getShareCard, { params: { id: session.id } }),
    ])
      expect([answer.status, answer.problem().code]).toEqual([404, 'quests.session_not_found']);
    expect((await quests.nobody(contract.getSession, { params: { id: session.id } })).status).toBe(401);
    expect((await anna.call(contract.listAllSessions)).status).toBe(403);
  });

  it('replays what a device without network collected, judged by its own order', async () => {
    const [square, arch, bridge] = route();
    if (square === undefined || arch === undefined || bridge === undefined) throw new Error('No route.');
    const place = { ...bridge.place_settings, hidden: true, strict: true };
    const points = [square, arch, { ...bridge, place_settings: place, here_after_minutes: 2 }];
    const questId = await publishedQuest(author.call, moderator, { points });
    const session = await start(anna.call, questId);
    const pack = (await anna.call(contract.getOfflinePack, { params: { id: session.id } })).reply();
    const { hidden, strict, here_after_minutes } = pack.points[2] ?? {};
    expect({ hidden, strict, here_after_minutes }).toEqual({
      hidden: true,
      strict: true,
      here_after_minutes: 2,
    });
    expect(pack.points.map(({ title }) => title)).toEqual(['The square', 'The arch', 'The bridge']);
    expect(pack.checks[1]?.hashes).toHaveLength(2);
    expect(JSON.stringify(pack)).not.toContain('колесница');
    const [first, second] = points;
    const moves = [
      at(59.9386, 30.3141, first?.id),
      at(59.9398, 30.3146, second?.id),
      made<'answer'>({ kind: 'answer', point_id: second?.id ?? '', answer: { text: 'chariot' } }),
    ];
    const body = { moves, offline: true };
    const replayed = (await anna.call(contract.makeMoves, { params: { id: session.id }, body })).reply();
    expect(replayed.outcomes.map(({ outcome }) => outcome)).toEqual(['done', 'done', 'done']);
    const repeated = (await anna.call(contract.makeMoves, { params: { id: session.id }, body })).reply();
    expect(repeated.outcomes).toEqual(replayed.outcomes);
  });
});

describe('a team', () => {
  it('plays on several devices: the first answer counts', async () => {
    const questId = await publishedQuest(author.call, moderator, { points: route() });
    const team = (await anna.call(contract.createTeam, { body: { name: 'Сфинксы' } })).reply();
    (await boris.call(contract.joinTeam, { body: { invite_code: team.invite_code } })).reply();
    const refused = await boris.call(contract.startSession, {
      body: { quest_id: questId, team_id: team.id },
    });
    expect([refused.status, refused.problem().code]).toEqual([403, 'quests.not_captain']);
    const session = await start(anna.call, questId, { team_id: team.id });
    expect(session.players).toHaveLength(2);
    const id = session.points[0]?.id;
    const answers = await Promise.all(
      [anna, boris, anna, boris].map(({ call }) => play(call, session.id, at(59.9386, 30.3141, id))),
    );
    const outcomes = answers.map(({ outcomes: [one] }) => one?.outcome);
    expect(outcomes.filter((one) => one === 'done')).toHaveLength(1);
    expect((await start(boris.call, questId)).id).toBe(session.id);
  });
});

describe('buying a quest', () => {
  it('is paid in the sandbox, opens the quest, pays the author, and can be given back', async () => {
    const questId = await publishedQuest(author.call, moderator, {
      points: route(),
      price: { amount: 49_000, currency: 'RUB' },
    });
    const unpaid = await anna.call(contract.startSession, { body: { quest_id: questId } });
    expect([unpaid.status, unpaid.problem().code]).toEqual([403, 'quests.not_bought']);
    const order = (
      await anna.call(contract.placeOrder, { body: { kind: 'quest', quest_id: questId } })
    ).reply();
    expect(order).toMatchObject({ state: 'awaiting_payment', total: { amount: 49_000 } });
    expect(order.payment?.confirmation_url).toContain('/app/pay/sandbox/');
    const second = await anna.call(contract.placeOrder, { body: { kind: 'quest', quest_id: questId } });
    expect(second.problem().code).toBe('quests.already_bought');
    expect((await boris.call(contract.getOrder, { params: { id: order.id } })).status).toBe(404);

    const checkout = order.payment?.confirmation_url?.split('/').at(-1) ?? '';
    (await quests.nobody(actInSandbox, { params: { id: checkout }, body: { action: 'pay' } })).reply();
    await vi.waitFor(
      async () => {
        const now = (await anna.call(contract.getOrder, { params: { id: order.id } })).reply();
        expect(now.state).toBe('paid');
      },
      { timeout: 15_000, interval: 100 },
    );
    expect((await start(anna.call, questId)).state).toBe('active');
    const earnings = (await author.call(contract.getEarnings)).reply();
    expect(earnings.payable).toBe(34_300);

    const back = (await anna.call(contract.cancelOrder, { params: { id: order.id } })).reply();
    expect(back.state).toBe('refunded');
    expect((await author.call(contract.getEarnings)).reply().payable).toBe(0);
    const wallet = (await anna.call(getWallet)).reply();
    expect(wallet).toBeDefined();
  });

  it('sells the last article once to fifty people, and a promo code never passes its budget', async () => {
    const body = {
      title: { ru: 'Кружка', en: 'Mug' },
      description: { ru: 'С картой', en: 'With a map' },
      price: { amount: 90_000, currency: 'RUB' as const },
      stock: 1,
      active: true,
      vat_code: 11,
    };
    const merch = (await manager(contract.createMerch, { body })).reply();
    const delivery = { name: 'Анна', phone: '+7 900 000-00-00', address: 'Санкт-Петербург, Невский, 1' };
    const buyers = await Promise.all([...Array(10)].map((_, index) => quests.person(`buyer${index}`)));
    const tries = await Promise.all(
      [...Array(50)].map((_, index) =>
        (buyers[index % 10]?.call ?? anna.call)(contract.placeOrder, {
          body: { kind: 'merch', lines: [{ merch_id: merch.id, quantity: 1 }], delivery },
        }),
      ),
    );
    expect(tries.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(new Set(tries.filter(({ status }) => status !== 201).map((one) => one.problem().code))).toEqual(
      new Set(['quests.out_of_stock']),
    );

    (await manager(contract.updateMerch, { params: { id: merch.id }, body: { stock: 1_000 } })).reply();
    const promo = {
      code: 'AUTUMN',
      kind: 'amount' as const,
      value: 10_000,
      currency: 'RUB' as const,
      budget: 70_000,
      max_uses: null,
      per_person: 100,
      quest_id: null,
      city: null,
      valid_from: new Date(0).toISOString(),
      valid_until: null,
      active: true,
    };
    const made = (await manager(contract.createPromo, { body: promo })).reply();
    const uses = await Promise.all(
      [...Array(50)].map((_, index) =>
        (buyers[index % 10]?.call ?? anna.call)(contract.placeOrder, {
          body: {
            kind: 'merch',
            lines: [{ merch_id: merch.id, quantity: 1 }],
            delivery,
            promo_code: 'autumn',
          },
        }),
      ),
    );
    expect(uses.filter(({ status }) => status === 201)).toHaveLength(7);
    const listed = (await manager(contract.listPromos)).reply().items.find(({ id }) => id === made.id);
    expect(listed).toMatchObject({ used: 7, spent: 70_000 });
  });
});

describe('operators', () => {
  it('help a stuck player, and everything they do is written down', async () => {
    const questId = await publishedQuest(author.call, moderator, { points: route() });
    const session = await start(anna.call, questId);
    const repair = {
      action: 'complete_point' as const,
      point_id: session.points[0]?.id ?? '',
      reason: 'The gate is shut; asked by anna@example.org.',
    };
    expect(
      (await anna.call(contract.repairSession, { params: { id: session.id }, body: repair })).status,
    ).toBe(403);
    const helped = (
      await manager(contract.repairSession, { params: { id: session.id }, body: repair })
    ).reply();
    expect(helped.points.map(({ status }) => status)).toEqual(['done', 'open', 'locked']);
    const { items } = (
      await admin(listAudit, { query: { action: 'quests.session_repaired', subject_id: session.id } })
    ).reply();
    expect(items[0]?.details).toEqual({
      repair: 'complete_point',
      point_id: repair.point_id,
      reason: 'The gate is shut; asked by [e-mail].',
    });
    const finish = { action: 'finish' as const, reason: 'They asked.' };
    expect(
      (await manager(contract.repairSession, { params: { id: session.id }, body: finish })).reply().state,
    ).toBe('finished');
  });

  it('look into any walk, and open one again only when no newer one runs', async () => {
    const questId = await publishedQuest(author.call, moderator, { points: route() });
    const first = await start(anna.call, questId);
    expect((await manager(contract.getSession, { params: { id: first.id } })).reply().id).toBe(first.id);
    expect((await manager(contract.getOfflinePack, { params: { id: first.id } })).status).toBe(404);
    const repair = (id: string, action: 'finish' | 'reopen') =>
      manager(contract.repairSession, { params: { id }, body: { action, reason: 'They asked.' } });
    (await repair(first.id, 'finish')).reply();
    const second = await start(anna.call, questId);
    const beside = await repair(first.id, 'reopen');
    expect([beside.status, beside.problem().code]).toEqual([409, 'quests.session_running']);
    (await repair(second.id, 'finish')).reply();
    expect((await repair(first.id, 'reopen')).reply().state).toBe('active');
  });
});
