import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { generateConversations } from '../../testing/index.ts';
import { parseLocomo } from '../evaluation/parse-locomo.rules.ts';
import { analyzeDocument } from '../retrieval/analyze-document.rules.ts';
import { asItem, consolidateInMemory } from './consolidate-in-memory.rules.ts';
import { planEpisodes } from './episodes.rules.ts';
import { statementsOf } from './fact-statements.rules.ts';
import { planFacts } from './facts.rules.ts';
import { estimateImportance } from './importance.rules.ts';
import { propagateLabels } from './label-propagation.rules.ts';
import type { MemoryItem } from './memory-item.ts';
import { jaccard, minHash, similarPairs } from './minhash.rules.ts';

const START = Date.parse('2023-05-08T12:00:00Z');
const MINUTE = 60_000;

function turn(at: number, content: string, over: Partial<MemoryItem> = {}): MemoryItem {
  const occurredAt = over.occurredAt ?? START + at * MINUTE;
  const speaker = over.speaker === undefined ? 'Ann' : over.speaker;
  const { terms, entities } = analyzeDocument({ content, speaker, occurredAt });
  return {
    id: `t${String(at).padStart(4, '0')}`,
    level: 0,
    kind: 'turn',
    sessionId: 's',
    ordinal: at,
    label: '',
    content,
    speaker,
    occurredAt,
    importance: estimateImportance(content),
    terms,
    entities,
    sources: [],
    ...over,
  };
}

function conversation(): MemoryItem[] {
  const [sample] = parseLocomo(generateConversations(1, 24, 16));
  return (sample?.turns ?? []).map((one, at) =>
    turn(at, one.text, { ...one, id: one.id, speaker: one.speaker }),
  );
}

const MATTERS = [
  ['tomatoes', 'compost', 'greenhouse', 'seedlings', 'Karin'],
  ['guitar', 'rehearsal', 'concert', 'melody', 'Jonas'],
  ['marathon', 'sneakers', 'training', 'stretching', 'Lund'],
];

/** Three matters that keep coming back, each session telling of three of a matter's five words. */
function recurring(): MemoryItem[] {
  return Array.from({ length: 30 }, (_, session) => {
    const words = MATTERS[session % 3] ?? [];
    const told = [0, 1, 2].map((step) => words[(Math.floor(session / 3) + step) % words.length] ?? '');
    return told.map((word, at) =>
      turn(session * 10 + at, `We spoke of ${word} once more. I like ${told[0]}.`, {
        sessionId: `r${session}`,
      }),
    );
  }).flat();
}

describe('planEpisodes', () => {
  it('parts by session, by long pauses and by size, and keeps every turn once', () => {
    const turns = [
      ...Array.from({ length: 5 }, (_, at) => turn(at, 'garden tomatoes grow well')),
      ...Array.from({ length: 5 }, (_, at) =>
        turn(at + 10, 'garden tomatoes grow well', { occurredAt: START + 600 * MINUTE }),
      ),
      ...Array.from({ length: 90 }, (_, at) =>
        turn(at + 20, 'garden tomatoes grow well', { sessionId: 'long' }),
      ),
      turn(200, 'a note', { sessionId: null, kind: 'note' }),
      turn(201, 'a note of another day', {
        sessionId: null,
        kind: 'note',
        occurredAt: START + 5000 * MINUTE,
      }),
    ];
    const { nodes, links } = planEpisodes(turns);
    expect(nodes.map(({ sources }) => sources.length).toSorted((a, b) => a - b)).toEqual([
      1, 1, 5, 5, 10, 40, 40,
    ]);
    expect(nodes.flatMap(({ sources }) => sources).toSorted()).toEqual(turns.map(({ id }) => id).toSorted());
    expect(links.filter(({ kind }) => kind === 'follows')).toHaveLength(3);
  });

  it('parts where the talk changes its words', () => {
    const about = (words: string, from: number): MemoryItem[] =>
      Array.from({ length: 10 }, (_, at) =>
        turn(from + at, `${words} again ${at % 3 === 0 ? 'lovely' : 'really'}`),
      );
    const { nodes } = planEpisodes([
      ...about('garden tomatoes compost', 0),
      ...about('guitar concert rehearsal', 10),
    ]);
    expect(nodes.map(({ sources }) => sources.length)).toEqual([10, 10]);
  });

  it('leaves finished episodes alone when turns are added', () => {
    const all = conversation();
    const before = planEpisodes(all.slice(0, 300));
    const after = planEpisodes(all);
    const later = new Set(all.slice(300 - 16).map(({ sessionId }) => sessionId));
    for (const node of before.nodes.filter(({ sessionId }) => !later.has(sessionId)))
      expect(after.nodes).toContainEqual(node);
  });
});

describe('statementsOf', () => {
  it.each([
    ['My name is Ann Lee.', 'named', 'ann lee'],
    ['I live in Oslo, near the sea.', 'lives_in', 'oslo'],
    ["I'm working as a nurse now.", 'works', 'nurs'],
    ['I really love opera!', 'likes', 'opera'],
    ["I can't stand noise.", 'dislikes', 'nois'],
    ['I just bought a red bike.', 'bought', 'bike red'],
    ['I am allergic to nuts.', 'allergic', 'nut'],
    ['Я работаю учителем в школе.', 'works', null],
    ['Меня зовут Оля.', 'named', null],
    ['Мне нравится плавать.', 'likes', null],
    ['У меня есть собака.', 'has', null],
    ['Я живу в Казани.', 'lives_in', null],
  ] as const)('%s', (content, relation, object) => {
    const [statement] = statementsOf(turn(0, content));
    expect(statement).toMatchObject({ relation, subject: 'Ann' });
    if (object !== null) expect([...(statement?.object ?? [])].sort().join(' ')).toBe(object);
  });

  it('knows who is meant when another person is named, and what is no statement', () => {
    expect(statementsOf(turn(0, 'You know, Karin loves chess.'))[0]).toMatchObject({
      subject: 'Karin',
      relation: 'likes',
    });
    expect(statementsOf(turn(0, 'Анна работает врачом.'))[0]).toMatchObject({
      subject: 'Анна',
      relation: 'works',
    });
    for (const content of ['Do I live in Oslo?', 'What a day!', 'She loves chess.', ''])
      expect(statementsOf(turn(0, content))).toEqual([]);
    expect(statementsOf(turn(0, 'I love opera', { speaker: 'assistant' }))).toEqual([]);
  });
  it('never throws', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 200 }),
        (content) => statementsOf(turn(0, content)).length >= 0,
      ),
    );
  });
});

describe('planFacts', () => {
  it('merges repetitions of one subject and relation only, and links the rest', () => {
    const { nodes, links } = planFacts([
      turn(0, 'I love Italian opera.'),
      turn(1, 'As I said, I really love Italian opera!'),
      turn(2, 'I love Italian opera.', { speaker: 'Bo' }),
      turn(3, 'I bought Italian opera.'),
    ]);
    expect(
      nodes.map(({ metadata, sources }) => [metadata['subject'], metadata['relation'], sources]),
    ).toEqual([
      ['Ann', 'bought', ['t0003']],
      ['Ann', 'likes', ['t0000', 't0001']],
      ['Bo', 'likes', ['t0002']],
    ]);
    expect(
      links.some(({ kind, from, to }) => kind === 'similar' && from.includes('ann') && to.includes('bo')),
    ).toBe(true);
  });
});

describe('consolidateInMemory', () => {
  const turns = recurring();
  const plan = consolidateInMemory(turns);

  it('makes every level, with sources that exist and texts of their own', () => {
    for (const level of [1, 2, 3])
      expect(plan.nodes.filter((node) => node.level === level).length).toBeGreaterThan(0);
    const known = new Set([...turns.map(({ id }) => id), ...plan.nodes.map(({ key }) => key)]);
    expect(new Set(plan.nodes.map(({ key }) => key)).size).toBe(plan.nodes.length);
    for (const node of plan.nodes) {
      expect(node.sources.length).toBeGreaterThan(0);
      expect(node.sources.every((id) => known.has(id))).toBe(true);
      expect(node.label.length > 0 && node.content.length > 0).toBe(true);
      expect(node.importance >= 0 && node.importance <= 1).toBe(true);
    }
    for (const { from, to, weight } of plan.links) {
      expect(known.has(from) && known.has(to) && from !== to && weight > 0 && weight <= 1).toBe(true);
    }
  });

  it('is the same for the same memories in any order', () => {
    expect(consolidateInMemory(turns)).toEqual(plan);
    fc.assert(
      fc.property(fc.shuffledSubarray(turns, { minLength: turns.length }), (shuffled) => {
        expect(consolidateInMemory(shuffled)).toEqual(plan);
      }),
      { numRuns: 3 },
    );
  });

  it('brings the words of one matter together in one theme, and no others', () => {
    const themes = plan.nodes.filter(({ kind }) => kind === 'theme');
    expect(themes).toHaveLength(3);
    for (const words of MATTERS) {
      const topics = plan.nodes.filter(
        ({ kind, label }) => kind === 'topic' && words.some((word) => label.includes(word)),
      );
      expect(topics.length).toBeGreaterThan(1);
      const home = themes.filter(({ sources }) => topics.some(({ key }) => sources.includes(key)));
      expect(home).toHaveLength(1);
    }
  });

  it('says nothing of nothing', () => {
    expect(consolidateInMemory([])).toEqual({ nodes: [], links: [] });
    expect(asItem(plan.nodes[0] ?? expect.fail()).terms).not.toBe('');
  });
});

describe('minHash and similarPairs', () => {
  const words = fc.uniqueArray(
    fc.integer({ min: 0, max: 40 }).map((n) => `w${n}`),
    { minLength: 1, maxLength: 12 },
  );
  it('does not depend on order and finds equal sets', () => {
    fc.assert(
      fc.property(words, words, (a, b) => {
        expect(minHash(a.toReversed())).toEqual(minHash(a));
        const pairs = similarPairs([new Set(a), new Set(b), new Set(a)], 0.9);
        expect(pairs).toContainEqual({ a: 0, b: 2, similarity: 1 });
        for (const { similarity } of pairs) expect(similarity).toBeGreaterThanOrEqual(0.9);
      }),
    );
    expect(jaccard(new Set(['a', 'b']), new Set(['b', 'c']))).toBeCloseTo(1 / 3);
    expect(similarPairs([new Set(), new Set()], 0)).toEqual([]);
  });
});

describe('propagateLabels', () => {
  it('keeps two triangles on a thin bridge apart', () => {
    const edge = (a: number, b: number, weight = 1) => ({ a, b, weight });
    const labels = propagateLabels(7, [
      edge(0, 1),
      edge(1, 2),
      edge(0, 2),
      edge(3, 4),
      edge(4, 5),
      edge(3, 5),
      edge(2, 3, 0.1),
    ]);
    expect(new Set(labels.slice(0, 3)).size).toBe(1);
    expect(new Set(labels.slice(3, 6)).size).toBe(1);
    expect(labels[0]).not.toBe(labels[3]);
    expect(labels[6]).toBe(6);
  });
});

describe('estimateImportance', () => {
  it('ranks facts over talk over greetings', () => {
    const [fact, talk, greeting] = [
      'My name is Ann, I moved to Oslo in 2019 and I am allergic to nuts',
      'The bus came late today so we walked along the river',
      'Hi!',
    ].map(estimateImportance);
    expect(fact).toBeGreaterThan(0.7);
    expect(talk).toBeGreaterThan(0.25);
    expect(greeting).toBeLessThan(0.2);
    expect(estimateImportance('Запомни: моя дочь не ест орехи, у неё аллергия')).toBeGreaterThan(0.5);
    expect(estimateImportance('')).toBeLessThan(0.2);
  });
});
