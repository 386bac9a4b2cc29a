import { describe, expect, it } from 'vitest';
import { withoutPurged } from './citation.rules.ts';
import type { AnswerRecord, Citation } from './conversation.ts';

const cite = (marker: number, nodeId: string): Citation => ({
  marker,
  nodeId,
  label: `label of ${nodeId}`,
  level: 0,
  excerpt: `words of ${nodeId}`,
  occurredAt: null,
});

const record: AnswerRecord = {
  contextCount: 2,
  strategiesUsed: ['lexical'],
  processingTimeMs: 1,
  citations: [cite(1, 'a'), cite(2, 'b')],
  offline: true,
  tokensUsed: 0,
  interrupted: false,
};

const only =
  (...ids: string[]) =>
  (id: string) =>
    ids.includes(id);

describe('an answer whose memories were deleted for good', () => {
  it.each([
    [
      'Ann, May 3: “I live in Riga” [1] “My key is at Ilze’s” [2]',
      'Ann, May 3: “…” [1] “My key is at Ilze’s” [2]',
    ],
    ['Анна: «Живу в «Заре» [дом] у реки» [1] «Ключ у Илзе» [2]', 'Анна: «…» [1] «Ключ у Илзе» [2]'],
    ['«Две\nстроки» [1]', '«…» [1]'],
    ['Nothing is quoted here.', 'Nothing is quoted here.'],
  ])('keeps its frame and loses the words: %j', (content, expected) => {
    const told = withoutPurged({ content, answer: record }, only('a'));
    expect(told.content).toBe(expected);
    expect(told.answer?.citations).toEqual([{ ...cite(1, 'a'), label: '', excerpt: '' }, cite(2, 'b')]);
  });

  it('leaves what a model said in its own words, and answers that cite nothing of it', () => {
    const answer = { ...record, offline: false };
    const content = 'You said “Riga” [1].';
    expect(withoutPurged({ content, answer }, only('a')).content).toBe(content);
    const other = { content, answer };
    expect(withoutPurged(other, only('c'))).toBe(other);
    const question = { content: '“Riga” [1]', answer: null };
    expect(withoutPurged(question, only('a'))).toBe(question);
  });
});
