import { analyze, splitSentences } from '#platform/server/language';
import type { Passage } from '../chat/request.ts';
import { type Speaker, speakerOf } from './speakers.rules.ts';

/** A sentence that may be quoted, in its surroundings. */
export interface Candidate {
  /** From 1, as in `[n]`. */
  readonly marker: number;
  readonly passage: Passage;
  /** Position among the sentences of its passage. */
  readonly index: number;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly terms: ReadonlySet<string>;
  /** Whoever is said to speak, by the passage's title or the line's own prefix. */
  readonly speaker: Speaker | undefined;
  /** Terms of the question it replies to; empty beyond the first sentence of the reply. */
  readonly asked: ReadonlySet<string>;
}

const MAX_SENTENCES = 400;
const PREFIX = /^(?<speaker>\p{Lu}[\p{L}.'’-]{0,40}(?: \p{Lu}[\p{L}.'’-]{0,40})?):\s+(?=\S)/u;

/** Cuts passages into sentences; transcript lines (`Anna: …`) lose their prefix to the speaker. */
export function candidatesOf(passages: readonly Passage[]): readonly Candidate[] {
  const candidates: Candidate[] = [];
  passages.forEach((passage, position) => {
    let speaker = speakerOf(passage.title);
    splitSentences(passage.text).forEach((sentence, index) => {
      if (candidates.length >= MAX_SENTENCES) return;
      const prefix = PREFIX.exec(sentence.text);
      if (prefix !== null) speaker = speakerOf(prefix.groups?.['speaker']) ?? speaker;
      const text = sentence.text.slice(prefix?.[0].length ?? 0);
      candidates.push({
        marker: position + 1,
        passage,
        index,
        text,
        start: sentence.start + (prefix?.[0].length ?? 0),
        end: sentence.end,
        terms: new Set(analyze(text)),
        speaker,
        asked: new Set(index === 0 && passage.replyTo !== undefined ? analyze(passage.replyTo) : []),
      });
    });
  });
  return candidates;
}
