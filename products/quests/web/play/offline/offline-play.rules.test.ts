import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Move, OfflinePack, Session } from '../../../contract/index.ts';
import { playOffline, projected } from './offline-play.rules.ts';
import type { Guess } from './outbox.rules.ts';
import { entryOf, fixAt, moveOf, walkFixture } from './walk.fixture.ts';

const statuses = (session: Session) => session.points.map(({ status }) => status);
const idAt = (session: Session, index: number): string => session.points[index]?.id ?? '';

function walk(session: Session, pack: OfflinePack, ...moves: readonly (readonly [Move, Guess?])[]) {
  return moves.reduce(
    ({ session: now }, [move, guess = 'unknown']) => playOffline(now, pack, move, guess),
    playOffline(session, pack, moveOf({ kind: 'finish' }), 'unknown'),
  );
}

describe('a walk without network', () => {
  it('opens point after point, shows what belongs to each, and ends', () => {
    const { session, pack } = walkFixture();
    const [one, two, three] = [idAt(session, 0), idAt(session, 1), idAt(session, 2)];
    const there = walk(session, pack, [moveOf({ kind: 'check_in', point_id: one, fixes: [fixAt(0, 12)] })]);
    expect(statuses(there.session)).toEqual(['done', 'open', 'locked']);
    expect(there.session.points[0]?.after).toHaveLength(1);
    expect(there.session.points[1]).toMatchObject({ title: 'Point 2', story: [], task: null });
    expect(there.session.points[1]?.hints[0]?.text).toBeNull();
    const done = walk(
      there.session,
      pack,
      [moveOf({ kind: 'check_in', point_id: two, fixes: [fixAt(1)] })],
      [moveOf({ kind: 'hint', point_id: two, hint_id: 'h1' })],
      [moveOf({ kind: 'answer', point_id: two, answer: { text: 'right' } }), 'right'],
      [moveOf({ kind: 'check_in', point_id: three, fixes: [fixAt(2)] })],
      [moveOf({ kind: 'answer', point_id: three, answer: { option_ids: ['a'] } }), 'wrong'],
      [moveOf({ kind: 'skip', point_id: three })],
    );
    expect(done.session).toMatchObject({ state: 'finished', score: 125, penalties: 75, hints_taken: 1 });
    expect(done.session.points.map(({ earned }) => earned)).toEqual([100, 80, -55]);
  });

  it.each([
    ['too far', fixAt(0, 120), 'quests.check_in_too_far', 'too_far'],
    ['too vague', fixAt(0, 0, 300), 'quests.check_in_poor_accuracy', 'poor_accuracy'],
  ])(
    'refuses a check-in that is %s and says from when "I am here" is believed',
    (_why, fix, code, result) => {
      const { session, pack } = walkFixture();
      const move = moveOf({ kind: 'check_in', point_id: idAt(session, 0), fixes: [fix] });
      const { outcome, session: after } = playOffline(session, pack, move, 'unknown');
      expect(outcome).toMatchObject({ outcome: 'refused', code, check_in: { result } });
      expect(after.points[0]?.here_at).toBe(new Date(Date.parse(move.at) + 300_000).toISOString());
      const early = moveOf({ kind: 'here', point_id: idAt(session, 0) });
      expect(playOffline(after, pack, early, 'unknown').outcome.code).toBe('quests.here_too_soon');
    },
  );

  it('lets somebody in by the rules of the point: two readings apart, its own wait for "I am here", no pin', () => {
    const { session, pack } = walkFixture();
    const strict = { hidden: true, strict: true, here_after_minutes: 2 };
    const points = pack.points.map((point) => ({ ...point, ...strict }));
    const [id, next] = [idAt(session, 0), idAt(session, 1)];
    const first = Date.parse('2026-11-21T10:05:00.000Z');
    const checkIn = (seconds: number) => {
      const times = [first, first + seconds * 1_000];
      const fixes = times.map((at) => ({ ...fixAt(0), at: new Date(at).toISOString() }));
      return moveOf({ kind: 'check_in', point_id: id, fixes });
    };
    const early = checkIn(3);
    const hasty = playOffline(session, { ...pack, points }, early, 'unknown');
    expect(hasty.outcome.code).toBe('quests.check_in_poor_accuracy');
    const { here_at: hereAt } = hasty.session.points[0] ?? {};
    expect(Date.parse(hereAt ?? '') - Date.parse(early.at)).toBe(120_000);
    const patient = playOffline(session, { ...pack, points }, checkIn(6), 'unknown');
    expect(patient.outcome.check_in?.result).toBe('passed');
    const opened = patient.session.points.find((point) => point.id === next);
    expect([opened?.status, opened?.place]).toEqual(['open', null]);
  });

  it('keeps an answer that only the server can judge, and lets the player go on trying', () => {
    const { session, pack } = walkFixture('open');
    const id = idAt(session, 1);
    const there = walk(session, pack, [
      moveOf({ kind: 'check_in', point_id: id, fixes: [fixAt(1)] }),
    ]).session;
    const move = moveOf({ kind: 'answer', point_id: id, answer: { text: 'perhaps' } });
    const kept = playOffline(there, pack, move, 'unknown');
    expect([kept.told, kept.outcome.outcome, kept.session]).toEqual(['unknown', 'pending', there]);
  });

  it('finds a secret point by being near it, and shows no place before', () => {
    const { session, pack } = walkFixture('secret');
    const hidden = {
      ...session,
      points: session.points.map((point) => ({ ...point, place: null, title: null })),
    };
    const found = playOffline(hidden, pack, moveOf({ kind: 'check_in', fixes: [fixAt(1, 5)] }), 'unknown');
    expect(found.outcome.point_id).toBe(idAt(session, 1));
    expect(found.session.points[1]).toMatchObject({ status: 'arrived', title: 'Point 2' });
    expect(found.session.points[0]?.place).toBeNull();
  });

  it('waits at a station, whose code only the server knows', () => {
    const { session, pack } = walkFixture('open');
    const points = pack.points.map((point) => ({
      ...point,
      task: { kind: 'station', question: '?' } as const,
    }));
    const move = moveOf({ kind: 'check_in', point_id: idAt(session, 0), fixes: [fixAt(0)] });
    const there = playOffline(session, { ...pack, points }, move, 'unknown');
    expect(there.session.points[0]).toMatchObject({ status: 'pending', station_code: null });
  });
});

describe('whatever a player does', () => {
  const { session, pack } = walkFixture();
  const anyPoint = fc.constantFrom(...pack.points.map(({ id }) => id), 'nowhere');
  const anyMove = fc.oneof(
    fc
      .record({ point_id: anyPoint, index: fc.nat(2), metres: fc.nat(200) })
      .map(({ index, metres, ...of }) => moveOf({ kind: 'check_in', ...of, fixes: [fixAt(index, metres)] })),
    anyPoint.map((point_id) => moveOf({ kind: 'here', point_id })),
    anyPoint.map((point_id) => moveOf({ kind: 'answer', point_id, answer: { text: 'x' } })),
    anyPoint.map((point_id) => moveOf({ kind: 'hint', point_id, hint_id: 'h1' })),
    anyPoint.map((point_id) => moveOf({ kind: 'skip', point_id })),
    fc.constant(null).map(() => moveOf({ kind: 'finish' })),
  );
  const anyWalk = fc.array(fc.tuple(anyMove, fc.constantFrom<Guess>('right', 'wrong', 'unknown')), {
    maxLength: 25,
  });

  it('no score is negative, no finished point opens again, one point is open at a time', () => {
    fc.assert(
      fc.property(anyWalk, (moves) => {
        let now = session;
        for (const [move, guess] of moves) {
          const next = playOffline(now, pack, move, guess);
          if (next.told === 'refused' && move.kind !== 'check_in') expect(next.session).toBe(now);
          expect(next.session.score).toBeGreaterThanOrEqual(0);
          for (const [index, before] of now.points.entries()) {
            if (before.status === 'done' || before.status === 'skipped') {
              expect(next.session.points[index]?.status).toBe(before.status);
            }
          }
          now = next.session;
          const open = now.points.filter(({ status }) => status === 'open' || status === 'arrived');
          expect(open.length).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it('the same moves show the same walk, in whatever order they are read from the device', () => {
    fc.assert(
      fc.property(anyWalk, fc.nat(), (moves, turn) => {
        const entries = moves.map(([move, guess], seq) => entryOf(move, { seq, guess }));
        const at = entries.length === 0 ? 0 : turn % entries.length;
        const shuffled = [...entries.slice(at), ...entries.slice(0, at)];
        expect(projected(session, pack, shuffled)).toEqual(projected(session, pack, entries));
      }),
    );
  });
});
