import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { STRATEGIES, STRATEGY_IDS } from '../strategies/strategies.ts';
import { analyzeDocument } from './analyze-document.rules.ts';
import { embeddingChannel } from './dense.rules.ts';
import { explainedScore } from './explanation.ts';
import { factorsOf } from './factors.rules.ts';
import { analyzeQuery } from './query.rules.ts';
import { type Recall, type RetrieveOptions, retrieve } from './retrieve.rules.ts';
import type { SpaceDocument } from './space-document.ts';
import { createSpaceIndex } from './space-index.ts';
import { topSlots } from './top-slots.ts';

const AT = Date.parse('2023-06-01T10:00:00Z');
const DAY = 86_400_000;

function document(id: string, content: string, over: Partial<SpaceDocument> = {}): SpaceDocument {
  const occurredAt = over.occurredAt ?? AT - 30 * DAY;
  const analyzed = analyzeDocument({ content, speaker: over.speaker ?? null, occurredAt });
  return {
    id,
    level: 0,
    kind: 'turn',
    sessionId: 's1',
    ordinal: Number(id.replace(/\D/g, '')),
    occurredAt,
    speaker: null,
    terms: analyzed.terms,
    dates: analyzed.dates,
    importance: 0.5,
    accessCount: 0,
    lastAccessedAt: null,
    sources: [],
    ...over,
  };
}

function recall(
  documents: readonly SpaceDocument[],
  text: string,
  strategy = STRATEGIES.contextual,
  over: Partial<RetrieveOptions> = {},
): Recall {
  const index = createSpaceIndex();
  for (const one of documents) index.upsert(one);
  const query = analyzeQuery(text, { participants: index.participants(), at: AT });
  return retrieve(index, query, strategy, { limit: 10, at: AT, now: () => 0, ...over });
}

const ids = ({ results }: Recall): string[] => results.map(({ id }) => id);

describe('analyzeQuery', () => {
  it('drops participants, resolves days, and sees what is asked', () => {
    const context = { participants: ['Anna Petrova', 'Ivan Petrov', 'user'], at: AT };
    const query = analyzeQuery('When did Anna visit the museum, was it yesterday?', context);
    expect(query.participants).toEqual(['Anna Petrova']);
    expect(query.terms).toContain('museum');
    expect(query.terms).not.toContain('anna');
    expect(query.dates).toEqual([{ from: '2023-05-31', to: '2023-05-31' }]);
    expect(query.terms).toEqual(expect.arrayContaining(['2023', '31', 'mai']));
    expect(query.features).toMatchObject({ asksTime: true, dated: true, people: true, broad: false });
  });
  it('knows inflected Russian names, keeps a lonely name as a term, and finds the asker', () => {
    const context = { participants: ['Анна', 'Оля', 'Me'], self: 'Me', at: AT };
    expect(analyzeQuery('Что любит Анна и что дарили Анне?', context).participants).toEqual(['Анна']);
    expect(analyzeQuery('Анна?', context).terms).toHaveLength(1);
    expect(analyzeQuery('где я живу', context).participants).toEqual(['Me']);
    expect(analyzeQuery('Tell me about "quantum" X-200', context).features).toMatchObject({
      broad: true,
      exact: true,
    });
  });
});

describe('analyzeDocument', () => {
  it('joins the fields and adds absolute days once, without the speaker', () => {
    const { terms, dates, entities, language } = analyzeDocument({
      content: 'I went to Paris two months ago',
      speaker: 'Zed',
      caption: 'a photo of a bridge',
      captionQuery: 'eiffel tower',
      occurredAt: AT,
    });
    const words = terms.split(' ');
    expect(words).toEqual(expect.arrayContaining(['pari', 'bridg', 'eiffel', '2023', 'april', 'june', '1']));
    expect(words.filter((word) => word === '2023')).toHaveLength(1);
    expect(words).not.toContain('zed');
    expect(dates[0]).toMatchObject({ from: '2023-04-01', to: '2023-04-30', precision: 'month' });
    expect(entities).toEqual([{ name: 'Paris', key: 'pari' }]);
    expect(language).toBe('en');
  });
});

describe('retrieve', () => {
  it('finds the answer next to the question it follows', () => {
    const talk = [
      document('t1', 'What is your favourite dish?', { speaker: 'Ann' }),
      document('t2', 'Lasagna, without a doubt!', { speaker: 'Bo' }),
      document('t3', 'It rained all night.', { speaker: 'Ann' }),
      document('t9', 'The weather is fine.', { sessionId: 's2' }),
    ];
    expect(ids(recall(talk, 'What is the favourite dish of Bo?')).slice(0, 2)).toEqual(['t1', 't2']);
    expect(ids(recall(talk, 'What is the favourite dish of Bo?', STRATEGIES.lexical))).toEqual(['t1']);
  });

  it('prefers the one named participant and nobody when two are named', () => {
    const talk = [
      document('t1', 'I adore opera', { speaker: 'Ann', sessionId: 'a' }),
      document('t2', 'I adore opera', { speaker: 'Bo', sessionId: 'b' }),
    ];
    expect(ids(recall(talk, 'Does Ann adore opera?'))[0]).toBe('t1');
    expect(ids(recall(talk, 'Does Bo adore opera?'))[0]).toBe('t2');
    const both = recall(talk, 'Do Ann and Bo adore opera?');
    expect(both.results.flatMap(({ explain }) => explain).some(({ stage }) => stage === 'participant')).toBe(
      false,
    );
  });

  it('prefers what lies in or speaks of the days of the question', () => {
    const talk = [
      document('t1', 'We had a concert', { occurredAt: Date.parse('2023-03-10'), sessionId: 'a' }),
      document('t2', 'We had a concert', { occurredAt: Date.parse('2023-04-10'), sessionId: 'b' }),
      document('t3', 'The concert two months ago was fine', {
        occurredAt: Date.parse('2023-07-10'),
        sessionId: 'c',
      }),
    ];
    expect(ids(recall(talk, 'Which concert was in April 2023?', STRATEGIES.temporal))[0]).toBe('t2');
    expect(ids(recall(talk, 'Which concert was in May 2023?', STRATEGIES.temporal))[0]).toBe('t3');
  });

  it('opens themes down to the turns they were made from', () => {
    const talk = [
      document('t1', 'Brushes and canvas everywhere', { sessionId: 'a' }),
      document('t2', 'A walk by the sea', { sessionId: 'b' }),
      document('e1', 'Brushes', { level: 1, kind: 'episode', sources: ['t1', 'gone'] }),
      document('f1', 'nothing', { level: 2, kind: 'topic', sources: ['e1', 'f1'] }),
      document('h1', 'painting hobby', { level: 3, kind: 'theme', sources: ['f1'] }),
    ];
    expect(ids(recall(talk, 'painting', STRATEGIES.thematic))).toEqual(['t1']);
    expect(ids(recall(talk, 'painting'))).toEqual([]);
    const all = recall(talk, 'painting', STRATEGIES.thematic, { levels: [0, 1, 2, 3] });
    expect(ids(all)).toEqual(expect.arrayContaining(['t1', 'h1']));
  });

  it('lets embeddings find what words do not', () => {
    const talk = [
      document('t1', 'My dog sleeps', { vector: new Float32Array([2, 0]) }),
      document('t2', 'The car is red', { vector: new Float32Array([0, 1]), sessionId: 'b' }),
    ];
    const embedding = embeddingChannel(new Float32Array([5, 1]));
    expect(ids(recall(talk, 'puppy', STRATEGIES.semantic, { embedding }))).toEqual(['t1']);
    expect(ids(recall(talk, 'puppy', STRATEGIES.lexical, { embedding }))).toEqual([]);
    expect(
      ids(recall(talk, 'puppy', STRATEGIES.semantic, { embedding: embeddingChannel(new Float32Array(3)) })),
    ).toEqual([]);
  });

  it('keeps one of equal texts, applies a re-ranker last, and times its stages', () => {
    const same = 'we should definitely repaint the wooden garden fence soon';
    const talk = [
      document('t1', same, { sessionId: 'a' }),
      document('t2', same, { sessionId: 'b' }),
      document('t3', 'a fence', { sessionId: 'c' }),
    ];
    let clock = 0;
    const found = recall(talk, 'wooden garden fence', STRATEGIES.contextual, {
      now: () => clock++,
      rerank: (_query, candidates) => candidates.map(({ id }) => (id === 't3' ? 100 : 0)),
    });
    expect(found.results).toHaveLength(2);
    expect(found.results[0]?.id).toBe('t3');
    expect(found.timings.map(({ stage }) => stage)).toEqual([
      'lexical',
      'context',
      'dense',
      'drill_down',
      'boosts',
      'select',
    ]);
    expect(found.timings.every(({ milliseconds }) => milliseconds === 1)).toBe(true);
  });

  it('explains every score exactly, for every strategy', () => {
    const words = fc.constantFrom(
      'sun',
      'moon',
      'Ann',
      'yesterday',
      'in April',
      'dish',
      'painting',
      'why',
      '2023',
    );
    const sentence = fc.array(words, { minLength: 1, maxLength: 6 }).map((parts) => parts.join(' '));
    const rows = fc.array(
      fc.record({
        content: sentence,
        speaker: fc.constantFrom('Ann', 'Bo', null),
        level: fc.constantFrom(0 as const, 0 as const, 1 as const, 2 as const),
        session: fc.constantFrom('a', 'b'),
      }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(rows, sentence, fc.constantFrom(...STRATEGY_IDS), (contents, text, id) => {
        const documents = contents.map(({ content, speaker, level, session }, at) =>
          document(`t${at}`, content, {
            speaker,
            level,
            sessionId: session,
            kind: level === 0 ? 'turn' : 'episode',
            importance: at / 12,
            accessCount: at,
            sources: [`t${at - 1}`],
          }),
        );
        const { results } = recall(documents, text, STRATEGIES[id], { levels: [0, 1, 2, 3] });
        for (const [at, { score, explain }] of results.entries()) {
          expect(explainedScore(explain)).toBe(score);
          expect(score).toBeGreaterThan(0);
          expect(score).toBeLessThanOrEqual(
            (results[at - 1]?.score ?? Number.POSITIVE_INFINITY) * (1 + 1e-9),
          );
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('factorsOf', () => {
  it('never leaves 0.7..1.3, whatever the weights and values', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double(),
        fc.integer(),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (weight, importance, accessCount, recency) => {
          const weights = { recency, halfLifeDays: 30, importance: weight, access: weight };
          const {
            recency: r,
            importance: i,
            access,
            bound,
          } = factorsOf({ occurredAt: 0, importance, accessCount }, AT, weights);
          const product = r * i * access * bound;
          if (r * i * access > 0) expect(product >= 0.7 - 1e-9 && product <= 1.3 + 1e-9).toBe(true);
        },
      ),
    );
  });
  it('prefers the younger, the more important and the more used', () => {
    const weights = { recency: 0.1, halfLifeDays: 30, importance: 0.1, access: 0.1 };
    const base = { occurredAt: AT - 60 * DAY, importance: 0.5, accessCount: 1 };
    const worth = (over: Partial<typeof base>): number => {
      const { recency, importance, access, bound } = factorsOf({ ...base, ...over }, AT, weights);
      return recency * importance * access * bound;
    };
    expect(worth({ occurredAt: AT })).toBeGreaterThan(worth({}));
    expect(worth({ importance: 0.9 })).toBeGreaterThan(worth({}));
    expect(worth({ accessCount: 9 })).toBeGreaterThan(worth({}));
  });
});

describe('topSlots', () => {
  it('equals sorting', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -2, max: 5 })),
        fc.integer({ min: 0, max: 12 }),
        (values, limit) => {
          const scores = Float64Array.from(values);
          const sorted = values
            .map((value, slot) => ({ value, slot }))
            .filter(({ value }) => value > 0)
            .sort((a, b) => b.value - a.value || b.slot - a.slot);
          expect(topSlots(scores, limit)).toEqual(sorted.slice(0, limit).map(({ slot }) => slot));
        },
      ),
    );
  });
});
