import {
  analyze,
  dateTerms,
  detectLanguage,
  extractEntities,
  type Language,
  type ResolvedDate,
  resolveDates,
} from '#platform/server/language';

export interface AnalyzableContent {
  readonly content: string;
  readonly speaker: string | null;
  /** What an attached picture shows, and what was searched for to find it. */
  readonly caption?: string | null;
  readonly captionQuery?: string | null;
  /** Milliseconds since 1970 (UTC); null where the moment is unknown: then no dates are resolved. */
  readonly occurredAt: number | null;
}

export interface AnalyzedDocument {
  /** Stems of content, caption, caption query and dates, separated by single spaces: what the index takes. */
  readonly terms: string;
  /** Days the content speaks about. */
  readonly dates: readonly ResolvedDate[];
  /** Names as first written, with the key that is the same in every grammatical case. */
  readonly entities: readonly { readonly name: string; readonly key: string }[];
  readonly language: Language;
}

/** A later date costs little; hundreds of them in one text are a table, not a memory of days. */
const MAX_DATES = 12;

/** Prepares a memory for the index once, when it is written: fields joined, dates made absolute, names found. */
export function analyzeDocument(document: AnalyzableContent): AnalyzedDocument {
  const { content, caption, captionQuery, occurredAt } = document;
  const words = analyze(content);
  for (const field of [caption, captionQuery]) {
    if (field !== undefined && field !== null) words.push(...analyze(field));
  }
  const dates = occurredAt === null ? [] : resolveDates(content, occurredAt).slice(0, MAX_DATES);
  const present = new Set(words);
  const days = [
    ...dates.flatMap((date) => dateTerms(date)),
    ...(occurredAt === null ? [] : dateTerms(occurredAt)),
  ];
  for (const term of days) {
    if (present.has(term)) continue;
    present.add(term);
    words.push(term);
  }
  const entities = extractEntities(content).map(({ text, key }) => ({ name: text, key }));
  return { terms: words.join(' '), dates, entities, language: detectLanguage(content) };
}
