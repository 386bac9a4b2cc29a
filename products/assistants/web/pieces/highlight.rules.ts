import { type CodeLanguage, type InkSpan, lineInks } from './line-inks.rules.ts';

/** A stretch of a source with its colour; stretches cover the whole source in order. */
export interface Stretch {
  readonly text: string;
  readonly ink: InkSpan['ink'] | null;
}

/** Longer sources are shown in one colour: a page of them would freeze. */
const longest = 200_000;

/** Line by line, as the editor colours what is on the screen. */
function codeSpans(source: string, language: CodeLanguage): readonly InkSpan[] {
  let at = 0;
  return source.split('\n').flatMap((line) => {
    const from = at;
    at += line.length + 1;
    return lineInks(line, language).map(({ start, end, ink }) => ({
      start: from + start,
      end: from + end,
      ink,
    }));
  });
}

const scenarioWords =
  /^[ \t]*(?:#.*|@.*|(?:Функционал|Функциональность|Контекст|Предыстория|Сценарий|Структура сценария|Примеры|Дано|Допустим|Когда|Тогда|И|Но|Если|Feature|Background|Scenario Outline|Scenario|Examples|Given|When|Then|And|But)(?=[\s:]|$):?)/gmu;

function scenarioSpans(source: string): readonly InkSpan[] {
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

const moduleSpans = (source: string) => codeSpans(source, 'bsl');
const querySpans = (source: string) => codeSpans(source, 'query');

const spellings: Readonly<Record<string, (source: string) => readonly InkSpan[]>> = {
  bsl: moduleSpans,
  '1c': moduleSpans,
  os: moduleSpans,
  query: querySpans,
  sdbl: querySpans,
  sql: querySpans,
  gherkin: scenarioSpans,
  feature: scenarioSpans,
};

/** Cuts a source into stretches of one colour; languages it does not know stay one stretch. */
export function highlight(source: string, language: string): readonly Stretch[] {
  const spansOf = spellings[language.toLowerCase()];
  if (spansOf === undefined || source.length > longest) return [{ text: source, ink: null }];
  const stretches: Stretch[] = [];
  let at = 0;
  for (const { start, end, ink } of spansOf(source).toSorted((one, other) => one.start - other.start)) {
    if (start < at) continue;
    if (start > at) stretches.push({ text: source.slice(at, start), ink: null });
    stretches.push({ text: source.slice(start, end), ink });
    at = end;
  }
  if (at < source.length) stretches.push({ text: source.slice(at), ink: null });
  return stretches;
}
