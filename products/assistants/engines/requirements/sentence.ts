import {
  actorsEn,
  actorsRu,
  obligationEn,
  obligationRu,
  typesEn,
  typesRu,
  wordingEn,
  wordingRu,
} from './lexicon/index.ts';
import { measuresOf } from './measures.ts';
import { type PhraseHit, phraseFinder } from './phrases.ts';
import type { Language, Measure } from './requirement.ts';
import { languageOf, type Token, tokensOf } from './words.ts';

export type WordingKey = keyof typeof wordingRu;
export type ObligationKey = keyof typeof obligationRu;
export type ActorKey = keyof typeof actorsRu;
export type TypeKey = keyof typeof typesRu;

/** A sentence with everything the lexicons say about it: what classification and rules look at. */
export interface ReadSentence {
  readonly text: string;
  readonly language: Language;
  readonly tokens: readonly Token[];
  readonly wording: readonly PhraseHit<WordingKey>[];
  readonly obligations: readonly PhraseHit<ObligationKey>[];
  readonly actors: readonly PhraseHit<ActorKey>[];
  readonly types: readonly PhraseHit<TypeKey>[];
  readonly measures: readonly Measure[];
}

const finders = {
  ru: {
    wording: phraseFinder<WordingKey>(wordingRu),
    obligation: phraseFinder<ObligationKey>(obligationRu),
    actor: phraseFinder<ActorKey>(actorsRu),
    type: phraseFinder<TypeKey>(typesRu),
  },
  en: {
    wording: phraseFinder<WordingKey>(wordingEn),
    obligation: phraseFinder<ObligationKey>(obligationEn),
    actor: phraseFinder<ActorKey>(actorsEn),
    type: phraseFinder<TypeKey>(typesEn),
  },
} as const;

export function readSentence(text: string): ReadSentence {
  const language = languageOf(text);
  const tokens = tokensOf(text);
  const find = finders[language];
  return {
    text,
    language,
    tokens,
    wording: find.wording(tokens),
    obligations: find.obligation(tokens),
    actors: find.actor(tokens),
    types: find.type(tokens),
    measures: measuresOf(tokens),
  };
}
