import { describe, expect, it } from 'vitest';
import type { RecallResult } from '#capabilities/memory/server';
import { choosePassages, citationOf, passageOf } from './passages.rules.ts';

const at = new Date('2026-05-01T10:00:00Z');

function result(content: string, fields: Partial<RecallResult['node']> = {}): RecallResult {
  return {
    score: 1,
    explain: [],
    node: {
      id: `id of ${content}`,
      level: 0,
      kind: 'turn',
      sessionId: 's',
      ordinal: 0,
      label: 'label',
      content,
      speaker: 'user',
      caption: null,
      occurredAt: at,
      importance: 0.5,
      accessCount: 0,
      lastAccessedAt: null,
      connections: 0,
      stale: false,
      metadata: {},
      createdAt: at,
      updatedAt: at,
      deletedAt: null,
      ...fields,
    },
  };
}

const options = { tokenBudget: 100, countTokens: (text: string) => text.length, shown: new Set<string>() };
const contents = (results: readonly RecallResult[]) => results.map(({ node }) => node.content);

describe('choosePassages', () => {
  it('leaves out bare questions, repetitions and what is on the screen', () => {
    const results = ['Where do I live?', 'I live in Riga.', 'I live in Riga.', 'I like tea.'].map((text) =>
      result(text),
    );
    expect(contents(choosePassages(results, { ...options, shown: new Set(['I like tea.']) }))).toEqual([
      'I live in Riga.',
    ]);
  });

  it('skips what does not fit and still takes what does', () => {
    const results = [result('a'.repeat(60)), result('b'.repeat(60)), result('c'.repeat(30))];
    expect(contents(choosePassages(results, options))).toEqual(['a'.repeat(60), 'c'.repeat(30)]);
  });
});

it('presents a caption with its turn, and the label of what was made from others', () => {
  expect(passageOf(result('Look!', { caption: 'a red bicycle' }), [])).toEqual({
    id: 'id of Look!',
    text: 'Look! [a red bicycle]',
    title: 'user',
    occurredAt: at,
  });
  expect(
    passageOf(result('label, and so on', { speaker: null, label: 'label,…' }), []).title,
  ).toBeUndefined();
  expect(passageOf(result('x', { speaker: null, level: 1 }), []).title).toBe('label');
});

it('cuts a long excerpt without breaking a character in two', () => {
  const { excerpt } = citationOf(result(`${'я'.repeat(279)}😀 tail`), 1);
  expect(excerpt.isWellFormed()).toBe(true);
  expect(excerpt.endsWith('…')).toBe(true);
});

it('tells what a memory replies to when the question before it was recalled, too', () => {
  const question = result('What did you call the puppy?', { ordinal: 4 });
  const reply = result('Biscuit, because of the colour!', { ordinal: 5 });
  const later = result('He is asleep.', { ordinal: 6 });
  const recalled = [reply, later, question];
  expect(passageOf(reply, recalled).replyTo).toBe('What did you call the puppy?');
  expect(passageOf(later, recalled).replyTo).toBeUndefined();
  expect(
    passageOf({ ...reply, node: { ...reply.node, sessionId: 'other' } }, recalled).replyTo,
  ).toBeUndefined();
});
