/** Language analysis for Russian and English: pure functions, no I/O, linear time, safe on arbitrary text. */
export { analyze } from './analyze.ts';
export type { DatePrecision } from './dates/date-span.ts';
export { dateTerms } from './dates/date-terms.ts';
export { type DateRange, type ResolvedDate, resolveDates } from './dates/resolve-dates.ts';
export { detectLanguage, type Language } from './detect-language.ts';
export { type Entity, extractEntities } from './entities.ts';
export { type KeyPhrase, keyPhrases } from './key-phrases.ts';
export { type Sentence, splitSentences } from './sentences.ts';
export { stem } from './stems.ts';
export { isStopWord } from './stop-words.ts';
export { extractiveSummary } from './summary.ts';
export { type Token, tokenize } from './tokens.ts';
