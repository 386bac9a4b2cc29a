import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { generateConversations } from '../../testing/index.ts';
import { consolidateInMemory } from '../consolidation/consolidate-in-memory.rules.ts';
import { analyzeDocument } from '../retrieval/analyze-document.rules.ts';
import type { SpaceDocument } from '../retrieval/space-document.ts';
import { STRATEGIES } from '../strategies/strategies.ts';
import { evaluateInMemory, evaluatePlainBm25 } from './evaluate-in-memory.rules.ts';
import type { EvaluationSample } from './locomo.ts';
import { percentile, recallAt, reportOf, scoresOf } from './metrics.rules.ts';
import { parseLocomo, parseSessionTime, repairEvidence } from './parse-locomo.rules.ts';

/** Every derived memory of a conversation, ready for the index. */
function derivedDocuments({ turns }: EvaluationSample): SpaceDocument[] {
  const items = turns.map(({ id, sessionId, ordinal, occurredAt, speaker, text }) => {
    const { terms, entities } = analyzeDocument({ content: text, speaker, occurredAt });
    const own = { id, sessionId, ordinal, occurredAt, speaker, terms, entities, content: text };
    return { ...own, level: 0 as const, kind: 'turn' as const, label: '', importance: 0.5, sources: [] };
  });
  return consolidateInMemory(items).nodes.map(
    ({ key, level, kind, label, content, occurredAt, importance, sources }) => {
      const { terms } = analyzeDocument({ content: `${label}. ${content}`, speaker: null, occurredAt });
      const place = { id: key, level, kind, sessionId: null, ordinal: 0, occurredAt, speaker: null };
      return { ...place, terms, importance, accessCount: 0, lastAccessedAt: null, sources };
    },
  );
}

describe('repairEvidence', () => {
  it.each([
    [['D8:6; D9:17'], ['D8:6', 'D9:17']],
    [['D:11:26'], ['D11:26']],
    [['D30:05', 'D30:5'], ['D30:5']],
    [
      ['D1:1 D1:2', 7, null],
      ['D1:1', 'D1:2'],
    ],
    ['D2:3', ['D2:3']],
    [['nothing', 'D', 'D4'], []],
    [undefined, []],
  ])('%j is %j', (evidence, ids) => {
    expect(repairEvidence(evidence)).toEqual(ids);
  });
});

describe('parseSessionTime', () => {
  it.each([
    ['1:56 pm on 8 May, 2023', '2023-05-08T13:56:00.000Z'],
    ['12:09 am on 13 September, 2023', '2023-09-13T00:09:00.000Z'],
    ['12:30 pm on 1 January 2024', '2024-01-01T12:30:00.000Z'],
    ['14:05 on 2 June, 2022', '2022-06-02T14:05:00.000Z'],
    ['2023-05-08T13:56:00Z', '2023-05-08T13:56:00.000Z'],
  ])('%s', (written, iso) => {
    expect(new Date(parseSessionTime(written) ?? 0).toISOString()).toBe(iso);
  });
  it('is null for nonsense', () => {
    expect(parseSessionTime('8 Foober, 2023')).toBeNull();
    expect(parseSessionTime('')).toBeNull();
  });
});

describe('parseLocomo', () => {
  it('reads sessions in order of their numbers, and drops what cannot be resolved', () => {
    const [sample] = parseLocomo([
      {
        sample_id: 's',
        conversation: {
          speaker_a: 'Ann',
          speaker_b: 'Bo',
          session_10: [{ dia_id: 'D10:1', speaker: 'Bo', text: 'later' }],
          session_10_date_time: '1:00 pm on 2 May, 2023',
          session_2: [
            { dia_id: 'D2:01', speaker: 'Ann', text: 'hi', blip_caption: 'a cat', query: ['cat', 'sofa'] },
            'junk',
            { speaker: 'Bo', text: ' ' },
          ],
          session_2_date_time: 'unknown',
          session_3: 'junk',
        },
        qa: [
          { question: 'q', category: 1, evidence: ['D2:1; D77:1'] },
          { question: 'q', category: 9, evidence: [] },
          { category: 2 },
          null,
          { question: 'x', category: '5' },
        ],
      },
    ]);
    expect(sample?.turns.map(({ id, sessionId, captionQuery }) => [id, sessionId, captionQuery])).toEqual([
      ['D2:1', 'session_2', 'cat sofa'],
      ['D10:1', 'session_10', null],
    ]);
    expect(sample?.speakers).toEqual(['Ann', 'Bo']);
    expect(sample?.questions).toEqual([
      { question: 'q', category: 'multi-hop', evidence: ['D2:1'] },
      { question: 'x', category: 'adversarial', evidence: [] },
    ]);
  });

  it('refuses what is no file of conversations, and nothing else', () => {
    expect(() => parseLocomo({})).toThrow('not a JSON array');
    expect(() => parseLocomo([{ conversation: null }])).toThrow('not a JSON array');
    const anything = fc
      .anything()
      .map((value) => [{ conversation: { session_1: value, session_1_date_time: value }, qa: value }]);
    fc.assert(fc.property(anything, (json) => parseLocomo(json).length === 1));
  });
});

describe('metrics', () => {
  it('counts shares of evidence, complete evidence and first hits', () => {
    const rankings = [
      { category: 'multi-hop', evidence: ['a', 'b'], ranked: ['x', 'a', ...'cdefghijk', 'b'] },
      { category: 'single-hop', evidence: ['a'], ranked: ['a'] },
      { category: 'adversarial', evidence: ['a'], ranked: [] },
      { category: 'temporal', evidence: [], ranked: ['a'] },
    ] as const;
    const report = reportOf(rankings);
    expect(report.all).toEqual({
      questions: 3,
      recall: { 5: 0.5, 10: 0.5, 25: 2 / 3, 50: 2 / 3 },
      allEvidenceAt10: 1 / 3,
      meanReciprocalRank: 0.5,
    });
    expect(report.answerable.questions).toBe(2);
    expect(report.byCategory.get('multi-hop')?.recall[25]).toBe(1);
    expect(recallAt(['a'], ['a', 'a'], 1)).toBe(1);
    expect(scoresOf([]).recall[10]).toBe(0);
  });
  it('takes percentiles by the nearest rank', () => {
    expect(percentile([4, 1, 3, 2], 50)).toBe(2);
    expect(percentile([4, 1, 3, 2], 95)).toBe(4);
    expect(percentile([5], 0)).toBe(5);
    expect(percentile([], 50)).toBeNaN();
  });
});

describe('the default strategy', () => {
  const samples = parseLocomo(generateConversations(6, 20, 16));

  it('finds clearly more than plain BM25, in every category', () => {
    const plain = evaluatePlainBm25(samples);
    const contextual = evaluateInMemory(samples, STRATEGIES.contextual);
    expect(contextual.all.questions).toBeGreaterThan(200);
    expect(contextual.answerable.recall[10]).toBeGreaterThan(plain.answerable.recall[10] + 0.15);
    expect(contextual.all.allEvidenceAt10).toBeGreaterThan(plain.all.allEvidenceAt10 + 0.15);
    for (const [category, scores] of contextual.byCategory) {
      expect(scores.recall[10]).toBeGreaterThan(plain.byCategory.get(category)?.recall[10] ?? 1);
    }
  });

  it('is the same on every run', () => {
    expect(parseLocomo(generateConversations(6, 20, 16))).toEqual(samples);
    expect(evaluateInMemory(samples, STRATEGIES.contextual)).toEqual(
      evaluateInMemory(samples, STRATEGIES.contextual),
    );
  });
});

describe('drill-down', () => {
  it('does not cost the default strategy any recall', () => {
    const samples = parseLocomo(generateConversations(4, 24, 16));
    const plain = evaluateInMemory(samples, STRATEGIES.contextual);
    expect(evaluateInMemory(samples, STRATEGIES.contextual, { derived: derivedDocuments })).toEqual(plain);
    expect(
      evaluateInMemory(samples, STRATEGIES.thematic, { derived: derivedDocuments }).all.recall[50],
    ).toBeGreaterThan(0.8);
  });
});
