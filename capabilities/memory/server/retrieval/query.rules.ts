import {
  analyze,
  type DateRange,
  dateTerms,
  detectLanguage,
  extractEntities,
  type Language,
  resolveDates,
  stem,
  tokenize,
} from '#platform/server/language';

/** What kind of question it is, as far as its surface shows. */
export interface QueryFeatures {
  /** Asks when, or for how long. */
  readonly asksTime: boolean;
  /** Names days, months or years itself. */
  readonly dated: boolean;
  /** Names somebody: a participant or another name. */
  readonly people: boolean;
  /** Asks for an overview rather than one thing. */
  readonly broad: boolean;
  /** Quotes, or names something by a code. */
  readonly exact: boolean;
  /** Content words. */
  readonly length: number;
}

export interface AnalyzedQuery {
  readonly text: string;
  readonly language: Language;
  /** Distinct stems to search for; participants' names are not among them unless nothing else is. */
  readonly terms: readonly string[];
  /** Known participants the query names, as they are known. */
  readonly participants: readonly string[];
  readonly dates: readonly DateRange[];
  readonly entities: readonly string[];
  readonly features: QueryFeatures;
}

export interface QueryContext {
  /** Names of known speakers; labels of roles such as `user` are ignored. */
  readonly participants: readonly string[];
  /** The asker's own name among the speakers: meant by "I" and "my" when nobody is named. */
  readonly self?: string;
  /** The moment of asking, milliseconds since 1970. */
  readonly at: number;
}

const ROLE_LABELS: ReadonlySet<string> = new Set([
  'user',
  'assistant',
  'agent',
  'system',
  'bot',
  'human',
  'пользователь',
  'ассистент',
  'агент',
]);
const FIRST_PERSON: ReadonlySet<string> = new Set(
  'i my me mine myself я мой моя мое мои мне меня мной моего моей моих моему моем мою'.split(' '),
);
const ASKS_TIME =
  /(?<![\p{L}\p{N}])(?:when|what (?:date|day|month|year|time)|how long|how recently|which (?:day|month|year)|когда|какого числа|в каком (?:году|месяце)|в какой день|как давно|сколько времени)(?![\p{L}\p{N}])/iu;
const BROAD =
  /(?<![\p{L}\p{N}])(?:summari[sz]e|summary|overview|overall|in general|tell me (?:about|everything)|what (?:do|did|does) .{1,40} (?:know|like|enjoy|talk) |what (?:activities|hobbies|topics|themes|kinds|types)|all the|everything|расскажи|обзор|в целом|вообще|подытожь|перечисли|какие|что .{1,40} зна(?:ешь|ет|ю)|обо всем|всё|о чем)(?![\p{L}\p{N}])/iu;
const EXACT = /["«“'][^"»”']{2,80}["»”']|[\p{L}]{1,8}-?\d{2,}|\d{4,}-\d|[_#/\\@]/u;
const MIN_NAME = 2;

/** The words of each name that belong to no other name: "Anna Petrova" and "Ivan Petrov" are told apart by the first. */
function distinctiveStems(participants: readonly string[]): Map<string, string> {
  const owner = new Map<string, string | null>();
  for (const name of participants) {
    if (ROLE_LABELS.has(name.toLowerCase())) continue;
    for (const key of new Set(analyzeName(name))) owner.set(key, owner.has(key) ? null : name);
  }
  const distinct = new Map<string, string>();
  for (const [key, name] of owner) if (name !== null) distinct.set(key, name);
  return distinct;
}

function analyzeName(name: string): string[] {
  return tokenize(name)
    .filter(({ term }) => term.length >= MIN_NAME)
    .map(({ term }) => stem(term));
}

/** Date words in the query's own language: documents carry both, and counting a month twice would overrate it. */
function ownDateTerms(dates: readonly DateRange[], language: Language): string[] {
  const foreign = language === 'ru' ? /[a-z]/ : /[а-я]/;
  return dates.flatMap((date) => dateTerms(date)).filter((term) => !foreign.test(term));
}

/** Reads a query: the stems to search for, whom and which days it names, and what kind of question it is. */
export function analyzeQuery(text: string, context: QueryContext): AnalyzedQuery {
  const language = detectLanguage(text);
  const names = distinctiveStems(context.participants);
  const all = analyze(text);
  const named = new Set(tokenize(text).flatMap(({ term }) => names.get(stem(term)) ?? []));
  const firstPerson = tokenize(text).some(({ term }) => FIRST_PERSON.has(term));
  if (
    named.size === 0 &&
    firstPerson &&
    context.self !== undefined &&
    context.participants.includes(context.self)
  )
    named.add(context.self);
  const dates = resolveDates(text, context.at).map(({ from, to }) => ({ from, to }));
  const content = all.filter((term) => !names.has(term));
  const terms = [...new Set([...(content.length > 0 ? content : all), ...ownDateTerms(dates, language)])];
  const entities = extractEntities(text).map(({ key }) => key);
  return {
    text,
    language,
    terms,
    participants: [...named],
    dates,
    entities,
    features: {
      asksTime: ASKS_TIME.test(text),
      dated: dates.length > 0,
      people: named.size > 0 || entities.length > 0,
      broad: BROAD.test(text),
      exact: EXACT.test(text),
      length: content.length,
    },
  };
}
