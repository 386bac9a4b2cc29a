import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Point, Task } from '../../../contract/index.ts';
import { questDraft, walkPoint } from '../quest-draft.fixture.ts';
import { moved, replaced, without } from './lists.rules.ts';
import { copied, newPoint, placedAt, shifted, withoutPoint } from './points.rules.ts';
import { same } from './same.rules.ts';
import { isSendable, tidyPoint } from './sendable.rules.ts';
import { remarks, type TaskFault, taskFaults } from './task-faults.rules.ts';
import { taskAs, taskKinds, withCorrect, withMultiple, withoutOption } from './tasks.rules.ts';
import { changeOf, heldBack, isAhead, isNothing, workOf } from './work.rules.ts';

const ids = (points: readonly Point[]) => points.map(({ id }) => id.at(-1)).join('');
const titles = (points: readonly Point[]) => points.map(({ title }) => title);
const three = [walkPoint(1), walkPoint(2), walkPoint(3)];
const options = ['a', 'b', 'c'].map((id) => ({ id, text: `Option ${id}` }));
const choice = (correct: string[], multiple = false) =>
  ({ kind: 'choice', question: 'Which?', options, correct, multiple }) satisfies Task;

describe('lists', () => {
  it('keep every entry when one moves', () => {
    const list = fc.array(fc.integer(), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(list, fc.integer({ min: -2, max: 9 }), fc.integer({ min: -2, max: 9 }), (all, from, to) => {
        const after = moved(all, from, to);
        expect([...after].sort()).toEqual([...all].sort());
        if (from >= 0 && from < all.length && to >= 0 && to < all.length) expect(after[to]).toBe(all[from]);
        else expect(after).toEqual(all);
      }),
    );
  });

  it('replace and drop one entry', () => {
    expect(replaced([1, 2, 3], 1, 9)).toEqual([1, 9, 3]);
    expect(without([1, 2, 3], 1)).toEqual([1, 3]);
  });
});

describe('points', () => {
  it('move, and only titles that are numbers follow the order', () => {
    const points = [newPoint('x1', 'Point 1', three[0]?.place_settings ?? { lat: 0, lng: 0 }), ...three];
    const after = shifted(points, 'x1', 2, 'Point');
    expect(titles(after)).toEqual(['Place 1', 'Place 2', 'Point 3', 'Place 3']);
    expect(ids(shifted(three, three[0]?.id ?? '', -1, 'Point'))).toBe('123');
  });

  it('are taken away, copied beside themselves, and put elsewhere', () => {
    const [first] = three;
    if (first === undefined) throw new Error('There is a first point.');
    expect(ids(withoutPoint(three, first.id, 'Point'))).toBe('23');
    const twice = copied(three, first.id, 'copy9', 'Point');
    expect(ids(twice)).toBe('1923');
    expect(twice[1]?.place_settings.lat).not.toBe(first.place_settings.lat);
    const [elsewhere] = placedAt(three, first.id, { lat: 59.123456789, lng: 30 });
    expect(elsewhere?.place_settings).toEqual({ ...first.place_settings, lat: 59.123457, lng: 30 });
  });

  it('may be saved from the start', () => {
    expect(isSendable({ ...newPoint('x', 'Point 1', { lat: 1, lng: 2 }), id: three[0]?.id ?? '' })).toBe(
      true,
    );
  });
});

describe('tasks', () => {
  it('keep the question and the lines when they become another kind', () => {
    const sorting = taskAs('sorting', choice(['a']), () => 'z');
    expect(sorting).toEqual({ kind: 'sorting', question: 'Which?', items: options });
    expect(taskAs('photo', sorting, () => 'z')).toEqual({ kind: 'photo', question: 'Which?' });
    expect(taskAs('choice', { kind: 'gps' }, () => 'z')).toMatchObject({
      options: [{ text: '' }, { text: '' }],
    });
  });

  it('have one right option unless several are allowed', () => {
    expect(withCorrect(choice(['a']), 'b', true).correct).toEqual(['b']);
    expect(withCorrect(choice(['a'], true), 'b', true).correct).toEqual(['a', 'b']);
    expect(withMultiple(choice(['a', 'b'], true), false).correct).toEqual(['a']);
    expect(withoutOption(choice(['a']), 'a')).toMatchObject({
      correct: [],
      options: [{ id: 'b' }, { id: 'c' }],
    });
  });

  it.each<[TaskFault[], Task]>([
    [[], { kind: 'gps' }],
    [['question_missing'], { kind: 'photo', question: ' ' }],
    [['answer_missing'], { kind: 'text', question: '?', answers: ['', '\u200b'], forgive_typos: true }],
    [['value_missing'], { kind: 'number', question: '?', value: Number.NaN, tolerance: 0 }],
    [['tolerance_negative'], { kind: 'number', question: '?', value: 1, tolerance: -1 }],
    [['right_missing'], choice([])],
    [['several_right'], choice(['a', 'b'])],
    [['all_right'], choice(['a', 'b', 'c'], true)],
    [['right_is_blank'], { ...choice(['c']), options: [...options.slice(0, 2), { id: 'c', text: '' }] }],
    [
      ['options_alike'],
      { kind: 'sorting', question: '?', items: [...options, { id: 'd', text: 'option A ' }] },
    ],
    [['too_few_options'], { kind: 'sorting', question: '?', items: options.slice(0, 1) }],
    [['code_missing'], { kind: 'code', question: '?', code: '\u00ad' }],
  ])('say %j', (faults, task) => {
    expect(taskFaults(task)).toEqual(faults);
    const point = { ...walkPoint(1), task };
    expect(isSendable(point)).toBe(faults.every((fault) => remarks.has(fault)));
  });

  it('of every kind begin unfinished but for being there', () => {
    const begun = taskKinds.filter(
      (kind) => taskFaults(taskAs(kind, { kind: 'gps' }, () => 'a')).length === 0,
    );
    expect(begun).toEqual(['gps']);
  });
});

describe('what is sent', () => {
  it('leaves out lines and pieces that were begun and left', () => {
    const point = tidyPoint({
      ...walkPoint(1),
      before: [
        { kind: 'text', text: ' ' },
        { kind: 'image', file_id: '' },
        { kind: 'quote', text: 'x', source: '' },
      ],
      hints: [{ id: 'a', text: '', penalty: 1 }],
      task: { kind: 'text', question: '?', answers: ['one', ''], forgive_typos: true },
    });
    expect(point.before).toEqual([{ kind: 'quote', text: 'x' }]);
    expect(point.hints).toEqual([]);
    expect(point.task).toMatchObject({ answers: ['one'] });
  });

  it('is nothing while nothing changed, whatever the order of fields', () => {
    const draft = questDraft({ points: three });
    const turned = { ...draft, price: { currency: 'RUB', amount: 0 } } as const;
    expect(isNothing(changeOf(draft, workOf(turned)))).toBe(true);
    expect(isAhead(draft, workOf(turned))).toBe(false);
    expect(same({ a: 1 }, { a: 1, b: undefined })).toBe(true);
    expect(same([1, 2], [2, 1])).toBe(false);
  });

  it('is the changed fields only, without what does not hold', () => {
    const draft = questDraft({});
    const work = workOf(draft);
    const fields = { ...work.fields, title: 'x', summary: 'New', languages: [] };
    expect(changeOf(draft, { ...work, fields })).toEqual({ fields: { summary: 'New' }, points: null });
    expect(heldBack({ ...work, fields }).fields).toEqual(['title', 'languages']);
  });

  it('keeps an unfinished point as the server had it, and leaves a new one out', () => {
    const draft = questDraft({ points: three });
    const [first, second, third] = three;
    if (first === undefined || second === undefined || third === undefined)
      throw new Error('There are three.');
    const unfinished = { ...first, title: 'Other', task: { kind: 'photo', question: '' } as const };
    const fresh = { ...walkPoint(4), task: { kind: 'photo', question: '' } as const };
    const work = { ...workOf(draft), points: [second, unfinished, third, fresh] };
    expect(changeOf(draft, work).points).toEqual([second, first, third]);
    expect(heldBack(work).pointIds).toEqual([first.id, fresh.id]);
  });
});
