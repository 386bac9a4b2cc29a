import { analyze } from '#platform/server/language';
import type { Candidate } from './candidates.rules.ts';
import { carries, type QuestionType } from './question-type.rules.ts';
import { nameOf } from './speakers.rules.ts';

export interface Ranked {
  readonly candidate: Candidate;
  readonly score: number;
  /** Share of the question's weight found in the sentence and its surroundings, 0..1. */
  readonly coverage: number;
  /** It carries the kind of thing the question asks for. */
  readonly isOfType: boolean;
}

/** Words of asking, not of what is asked about (stems, as `analyze` gives them). */
const ASKING: ReadonlySet<string> = new Set(
  analyze(
    'many long often old tell told say said remind remember recall know name called show list find describe please favorite ' +
      'сколько расскажи расскажите напомни напомните помнишь помните знаешь знаете зовут звали имя кем чему откуда обо рассказал рассказала рассказывал рассказывала говорил говорила сказал сказала назови перечисли найди опиши скажи вспомни пожалуйста',
  ),
);

/** What a question is about: its terms without those of asking. */
export function ownTopicOf(question: string): readonly string[] {
  return [...new Set(analyze(question))].filter((term) => !ASKING.has(term));
}

function topicOf(question: string): readonly string[] {
  const topic = ownTopicOf(question);
  return topic.length > 0 ? topic : [...new Set(analyze(question))];
}

/** Inflection and derivation leave a long common beginning behind, which stemmers do not always cut to. */
function similar(left: string, right: string): number {
  if (left === right) return 1;
  const shorter = Math.min(left.length, right.length);
  if (shorter < 5 || Math.abs(left.length - right.length) > 3 || /\d/.test(left + right)) return 0;
  let common = 0;
  while (common < shorter && left[common] === right[common]) common += 1;
  return common >= 5 && common >= shorter - 1 ? 0.7 : 0;
}

function bestMatch(term: string, terms: ReadonlySet<string>): number {
  if (terms.has(term)) return 1;
  let best = 0;
  for (const other of terms) best = Math.max(best, similar(term, other));
  return best;
}

interface Weights {
  readonly weight: ReadonlyMap<string, number>;
  readonly total: number;
}

/** Below this many sentences a term that occurs at all would seem to say nothing. */
const fewSentences = 20;

/** Rare terms say more (BM25's IDF over the sentences at hand); a term nobody uses weighs most. */
function weigh(topic: readonly string[], candidates: readonly Candidate[]): Weights {
  const weight = new Map<string, number>();
  const sentences = Math.max(candidates.length, fewSentences);
  for (const term of topic) {
    const frequency = candidates.filter(({ terms }) => bestMatch(term, terms) > 0).length;
    weight.set(term, Math.log(1 + (sentences - frequency + 0.5) / (frequency + 0.5)));
  }
  return { weight, total: [...weight.values()].reduce((sum, value) => sum + value, 0) };
}

const neighbourShare = { before: 0.5, after: 0.25 };
/** A reply is about what was asked, nearly as if it had said so itself. */
const askedShare = 0.8;
const answerBonus = 1.4;
const questionPenalty = 0.1;
/** What the agent said repeats what it had been told. */
const agentShare = 0.5;
/** Of somebody the question does not name, when it names another speaker. */
const otherSpeaker = 0.6;

/**
 * Orders sentences by how well they answer: the weighted share of the question's terms, lent partly from neighbours
 * (the answer follows the question) and from the speaker's name, raised when the sentence carries the kind of thing
 * asked for, lowered when it is a question itself. Ties go to the more relevant passage, then to the earlier sentence.
 */
export function rankSentences(
  question: string,
  type: QuestionType,
  candidates: readonly Candidate[],
): readonly Ranked[] {
  const topic = topicOf(question);
  const { weight, total } = weigh(topic, candidates);
  if (total === 0) return [];
  const matches = candidates.map(({ terms }) => new Map(topic.map((term) => [term, bestMatch(term, terms)])));
  const at = (position: number, from: Candidate, term: string): number =>
    candidates[position]?.marker === from.marker ? (matches[position]?.get(term) ?? 0) : 0;

  const names = candidates.map(({ speaker }) => new Set(analyze(nameOf(speaker))));
  const isNamed = (position: number) =>
    candidates[position]?.speaker?.kind === 'person' &&
    topic.some((term) => names[position]?.has(term) === true);
  const asksForSpeaker = candidates.some((_, position) => isNamed(position));

  return candidates
    .map((candidate, position) => {
      const named = names[position] ?? new Set();
      let own = 0;
      let around = 0;
      for (const term of topic) {
        const value = weight.get(term) ?? 0;
        const here = Math.max(at(position, candidate, term), askedShare * bestMatch(term, candidate.asked));
        const near = Math.max(
          here,
          neighbourShare.before * at(position - 1, candidate, term),
          neighbourShare.after * at(position + 1, candidate, term),
          bestMatch(term, named) * 0.8,
        );
        own += value * here;
        around += value * near;
      }
      const coverage = around / total;
      const isOfType = carries(type, candidate.text, candidate.passage.occurredAt);
      // A speaker's name alone says nothing about what was asked, unless the kind of the answer fits.
      const isContent = own > 0 || isOfType || candidate.index > 0;
      const base = isContent ? 0.6 * (own / total) + 0.4 * coverage : 0;
      const bonus =
        (isOfType ? answerBonus : 1) *
        (asksForSpeaker && !isNamed(position) ? otherSpeaker : 1) *
        (candidate.speaker?.kind === 'agent' ? agentShare : 1);
      const penalty = /\?["'»”)\s]*$/u.test(candidate.text) ? questionPenalty : 1;
      const rank = 1 / (1 + candidate.marker / 50);
      return { candidate, coverage, isOfType, score: base * bonus * penalty * rank };
    })
    .filter(({ score }) => score > 0)
    .sort(
      (a, b) =>
        b.score - a.score || a.candidate.marker - b.candidate.marker || a.candidate.index - b.candidate.index,
    );
}
