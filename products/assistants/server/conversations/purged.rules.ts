import type { Message } from './conversation.ts';

type Answer = Pick<Message, 'content' | 'answer'>;

/** Excerpts that were cut end so. */
const cut = /…$/u;

/**
 * An answer without the words of memories that were deleted for good: their citations keep the number alone, and what
 * was quoted word for word becomes an ellipsis. What a model said in its own words stays.
 */
export function withoutPurged<Told extends Answer>(
  message: Told,
  isPurged: (nodeId: string) => boolean,
): Told {
  const { answer } = message;
  if (answer === null) return message;
  let { content } = message;
  const citations = answer.citations.map((citation) => {
    if (citation.kind !== 'memory' || !isPurged(citation.reference)) return citation;
    const words = citation.excerpt.replace(cut, '').trim();
    if (words !== '') content = content.replaceAll(words, '…');
    return { ...citation, title: '', excerpt: '' };
  });
  return { ...message, content, answer: { ...answer, citations } };
}
