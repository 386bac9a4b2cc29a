import { AstBuilder, Errors, GherkinClassicTokenMatcher, Parser } from '@cucumber/gherkin';
import type { Text } from '#products/assistants/engines/diagnostics';
import { isKnownStep, nearestStep, patternOf } from './steps/known.ts';

export interface FeatureFinding {
  readonly key:
    | 'strict'
    | 'unknown-step'
    | 'duplicate-scenario'
    | 'unused-variable'
    | 'empty-scenario'
    | 'too-large';
  readonly severity: 'error' | 'warning' | 'info';
  readonly message: Text;
  /** From 1. */
  readonly line: number;
}

export interface FeatureReport {
  /** Other tools that read Gherkin understand the file, too. */
  readonly isStrict: boolean;
  readonly findings: readonly FeatureFinding[];
  readonly scenarios: readonly string[];
  readonly steps: number;
  readonly knownSteps: number;
}

const largest = 2_000_000;
const scenarioLine =
  /^\s*(?:Сценарий|Пример|Структура сценария|Шаблон сценария|Scenario(?: Outline)?|Example)\s*:\s*(.*)$/iu;
const sectionLine =
  /^\s*(?:Функция|Функциональность|Функционал|Свойство|Фича|Feature|Предыстория|Контекст|Background|Примеры|Значения|Examples|Правило|Rule)\s*:/iu;
const stepLine =
  /^\s*(?:Допустим|Дано|Пусть|Когда|Если|То|Затем|Тогда|И|К тому же|Также|Но|А|Иначе|ИначеЕсли|Попытка|Исключение|Given|When|Then|And|But)(?=\s|$)(.*)$/iu;
/** Words of Vanessa's own: blocks and loops. */
const blockLine =
  /^\s*(?:(?:ИначеЕсли|Иначе|Попытка|Исключение|КонецЕсли)(?!\p{L})|И\s+для\s+каждо|Если\s.*тогда\s*$|И\s+пока\s)/iu;
const defines = /(?:в переменную|как)\s+["']\$*([\p{L}\p{N}_]+)\$*["']/giu;

/** Lines of the file that say something, with doc strings and tables left out. */
function* meaningful(text: string): Iterable<{ line: number; text: string }> {
  let inDocument = false;
  for (const [index, row] of text.split(/\r\n|\r|\n/).entries()) {
    const trimmed = row.trim();
    if (trimmed.startsWith('"""') || trimmed.startsWith('```')) inDocument = !inDocument;
    else if (!inDocument && trimmed !== '' && !/^(?:#|\/\/|\||@|\*)/.test(trimmed))
      yield { line: index + 1, text: row };
  }
}

function strictFaults(text: string): readonly FeatureFinding[] {
  let count = 0;
  const parser = new Parser(new AstBuilder(() => String(count++)), new GherkinClassicTokenMatcher());
  try {
    parser.parse(text);
    return [];
  } catch (error) {
    const faults = error instanceof Errors.CompositeParserException ? error.errors : [error];
    return faults.slice(0, 20).map((fault): FeatureFinding => {
      const [line, reason] = fault instanceof Error ? placeOf(fault) : [1, ''];
      return {
        key: 'strict',
        severity: 'info',
        line,
        message: {
          ru: `Строгий Gherkin этого не понимает: ${reason}`,
          en: `Strict Gherkin does not understand this: ${reason}`,
        },
      };
    });
  }
}

/** The messages begin with `(line:column): `. */
function placeOf({ message }: Error): readonly [number, string] {
  const found = /^\((\d+):\d+\):\s*(.*)$/s.exec(message);
  return [Number(found?.[1] ?? 1), (found?.[2] ?? message).slice(0, 160)];
}

/**
 * Checks a feature file for Vanessa Automation: strict Gherkin or its own extensions, steps of its library, scenarios with one
 * name, variables nobody reads. `ownSteps` are titles of scenarios that other files export as steps.
 */
export function lintFeature(text: string, ownSteps: readonly string[] = []): FeatureReport {
  const nothing = { isStrict: false, scenarios: [], steps: 0, knownSteps: 0 };
  if (text.length > largest) {
    const message = {
      ru: 'Файл больше 2 МБ: это не сценарий',
      en: 'The file is larger than 2 MB: it is no scenario',
    };
    return { ...nothing, findings: [{ key: 'too-large', severity: 'error', message, line: 1 }] };
  }
  const strict = strictFaults(text);
  const lines = [...meaningful(text)];
  const titles = lines.flatMap(({ text: row, line }) => {
    const title = scenarioLine.exec(row)?.[1]?.trim();
    return title === undefined ? [] : [{ title, line }];
  });
  const exported = new Set([...ownSteps, ...titles.map(({ title }) => title)].map(patternOf));
  const steps = lines.filter(
    ({ text: row }) =>
      stepLine.test(row) && !blockLine.test(row) && !sectionLine.test(row) && !scenarioLine.test(row),
  );
  const unknown = steps.filter(({ text: row }) => !isKnownStep(row) && !exported.has(patternOf(row)));
  const findings = [
    ...strict,
    ...unknown.map(({ text: row, line }) => unknownStep(row.trim(), line)),
    ...duplicates(titles),
    ...emptyScenarios(lines, titles),
    ...unusedVariables(text, lines),
  ].sort((left, right) => left.line - right.line);
  return {
    isStrict: strict.length === 0,
    findings,
    scenarios: titles.map(({ title }) => title),
    steps: steps.length,
    knownSteps: steps.length - unknown.length,
  };
}

function unknownStep(step: string, line: number): FeatureFinding {
  const nearest = nearestStep(step);
  const hint =
    nearest === undefined ? { ru: '', en: '' } : { ru: ` Похожий: ${nearest}`, en: ` Like it: ${nearest}` };
  return {
    key: 'unknown-step',
    severity: 'warning',
    line,
    message: {
      ru: `Такого шага нет в библиотеке: ${step.slice(0, 120)}.${hint.ru}`,
      en: `The library has no such step: ${step.slice(0, 120)}.${hint.en}`,
    },
  };
}

interface Titled {
  readonly title: string;
  readonly line: number;
}

function duplicates(titles: readonly Titled[]): readonly FeatureFinding[] {
  const seen = new Set<string>();
  return titles.flatMap(({ title, line }) => {
    const key = title.toLowerCase();
    const isRepeated = seen.has(key);
    seen.add(key);
    if (!isRepeated) return [];
    const message = {
      ru: `Сценарий «${title}» уже есть в файле`,
      en: `The file has a scenario "${title}" already`,
    };
    return [{ key: 'duplicate-scenario', severity: 'error', line, message }];
  });
}

function emptyScenarios(
  lines: readonly { line: number; text: string }[],
  titles: readonly Titled[],
): readonly FeatureFinding[] {
  return titles.flatMap(({ title, line }, index) => {
    const end = titles[index + 1]?.line ?? Number.POSITIVE_INFINITY;
    const hasStep = lines.some((row) => row.line > line && row.line < end && stepLine.test(row.text));
    if (hasStep) return [];
    const message = { ru: `В сценарии «${title}» нет шагов`, en: `The scenario "${title}" has no steps` };
    return [{ key: 'empty-scenario', severity: 'error', line, message }];
  });
}

function unusedVariables(
  text: string,
  lines: readonly { line: number; text: string }[],
): readonly FeatureFinding[] {
  return lines.flatMap(({ line, text: row }) =>
    [...row.matchAll(defines)].flatMap(([, name = '']) => {
      if (text.includes(`$${name}$`)) return [];
      const message = {
        ru: `Переменную «${name}» никто не читает`,
        en: `Nobody reads the variable "${name}"`,
      };
      return [{ key: 'unused-variable', severity: 'info', line, message } as const];
    }),
  );
}
