import { describe, expect, it } from 'vitest';
import type { RouteDefinition } from '#platform/contract';
import { type Api, ApiProblem } from '#platform/web';
import type { Move, Session } from '../../../contract/index.ts';
import { exclusive } from './exclusive.ts';
import { createMemoryDevice } from './memory-device.ts';
import { createPlayEngine } from './play-engine.ts';
import { fixAt, outcomeOf, walkFixture } from './walk.fixture.ts';

/** A server that counts each move once by its id, and can be away. */
function serverWith(session: Session, pack: object) {
  const seen: Move[] = [];
  const posts: { readonly ids: readonly string[]; readonly offline: boolean }[] = [];
  const state = { away: false, loseAnswers: false, refuse: new Set<string>() };
  const call = async (route: RouteDefinition, input: { readonly body?: unknown }): Promise<unknown> => {
    if (state.away) throw new ApiProblem(0);
    if (route.name === 'quests.get_session') return { ...session, revision: 1 + seen.length };
    if (route.name === 'quests.get_offline_pack') return pack;
    const { moves, offline = false } = input.body as { moves: readonly Move[]; offline?: boolean };
    posts.push({ ids: moves.map((move) => move.client_id), offline });
    for (const move of moves) {
      if (!seen.some((one) => one.client_id === move.client_id)) seen.push(move);
    }
    if (state.loseAnswers) throw new ApiProblem(0);
    const outcomes = moves.map((move) =>
      outcomeOf(move, state.refuse.has(move.kind) ? { outcome: 'refused', code: 'quests.point_locked' } : {}),
    );
    return { outcomes, session: { ...session, revision: 1 + seen.length } };
  };
  return { api: { call, stream: () => Promise.resolve() } as unknown as Api, seen, posts, state };
}

function phone() {
  const { session, pack } = walkFixture();
  const server = serverWith(session, pack);
  const device = createMemoryDevice();
  const online = { now: true };
  const open = () =>
    createPlayEngine({
      api: server.api,
      device,
      exclusive,
      userId: 'u',
      sessionId: session.id,
      now: Date.now,
      isOnline: () => online.now,
      tellTabs: () => {},
    });
  const goAway = (away: boolean): void => {
    server.state.away = away;
    online.now = !away;
  };
  return { session, server, device, open, goAway };
}

const arrive = (session: Session) =>
  ({ kind: 'check_in', point_id: session.points[0]?.id ?? '', fixes: [fixAt(0)] }) as const;

describe('a phone', () => {
  it('sends a move at once while there is a network, and answers with what the server said', async () => {
    const { session, server, open } = phone();
    const engine = open();
    await engine.start();
    const made = await engine.make(arrive(session));
    expect(made.outcome?.outcome).toBe('done');
    expect(server.posts).toMatchObject([{ offline: false }]);
    expect(engine.state()).toMatchObject({ waiting: 0, reachable: true });
  });

  it('plays on without network, survives a crash, and sends everything once in its order', async () => {
    const { session, server, device, open, goAway } = phone();
    const engine = open();
    await engine.start();
    await engine.download();
    goAway(true);
    const made = await engine.make(arrive(session));
    expect(made).toMatchObject({ told: 'done', outcome: { outcome: 'done' } });
    await engine.make({ kind: 'skip', point_id: session.points[1]?.id ?? '' });
    expect(engine.state().session?.points.map(({ status }) => status)).toEqual(['done', 'skipped', 'open']);

    const afterCrash = open();
    await afterCrash.start();
    expect(afterCrash.state()).toMatchObject({ waiting: 2, reachable: false });
    expect(afterCrash.state().session?.points[0]?.status).toBe('done');
    goAway(false);
    server.state.refuse.add('skip');
    const otherTab = open();
    await Promise.all([afterCrash.sync(), otherTab.sync()]);
    expect(server.posts).toHaveLength(1);
    expect(server.posts[0]?.offline).toBe(true);
    expect(server.seen.map(({ kind }) => kind)).toEqual(['check_in', 'skip']);
    expect(await device.moves(session.id)).toEqual([]);
    await afterCrash.reload();
    expect(afterCrash.state().corrections).toMatchObject([
      { kind: 'skip', told: 'done', outcome: 'refused' },
    ]);
    await afterCrash.forgetCorrections();
    expect(afterCrash.state().corrections).toEqual([]);
  });

  it('sends again what was taken but not answered, under the same ids', async () => {
    const { session, server, open } = phone();
    const engine = open();
    await engine.start();
    server.state.loseAnswers = true;
    await engine.make(arrive(session));
    expect(engine.state().waiting).toBe(1);
    server.state.loseAnswers = false;
    await engine.sync();
    expect(server.posts).toHaveLength(2);
    expect(server.posts[0]?.ids).toEqual(server.posts[1]?.ids);
    expect(server.seen).toHaveLength(1);
    expect(engine.state().waiting).toBe(0);
  });

  it('shows nothing of another person', async () => {
    const { session, device, open } = phone();
    await device.keep(session.id, () => ({
      id: session.id,
      userId: 'somebody else',
      base: { ...session, title: 'Theirs' },
      pack: null,
      corrections: [],
    }));
    const engine = open();
    await engine.reload();
    expect(engine.state().session).toBeNull();
  });
});
