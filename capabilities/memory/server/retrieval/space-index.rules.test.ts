import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scoreLevel, scoreSessions } from './bm25.rules.ts';
import { neighbourScores } from './neighbours.rules.ts';
import type { SpaceDocument } from './space-document.ts';
import { createSpaceIndex } from './space-index.ts';
import type { SpaceIndex } from './space-view.ts';

const PARAMETERS = { k1: 0.9, b: 0.4 };
const TERMS = ['sun', 'rain', 'snow', 'wind', 'fog', 'hail'];

function turn(id: string, terms: string, over: Partial<SpaceDocument> = {}): SpaceDocument {
  return {
    id,
    level: 0,
    kind: 'turn',
    sessionId: 's',
    ordinal: 0,
    occurredAt: 0,
    speaker: null,
    terms,
    importance: 0.5,
    accessCount: 0,
    lastAccessedAt: null,
    sources: [],
    ...over,
  };
}

interface Bag {
  readonly words: readonly string[];
}

/** The textbook formula, written the slow way. */
function naiveBm25(bags: readonly Bag[], bag: Bag, query: readonly string[]): number {
  const average = bags.reduce((sum, { words }) => sum + words.length, 0) / bags.length;
  return query.reduce((score, term) => {
    const documents = bags.filter(({ words }) => words.includes(term)).length;
    const frequency = bag.words.filter((word) => word === term).length;
    if (frequency === 0) return score;
    const idf = Math.log(1 + (bags.length - documents + 0.5) / (documents + 0.5));
    const norm = 1 - PARAMETERS.b + (PARAMETERS.b * bag.words.length) / average;
    return score + (idf * frequency * (PARAMETERS.k1 + 1)) / (frequency + PARAMETERS.k1 * norm);
  }, 0);
}

const step = fc.record({
  id: fc.integer({ min: 0, max: 8 }).map(String),
  words: fc.array(fc.constantFrom(...TERMS), { maxLength: 8 }),
  session: fc.constantFrom('a', 'b', null),
  ordinal: fc.integer({ min: 0, max: 20 }),
  deletes: fc.boolean(),
});

type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

function replay(steps: readonly Step[]): { index: SpaceIndex; model: Map<string, Step> } {
  const index = createSpaceIndex();
  const model = new Map<string, Step>();
  for (const one of steps) {
    if (one.deletes) {
      expect(index.remove(one.id)).toBe(model.delete(one.id));
      continue;
    }
    index.upsert(turn(one.id, one.words.join(' '), { sessionId: one.session, ordinal: one.ordinal }));
    model.delete(one.id);
    model.set(one.id, one);
  }
  return { index, model };
}

describe('createSpaceIndex', () => {
  it('scores documents and sessions like the plain formula after any history of writes and deletions', () => {
    fc.assert(
      fc.property(
        fc.array(step, { maxLength: 40 }),
        fc.uniqueArray(fc.constantFrom(...TERMS)),
        (steps, query) => {
          const { index, model } = replay(steps);
          const view = index.view();
          const scores = scoreLevel(view, 0, query, PARAMETERS);
          const bags = [...model.values()];
          expect(index.size()).toBe(model.size);
          for (const [id, bag] of model)
            expect(scores[view.slot(id)]).toBeCloseTo(naiveBm25(bags, bag, query), 9);
          expect(scores.reduce((sum, score) => sum + score, 0)).toBeCloseTo(
            bags.reduce((sum, bag) => sum + naiveBm25(bags, bag, query), 0),
            8,
          );
          const sessions = ['a', 'b']
            .map((name) => ({ words: bags.filter((bag) => bag.session === name) }))
            .filter(({ words }) => words.length > 0);
          const asBags = sessions.map(({ words }) => ({ words: words.flatMap((bag) => bag.words) }));
          const expected = asBags.map((bag) => naiveBm25(asBags, bag, query)).filter((score) => score > 0);
          const actual = [...scoreSessions(view, query, PARAMETERS)].filter((score) => score > 0);
          expect(actual.toSorted()).toHaveLength(expected.length);
          for (const [at, score] of actual.sort((x, y) => x - y).entries())
            expect(score).toBeCloseTo(expected.sort((x, y) => x - y)[at] ?? -1, 9);
        },
      ),
    );
  });

  it('spreads scores over neighbours by the kernel, inside a session, whatever the order of arrival', () => {
    const kernel = { fromPrevious: [0.6, 0.3, 0.2], fromNext: [0.3, 0.2, 0.1] };
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const { index, model } = replay(steps);
        const view = index.view();
        const own = scoreLevel(view, 0, ['sun', 'fog'], PARAMETERS);
        const received = neighbourScores(own, view.previous, view.next, kernel);
        for (const name of ['a', 'b']) {
          const line = [...model].filter(([, { session }]) => session === name);
          line.sort(([x, a], [y, b]) => a.ordinal - b.ordinal || view.slot(x) - view.slot(y));
          const isTied = new Set(line.map(([, { ordinal }]) => ordinal)).size < line.length;
          if (isTied) continue;
          for (let i = 0; i < line.length; i += 1) {
            const at = (d: number): number => own[view.slot(line[i + d]?.[0] ?? '')] ?? 0;
            const expected =
              0.6 * at(-1) + 0.3 * at(-2) + 0.2 * at(-3) + 0.3 * at(1) + 0.2 * at(2) + 0.1 * at(3);
            expect(received[view.slot(line[i]?.[0] ?? '')]).toBeCloseTo(expected, 9);
          }
        }
        for (const [id, { session }] of model) if (session === null) expect(received[view.slot(id)]).toBe(0);
      }),
    );
  });

  it('keeps its statistics per level and its version', () => {
    const index = createSpaceIndex();
    index.upsert(turn('t', 'sun sun rain'));
    index.upsert(turn('f', 'sun', { level: 2, kind: 'fact' }));
    expect(index.statistics(0)).toEqual({ documents: 1, totalLength: 3, averageLength: 3 });
    expect(index.documentFrequency(0, 'sun')).toBe(1);
    expect(index.documentFrequency(1, 'sun')).toBe(0);
    expect(index.documentFrequency(0, 'unheard')).toBe(0);
    expect(index.has('f')).toBe(true);
    index.advance(7);
    expect(index.version()).toBe(7);
  });

  it('gives back memory after many deletions and stays exact', () => {
    const index = createSpaceIndex();
    for (let i = 0; i < 6000; i += 1)
      index.upsert(turn(`t${i}`, `${TERMS[i % 6]} common word${i}`, { ordinal: i }));
    const full = index.bytes();
    for (let i = 0; i < 5000; i += 1) index.remove(`t${i}`);
    for (let i = 0; i < 3000; i += 1) index.upsert(turn(`n${i}`, `rain common`, { ordinal: 6000 + i }));
    expect(index.bytes()).toBeLessThan(full * 1.2);
    expect(index.documentFrequency(0, 'common')).toBe(4000);
    const view = index.view();
    expect(view.columns.count).toBeLessThanOrEqual(6000 + 1100);
    expect([...scoreLevel(view, 0, ['common'], PARAMETERS)].filter((score) => score > 0)).toHaveLength(4000);
  });

  it('names the speakers of live turns, most talkative first', () => {
    const index = createSpaceIndex();
    for (const [at, speaker] of ['Ann', 'Bo', 'Bo', 'Cy'].entries())
      index.upsert(turn(`t${at}`, 'sun', { speaker, ordinal: at }));
    index.remove('t3');
    expect(index.participants()).toEqual(['Bo', 'Ann']);
  });
});
