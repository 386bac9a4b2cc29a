import type { ReadSentence } from './sentence.ts';
import type { Token } from './words.ts';

const nounsLikeInfinitives = new Set(
  'сеть память путь печать роль часть область очередь пять шесть девять десять опять нефть треть четверть прибыль нить хоть есть быть'.split(
    ' ',
  ),
);
const infinitivesInTi = /(?:вести|нести|найти|[еоы]йти|идти|йти|расти|трясти|пасти|везти)$/;

/** A Russian infinitive by its ending; nouns in -ость and the like are not. */
export function isInfinitive(token: Token | undefined): boolean {
  if (token?.kind !== 'word' || token.quoted) return false;
  const word = token.lower;
  if (word.length < 4 || nounsLikeInfinitives.has(word)) return false;
  if (/(?:ться|чься|тись)$/.test(word)) return true;
  if (/(?:[оеаиу]сть)$/.test(word)) return false;
  return /(?:[аеияоуы]ть|чь)$/.test(word) || infinitivesInTi.test(word);
}

/** A verb in the present or future, third person. */
export function isIndicative(token: Token | undefined): boolean {
  if (token?.kind !== 'word' || token.quoted || token.lower.length < 5) return false;
  if (/(?:ется|ются|ится|ятся|атся)$/.test(token.lower)) return true;
  return (
    /(?:[аяеуюи]ет|[аяеу]ют|ает|яет|ует|юет|[лнрвсдтчшжщ]ит|[лнрвсдт]ят|[чшжщ]ат)$/.test(token.lower) &&
    !/(?:бюджет|клиент|интернет|кабинет|приоритет|лимит|кредит|аудит|дебет|билет|пакет|отчет|расчет|формат|объект|проект|аккаунт|предмет|остат)/.test(
      token.lower,
    )
  );
}

const impersonal =
  /^(?:необходим|следует|требу|нужн|надо|надлежит|желательн|рекоменд|хотелось|следовало|можно|планир|предполаг|было|неплохо|хорошо|имеет|нельзя|стоит)/;

/** Where the clause of duty begins: tokens before are the condition, if there is one. */
export function mainClauseStart(sentence: ReadSentence): number {
  const { tokens } = sentence;
  const first = tokens.find((token) => token.kind === 'word')?.lower ?? '';
  if (
    !/^(?:если|при|когда|после|в|до|перед|как|в случае|if|when|after|while|before|where|on|upon|once|during)$/.test(
      first,
    )
  )
    return 0;
  const modal = sentence.obligations.find((hit) => hit.key !== 'context')?.from ?? tokens.length;
  for (let at = Math.min(modal, tokens.length) - 1; at > 0; at--)
    if (tokens[at]?.text === ',')
      return tokens[at + 1]?.lower === 'то' || tokens[at + 1]?.lower === 'then' ? at + 2 : at + 1;
  return 0;
}

export interface Predicate {
  /** Tokens of the word of duty or of the finite verb. */
  readonly from: number;
  readonly to: number;
  readonly impersonal: boolean;
}

/** The word of duty the sentence turns on, or its finite verb. */
export function predicateOf(sentence: ReadSentence): Predicate | undefined {
  const start = mainClauseStart(sentence);
  const order = ['mandatory', 'prohibited', 'recommended', 'permitted'];
  const hit = sentence.obligations.filter(
    (one) =>
      order.includes(one.key) &&
      one.from >= start &&
      !/^(?:не (?:менее|более)|at )/.test(words(sentence, one.from, one.to)),
  )[0];
  if (hit)
    return {
      from: hit.from,
      to: hit.to,
      impersonal: impersonal.test(sentence.tokens[hit.from]?.lower ?? ''),
    };
  const tokens = sentence.tokens;
  const firstWord = tokens.findIndex((token, at) => at >= start && token.kind === 'word');
  if (isInfinitive(tokens[firstWord])) return { from: firstWord, to: firstWord, impersonal: true };
  const verb = tokens.findIndex((token, at) => at > firstWord && isIndicative(token));
  return verb < 0 ? undefined : { from: verb, to: verb, impersonal: false };
}

export function words(sentence: ReadSentence, from: number, to: number): string {
  return sentence.tokens
    .slice(from, to)
    .map((token) => token.lower)
    .join(' ');
}

export type SubjectKind = 'system' | 'person' | 'other' | 'none';

/** Who the sentence is about, by the actor named before its predicate. */
export function subjectOf(sentence: ReadSentence): SubjectKind {
  const predicate = predicateOf(sentence);
  if (!predicate) return 'none';
  const start = mainClauseStart(sentence);
  const before = sentence.actors.filter((hit) => hit.from >= start && hit.from < predicate.from);
  if (before.length > 0) return before[0]?.key ?? 'other';
  if (predicate.impersonal) {
    const after = sentence.actors.find((hit) => hit.from >= predicate.to && hit.from <= predicate.to + 2);
    return after ? after.key : 'none';
  }
  // «Должна ли…» aside, a duty with nothing before it has its subject behind it.
  const soon = sentence.actors.find((hit) => hit.from >= predicate.to && hit.from <= predicate.to + 2);
  return predicate.from > start ? 'other' : (soon?.key ?? 'none');
}
