import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { minute } from '#base/time';
import type { CheckInVerdict } from '#capabilities/geo/server';
import type { Move, Point, Task } from '../../contract/index.ts';
import type { QuestVersion } from '../rooms.ts';
import { applyMove, completePoint } from './moves.rules.ts';
import { isFinished, isRanked, newWalk, scoreOf, shuffled, type Walk } from './progress.rules.ts';
import { showPoints, stationCode } from './view.rules.ts';

const id = (number: number) => `01890000-0000-7000-8000-${String(number).padStart(12, '0')}`;
const start = new Date('2026-06-01T10:00:00.000Z');
const minutesIn = (minutes: number) => new Date(start.getTime() + minutes * minute);

const tasks: readonly Task[] = [
  { kind: 'gps' },
  { kind: 'text', question: 'Who?', answers: ['sphinx'], forgive_typos: false },
  { kind: 'station', question: 'Ask the keeper.' },
];

const point = (number: number, task: Task): Point => ({
  id: id(number),
  title: `Point ${number}`,
  place_settings: { lat: 59.9 + number / 1_000, lng: 30.3, radius: 30, hidden: false, strict: false },
  before: [],
  story: [{ kind: 'text', text: `Story ${number}` }],
  task,
  after: [{ kind: 'text', text: `After ${number}` }],
  score: 100,
  wrong_penalty: 5,
  skip_penalty: 60,
  hints: [{ id: 'h1', text: 'Look up.', penalty: 20 }],
  here_after_minutes: 5,
});

const version = (orderMode: QuestVersion['orderMode']): QuestVersion => ({
  questId: id(900),
  version: 1,
  title: 'A quest',
  orderMode,
  points: tasks.map((task, index) => point(index + 1, task)),
});

const verdict = (result: CheckInVerdict['result'], distance = 5): CheckInVerdict => ({
  result,
  distance,
  accuracy: 10,
  spoofScore: result === 'suspicious' ? 0.9 : 0,
  reasons: [],
});

const passing = () => verdict('passed');
let moves = 0;
const made = (move: object): Move => {
  moves += 1;
  return { client_id: id(1_000 + moves), at: start.toISOString(), ...move } as Move;
};
const checkIn = (number?: number) =>
  made({ kind: 'check_in', ...(number === undefined ? {} : { point_id: id(number) }), fixes: [] });

function play(quest: QuestVersion, walk: Walk, move: Move, judged = passing, at = minutesIn(1)) {
  return applyMove(quest, walk, move, { at, checkIn: judged });
}

describe('a linear walk', () => {
  const quest = version('linear');
  const fresh = () => newWalk(quest, id(1), start);

  it('opens one point after the other and ends with the last', () => {
    let walk = fresh();
    expect([...walk.progress.keys()]).toEqual([id(1)]);
    walk = play(quest, walk, checkIn(1)).walk;
    expect(walk.progress.get(id(2))?.status).toBe('open');
    walk = play(quest, walk, checkIn(2)).walk;
    walk = play(quest, walk, made({ kind: 'answer', point_id: id(2), answer: { text: 'Sphinx' } })).walk;
    walk = play(quest, walk, checkIn(3)).walk;
    expect(walk.state).toBe('active');
    walk = completePoint(quest, walk, id(3), minutesIn(30));
    expect(walk).toMatchObject({ state: 'finished', finishedAt: minutesIn(30) });
    expect(scoreOf(walk)).toEqual({ score: 300, penalties: 0, hints: 0 });
  });

  it('refuses what does not fit, and changes nothing', () => {
    const walk = fresh();
    const refusals: readonly (readonly [Move, string])[] = [
      [checkIn(2), 'quests.point_locked'],
      [made({ kind: 'answer', point_id: id(1), answer: { text: 'x' } }), 'quests.check_in_first'],
      [made({ kind: 'hint', point_id: id(1), hint_id: 'h9' }), 'quests.hint_unknown'],
      [made({ kind: 'here', point_id: id(1) }), 'quests.check_in_first'],
      [made({ kind: 'finish' }), 'quests.points_left'],
    ];
    for (const [move, code] of refusals) {
      const result = play(quest, walk, move);
      expect([result.outcome.outcome, result.outcome.code]).toEqual(['refused', code]);
      expect(result.walk).toBe(walk);
    }
  });

  it('believes "I am here" only some minutes after the first try', () => {
    const tried = play(quest, fresh(), checkIn(1), () => verdict('too_far', 80), minutesIn(2));
    expect(tried.outcome.code).toBe('quests.check_in_too_far');
    const here = made({ kind: 'here', point_id: id(1) });
    expect(play(quest, tried.walk, here, passing, minutesIn(6)).outcome.code).toBe('quests.here_too_soon');
    const believed = play(quest, tried.walk, here, passing, minutesIn(7));
    expect(believed.outcome.outcome).toBe('done');
    expect(believed.walk.progress.get(id(1))?.believed).toBe(true);
    expect(isRanked(believed.walk)).toBe(true);
  });

  it('plays on after a strange position, out of the leaderboards', () => {
    const strange = play(quest, fresh(), checkIn(1), () => verdict('suspicious', 8));
    expect(strange).toMatchObject({ strange: true, outcome: { outcome: 'done' } });
    expect(isRanked(strange.walk)).toBe(false);
    const far = play(quest, fresh(), checkIn(1), () => verdict('suspicious', 400));
    expect(far.outcome.outcome).toBe('refused');
  });

  it('takes a hint’s price once, and a skip’s', () => {
    let walk = play(quest, fresh(), made({ kind: 'hint', point_id: id(1), hint_id: 'h1' })).walk;
    walk = play(quest, walk, made({ kind: 'hint', point_id: id(1), hint_id: 'h1' })).walk;
    expect(scoreOf(walk)).toEqual({ score: 0, penalties: 20, hints: 1 });
    walk = play(quest, walk, made({ kind: 'skip', point_id: id(1) })).walk;
    expect(scoreOf(walk).penalties).toBe(80);
    expect(walk.progress.get(id(2))?.status).toBe('open');
  });
});

describe('other orders', () => {
  it('open: everything at once, and it may end early with something done', () => {
    const quest = version('open');
    let walk = newWalk(quest, id(1), start);
    expect([...walk.progress.values()].map(({ status }) => status)).toEqual(['open', 'open', 'open']);
    expect(play(quest, walk, made({ kind: 'finish' })).outcome.code).toBe('quests.points_left');
    walk = play(quest, walk, checkIn(1)).walk;
    expect(play(quest, walk, made({ kind: 'finish' })).walk.state).toBe('finished');
  });

  it('secret: whichever point is near is meant, and a miss names none', () => {
    const quest = version('secret');
    const walk = newWalk(quest, id(1), start);
    const near = (one: Point) => (one.id === id(2) ? verdict('passed', 5) : verdict('too_far', 300));
    const found = applyMove(quest, walk, checkIn(), { at: minutesIn(1), checkIn: near });
    expect(found.outcome).toMatchObject({ outcome: 'done', point_id: id(2) });
    const missed = play(quest, walk, checkIn(), () => verdict('too_far', 200));
    expect(missed.outcome).toMatchObject({ outcome: 'refused', point_id: null });
  });

  it('random: the same session always meets the same order', () => {
    const quest = version('random');
    expect(newWalk(quest, id(5), start).order).toEqual(newWalk(quest, id(5), start).order);
    expect([...newWalk(quest, id(5), start).order].sort()).toEqual(quest.points.map((one) => one.id));
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.string(), (items, seed) => {
        expect([...shuffled(items, seed)].sort()).toEqual([...items].sort());
      }),
    );
  });
});

describe('what players see', () => {
  const view = (quest: QuestVersion) => ({
    version: quest,
    sessionId: id(1),
    files: { picture: () => null, url: () => null },
  });

  it('is never an answer, and nothing of a locked point', () => {
    const quest = version('linear');
    const shown = showPoints(view(quest), newWalk(quest, id(1), start));
    expect(shown[1]).toMatchObject({ status: 'locked', title: null, place: null, task: null, story: [] });
    const all = showPoints(
      view(quest),
      completePoint(quest, newWalk(quest, id(1), start), id(1), minutesIn(1)),
    );
    expect(JSON.stringify(all)).not.toContain('sphinx');
  });

  it('hides where secret points are until they are found', () => {
    const quest = version('secret');
    const shown = showPoints(view(quest), newWalk(quest, id(1), start));
    expect(shown.every(({ place, title }) => place === null && title === null)).toBe(true);
  });

  it('shows a station its code, another one in every session', () => {
    const quest = version('linear');
    let walk = completePoint(quest, newWalk(quest, id(1), start), id(1), minutesIn(1));
    walk = completePoint(quest, walk, id(2), minutesIn(2));
    walk = play(quest, walk, checkIn(3)).walk;
    expect(showPoints(view(quest), walk)[2]).toMatchObject({
      status: 'pending',
      station_code: stationCode(id(1), id(3)),
    });
    expect(stationCode(id(1), id(3))).not.toBe(stationCode(id(2), id(3)));
  });
});

describe('whatever is sent', () => {
  const anyMove = fc
    .record({
      kind: fc.constantFrom('check_in', 'here', 'answer', 'hint', 'skip', 'finish', 'abandon'),
      number: fc.integer({ min: 0, max: 4 }),
      right: fc.boolean(),
      result: fc.constantFrom('passed', 'too_far', 'poor_accuracy', 'stale', 'suspicious') as fc.Arbitrary<
        CheckInVerdict['result']
      >,
    })
    .map(({ kind, number, right, result }) => ({
      result,
      move: made({
        kind,
        point_id: id(number),
        hint_id: 'h1',
        fixes: [],
        answer: { text: right ? 'sphinx' : 'griffin' },
      }),
    }));

  it('keeps the score whole, finished points finished, and ends for good', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('linear', 'open', 'random', 'secret'),
        fc.array(anyMove, { maxLength: 40 }),
        (mode, sent) => {
          const quest = version(mode as QuestVersion['orderMode']);
          let walk = newWalk(quest, id(7), start);
          for (const { move, result } of sent) {
            const next = play(quest, walk, move, () => verdict(result));
            for (const [pointId, progress] of walk.progress)
              if (isFinished(progress)) expect(next.walk.progress.get(pointId)).toEqual(progress);
            if (walk.state !== 'active') expect(next.walk).toBe(walk);
            expect(scoreOf(next.walk).score).toBeGreaterThanOrEqual(0);
            expect(next.outcome.score).toBe(scoreOf(next.walk).score - scoreOf(walk).score);
            if (next.outcome.outcome === 'refused') expect(scoreOf(next.walk)).toEqual(scoreOf(walk));
            walk = next.walk;
          }
        },
      ),
    );
  });
});
