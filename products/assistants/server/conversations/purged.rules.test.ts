import { describe, expect, it } from 'vitest';
import type { AnswerRecord, Citation } from './conversation.ts';
import { withoutPurged } from './purged.rules.ts';

const cite = (marker: number, kind: Citation['kind'], reference: string, excerpt: string): Citation => ({
  marker,
  kind,
  title: `title of ${reference}`,
  reference,
  excerpt,
});

describe('an answer of an assistant whose memories were deleted for good', () => {
  const citations = [
    cite(1, 'memory', 'n1', 'The project is called Buttercup…'),
    cite(2, 'document', 'n1', 'A document'),
    cite(3, 'memory', 'n2', ''),
  ];
  const answer = { citations } as unknown as AnswerRecord;

  it('keeps the numbers and loses the words, in the text too', () => {
    const content = 'As you said: The project is called Buttercup [1], see [2].';
    const told = withoutPurged({ content, answer }, (id) => id === 'n1');
    expect(told.content).toBe('As you said: … [1], see [2].');
    expect(told.answer?.citations).toEqual([
      { ...citations[0], title: '', excerpt: '' },
      citations[1],
      citations[2],
    ]);
  });

  it('leaves the words alone where an excerpt is empty, and questions', () => {
    const told = withoutPurged({ content: 'abc', answer }, () => true);
    expect(told.content).toBe('abc');
    const question = { content: 'abc', answer: null };
    expect(withoutPurged(question, () => true)).toBe(question);
  });
});
