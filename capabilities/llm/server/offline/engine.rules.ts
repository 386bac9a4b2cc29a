import { detectLanguage, type Language } from '#platform/server/language';
import type { Passage } from '../chat/request.ts';
import { candidatesOf } from './candidates.rules.ts';
import { longDate, namedDate } from './dates.rules.ts';
import { type Intent, intentOf } from './intent.rules.ts';
import { type Phrases, phrases } from './phrases.ts';
import { questionTypeOf } from './question-type.rules.ts';
import { ownTopicOf, rankSentences } from './ranking.rules.ts';
import { overviewOf, type Quotation, selectQuotations } from './select.rules.ts';

/** A part of an answer; `marker` cites the passage of that number. */
export interface AnswerPart {
  readonly text: string;
  readonly marker?: number;
}

export interface ExtractiveRequest {
  readonly message: string;
  /** The question before this one: a message without a topic of its own ("And when?") continues it. */
  readonly earlier?: string | undefined;
  readonly passages: readonly Passage[];
  /** Used when the message has no letters. */
  readonly locale?: Language | undefined;
}

const MAX_ECHO = 300;

function attributionOf({ candidate }: Quotation, say: Phrases, language: Language): string {
  const { occurredAt } = candidate.passage;
  const date = occurredAt === undefined ? undefined : longDate(occurredAt, language);
  return say.attribution(candidate.speaker, date);
}

function answerQuestion(
  question: string,
  passages: readonly Passage[],
  language: Language,
): readonly AnswerPart[] {
  const say = phrases[language];
  const type = questionTypeOf(question);
  const candidates = candidatesOf(passages);
  const isOverview = type === 'what' && ownTopicOf(question).length === 0;
  const { quotations, isUnsure } = isOverview
    ? overviewOf(candidates)
    : selectQuotations(rankSentences(question, type, candidates), type, candidates);
  const [first] = quotations;
  if (first === undefined) return [{ text: say.nothing }];
  const named =
    type === 'when' ? namedDate(first.text, first.candidate.passage.occurredAt, language) : undefined;
  const parts: AnswerPart[] = [];
  if (isUnsure) parts.push({ text: say.unsure });
  else if (named !== undefined) parts.push({ text: say.date(named) });
  let attributed = '';
  quotations.forEach((quotation, index) => {
    const { marker } = quotation.candidate;
    const attribution = attributionOf(quotation, say, language);
    const lead = attribution === attributed ? '' : attribution;
    attributed = attribution;
    const space = index === quotations.length - 1 ? '' : ' ';
    parts.push({ text: `${lead}${say.quote(quotation.text)} [${marker}]${space}`, marker });
  });
  return parts;
}

function echo(statement: string): string {
  return statement.length <= MAX_ECHO
    ? statement
    : `${statement.slice(0, MAX_ECHO).toWellFormed().trimEnd()}…`;
}

function reply(intent: Exclude<Intent, { kind: 'question' }>, say: Phrases): string {
  switch (intent.kind) {
    case 'greeting':
      return say.greeting;
    case 'farewell':
      return say.farewell;
    case 'thanks':
      return say.thanks;
    case 'acknowledgement':
      return say.acknowledged;
    case 'abilities':
      return say.abilities;
    case 'remember':
      return say.remembered(echo(intent.statement));
    default: {
      const unknown: never = intent;
      return unknown;
    }
  }
}

/**
 * Answers from the passages without a language model: picks the sentences that answer best and quotes them verbatim
 * in a frame of the question's language, or says that nothing is known. Equal input, equal output.
 */
export function extractAnswer({
  message,
  earlier,
  passages,
  locale,
}: ExtractiveRequest): readonly AnswerPart[] {
  const language = /\p{L}/u.test(message) ? detectLanguage(message) : (locale ?? 'en');
  const intent = intentOf(message);
  if (intent.kind !== 'question') return [{ text: reply(intent, phrases[language]) }];
  const hasTopic = ownTopicOf(intent.text).length > 0;
  const question = hasTopic || earlier === undefined ? intent.text : `${intent.text} ${earlier}`;
  return answerQuestion(question, passages, language);
}
