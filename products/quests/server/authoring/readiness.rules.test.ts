import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newId } from '#base/ids';
import type { Point, Task } from '../../contract/index.ts';
import { blankContent, changedContent } from './content.rules.ts';
import { farthest, lengthOf, readinessFaults } from './readiness.rules.ts';
import { routeFaults, taskFault } from './task.rules.ts';
import { usedFiles, without } from './used-files.rules.ts';

function pointAt(lat: number, lng: number, change: Partial<Point> = {}): Point {
  return {
    id: newId(),
    title: 'A point',
    place_settings: { lat, lng, radius: 30, hidden: false, strict: false },
    before: [],
    story: [],
    task: { kind: 'gps' },
    after: [],
    score: 1,
    wrong_penalty: 0,
    skip_penalty: 0,
    hints: [],
    here_after_minutes: 5,
    ...change,
  };
}

const blank = blankContent({ title: 'A walk', city: 'moscow', category: 'history' }, 'walk');
const whole = {
  ...blank,
  summary: 'Short',
  description: 'Long enough. '.repeat(20),
  cover_file_id: newId(),
};
const walk = [pointAt(55.75, 37.61), pointAt(55.751, 37.611), pointAt(55.752, 37.612)];
const options = ['a', 'b', 'c'].map((id) => ({ id, text: id }));
const choice = (correct: string[], multiple: boolean): Task => ({
  kind: 'choice',
  question: 'Which?',
  options,
  correct,
  multiple,
});

describe('readiness', () => {
  it('has nothing against a whole quest', () => {
    expect(readinessFaults({ content: whole, points: walk })).toEqual([]);
  });

  it.each([
    ['summary_missing', { content: { ...whole, summary: ' ' }, points: walk }],
    ['description_short', { content: { ...whole, description: `${' '.repeat(200)}x` }, points: walk }],
    ['cover_missing', { content: { ...whole, cover_file_id: null }, points: walk }],
    ['too_few_points', { content: whole, points: walk.slice(1) }],
  ])('finds %s', (code, quest) => {
    expect(readinessFaults(quest)).toEqual([{ code, pointId: null }]);
  });

  it('names the point that is too far from the one before, and tasks that contradict themselves', () => {
    const far = pointAt(56.75, 37.61);
    expect(readinessFaults({ content: whole, points: [...walk, far] })).toEqual([
      { code: 'point_far', pointId: far.id },
    ]);
    const odd = pointAt(55.752, 37.612, { task: choice(['z'], false) });
    expect(readinessFaults({ content: whole, points: [...walk, odd] })).toEqual([
      { code: 'task_contradicts_itself', pointId: odd.id },
    ]);
  });

  it('measures a way that is no shorter than its ends are apart, and zero for one point', () => {
    const place = fc.tuple(
      fc.double({ min: -80, max: 80, noNaN: true }),
      fc.double({ min: -179, max: 179, noNaN: true }),
    );
    fc.assert(
      fc.property(fc.array(place, { minLength: 2, maxLength: 8 }), (places) => {
        const points = places.map(([lat, lng]) => pointAt(lat, lng));
        const [first, last] = [points[0], points.at(-1)];
        if (first === undefined || last === undefined) return;
        expect(lengthOf(points)).toBeGreaterThanOrEqual(lengthOf([first, last]) - points.length);
        expect(lengthOf([first])).toBe(0);
        const far = readinessFaults({ content: whole, points }).filter(({ code }) => code === 'point_far');
        if (lengthOf(points) <= farthest) expect(far).toEqual([]);
      }),
    );
  });
});

describe('tasks', () => {
  it.each<[string, Task, boolean]>([
    ['one right option', choice(['a'], false), true],
    ['two of one', choice(['a', 'b'], false), false],
    ['two of several', choice(['a', 'b'], true), true],
    ['an unknown option', choice(['a', 'z'], true), false],
    ['an option twice', choice(['a', 'a'], true), false],
    [
      'options of one id',
      { ...choice(['a'], false), options: [...options, { id: 'a', text: 'x' }] } as Task,
      false,
    ],
    ['items in order', { kind: 'sorting', question: 'Order?', items: options }, true],
    ['items of one id', { kind: 'sorting', question: 'Order?', items: [...options, ...options] }, false],
    ['answers', { kind: 'text', question: '?', answers: ['Пётр', '*мост*'], forgive_typos: true }, true],
    [
      'an empty answer',
      { kind: 'text', question: '?', answers: ['x', '\u200b \u00ad'], forgive_typos: true },
      false,
    ],
    ['a code', { kind: 'code', question: '?', code: 'QR' }, true],
    ['an empty code', { kind: 'code', question: '?', code: '\u200b' }, false],
    ['a photo', { kind: 'photo', question: '?' }, true],
  ])('%s', (_what, task, isRight) => {
    expect(taskFault(task) === undefined).toBe(isRight);
  });

  it('are looked at together with ids of points and hints', () => {
    const [first, second] = [pointAt(1, 1), pointAt(2, 2)];
    const hint = { id: 'a', text: 'x', penalty: 0 };
    const faults = routeFaults([
      first,
      { ...second, id: first.id },
      { ...second, hints: [hint, hint], task: choice(['z'], false) },
    ]);
    expect(faults.map(({ pointer }) => pointer)).toEqual([
      '/points/1/id',
      '/points/2/task',
      '/points/2/hints',
    ]);
  });
});

describe('content', () => {
  it('takes what is given and keeps the rest; lists hold each value once', () => {
    const changed = changedContent(blank, { title: 'Other', tools: ['pen', 'pen'], price: undefined });
    expect(changed).toEqual({ ...blank, title: 'Other', tools: ['pen'] });
  });

  it('knows the files of every block once', () => {
    const [cover, image, sound] = [newId(), newId(), newId()];
    const points = [
      pointAt(1, 1, {
        before: [{ kind: 'image', file_id: image }],
        after: [
          { kind: 'audio', file_id: sound },
          { kind: 'image', file_id: image },
        ],
      }),
    ];
    const used = usedFiles({ cover_file_id: cover }, points);
    expect(used).toEqual({
      'quests.cover': [cover],
      'quests.block_image': [image],
      'quests.block_audio': [sound],
    });
    expect(without(used, usedFiles({ cover_file_id: cover }, []))).toEqual({ ...used, 'quests.cover': [] });
  });
});
