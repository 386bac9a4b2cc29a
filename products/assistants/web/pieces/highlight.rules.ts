import { firstKeyword, parseModule, T } from '#products/assistants/engines/bsl';
import { keywordOf, lex } from '#products/assistants/engines/query';

export type Ink = 'keyword' | 'string' | 'number' | 'comment' | 'directive' | 'parameter';

/** A stretch of a source with its colour; stretches cover the whole source in order. */
export interface Stretch {
  readonly text: string;
  readonly ink: Ink | null;
}

interface Mark {
  readonly start: number;
  readonly end: number;
  readonly ink: Ink;
}

/** Longer sources are shown in one colour: a page of them would freeze. */
const longest = 200_000;

function moduleMarks(source: string): readonly Mark[] {
  const { tokens, comments, directives } = parseModule(source);
  const marks: Mark[] = [
    ...comments.map(({ start, end }) => ({ start, end, ink: 'comment' as const })),
    ...directives.map(({ start, end }) => ({ start, end, ink: 'directive' as const })),
  ];
  for (let index = 0; index < tokens.count; index += 1) {
    const kind = tokens.kind(index);
    const [start, end] = [tokens.start(index), tokens.end(index)];
    if (kind >= firstKeyword) marks.push({ start, end, ink: 'keyword' });
    else if (kind === T.Number || kind === T.Date) marks.push({ start, end, ink: 'number' });
    else if (kind >= T.String && kind <= T.StringTail) marks.push({ start, end, ink: 'string' });
    else if (kind === T.Ampersand) marks.push({ start, end: tokens.end(index + 1), ink: 'directive' });
  }
  return marks;
}

function queryMarks(source: string): readonly Mark[] {
  const { tokens, trivia } = lex(source);
  const marks: Mark[] = trivia
    .filter(({ kind }) => kind === 'comment')
    .map(({ start, end }) => ({ start, end, ink: 'comment' as const }));
  for (const [index, { kind, start, end }] of tokens.entries()) {
    const before = tokens[index - 1]?.kind;
    if (kind === 'string') marks.push({ start, end, ink: 'string' });
    else if (kind === 'number') marks.push({ start, end, ink: 'number' });
    else if (kind === '&') marks.push({ start, end: tokens[index + 1]?.end ?? end, ink: 'parameter' });
    else if (
      kind === 'word' &&
      before !== '.' &&
      before !== '&' &&
      keywordOf(source.slice(start, end)) !== null
    )
      marks.push({ start, end, ink: 'keyword' });
  }
  return marks;
}

const scenarioWords =
  /^[ \t]*(?:#.*|@.*|(?:Функционал|Функциональность|Контекст|Предыстория|Сценарий|Структура сценария|Примеры|Дано|Допустим|Когда|Тогда|И|Но|Если|Feature|Background|Scenario Outline|Scenario|Examples|Given|When|Then|And|But)(?=[\s:]|$):?)/gmu;

function scenarioMarks(source: string): readonly Mark[] {
  const words = [...source.matchAll(scenarioWords)].map(({ 0: found, index }) => ({
    start: index,
    end: index + found.length,
    ink: found.trimStart().startsWith('#') ? ('comment' as const) : ('keyword' as const),
  }));
  const strings = [...source.matchAll(/"[^"\n]*"|'[^'\n]*'/g)].map(({ 0: found, index }) => ({
    start: index,
    end: index + found.length,
    ink: 'string' as const,
  }));
  return [...words, ...strings];
}

const spellings: Readonly<Record<string, (source: string) => readonly Mark[]>> = {
  bsl: moduleMarks,
  '1c': moduleMarks,
  os: moduleMarks,
  query: queryMarks,
  sdbl: queryMarks,
  sql: queryMarks,
  gherkin: scenarioMarks,
  feature: scenarioMarks,
};

/** Cuts a source into stretches of one colour; languages it does not know stay one stretch. */
export function highlight(source: string, language: string): readonly Stretch[] {
  const marksOf = spellings[language.toLowerCase()];
  if (marksOf === undefined || source.length > longest) return [{ text: source, ink: null }];
  const stretches: Stretch[] = [];
  let at = 0;
  for (const { start, end, ink } of marksOf(source).toSorted((one, other) => one.start - other.start)) {
    if (start < at) continue;
    if (start > at) stretches.push({ text: source.slice(at, start), ink: null });
    stretches.push({ text: source.slice(start, end), ink });
    at = end;
  }
  if (at < source.length) stretches.push({ text: source.slice(at), ink: null });
  return stretches;
}

const moduleSigns =
  /^\s*(?:Процедура|Функция|КонецПроцедуры|КонецФункции|Если .+ Тогда|Для .+ Цикл|Попытка|Procedure|Function|#Область|&НаКлиенте|&НаСервере|\/\/.*)|^\s*[\p{L}_][\p{L}\d_.]*(?:\([^)]*\))?\s*=\s*.+;\s*$/mu;
const querySigns = /^\s*(?:ВЫБРАТЬ|SELECT)\b|^\s*(?:ВЫБРАТЬ)(?:\s|$)/imu;

/** The language of code that somebody pasted; null for what reads like plain text. */
export function languageOfPaste(text: string): 'bsl' | 'query' | null {
  if (!text.trim().includes('\n') || text.includes('```')) return null;
  if (
    querySigns.test(text) &&
    !/;\s*$/mu.test(text.split('\n')[0] ?? '') &&
    /^\s*(?:ВЫБРАТЬ|SELECT)/iu.test(text)
  )
    return 'query';
  return moduleSigns.test(text) ? 'bsl' : null;
}
