import type { Message } from './conversation.ts';

type Answer = Pick<Message, 'content' | 'answer'>;

/** A piece of an answer without a model: words, then the number of the memory they are quoted from. */
const quotation = /([«“])((?:(?! \[\d{1,3}\])[\s\S])*)([»”] \[(\d{1,3})\])/gu;

/**
 * An answer without the words of memories that were deleted for good: their citations keep the number alone, and what
 * an answer without a model quoted of them becomes an ellipsis. What a model said in its own words stays. Answers the
 * same object where nothing is cited.
 */
export function withoutPurged<Told extends Answer>(
  message: Told,
  isPurged: (nodeId: string) => boolean,
): Told {
  const { content, answer } = message;
  const purged = answer?.citations.filter(({ nodeId }) => isPurged(nodeId)) ?? [];
  if (answer === null || purged.length === 0) return message;
  const markers = new Set(purged.map(({ marker }) => String(marker)));
  const citations = answer.citations.map((citation) =>
    purged.includes(citation) ? { ...citation, label: '', excerpt: '' } : citation,
  );
  const quoted = (whole: string, open: string, _words: string, close: string, marker: string): string =>
    markers.has(marker) ? `${open}…${close}` : whole;
  return {
    ...message,
    content: answer.offline ? content.replaceAll(quotation, quoted) : content,
    answer: { ...answer, citations },
  };
}
