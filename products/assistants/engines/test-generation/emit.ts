import type { Text } from '#products/assistants/engines/diagnostics';
import type { MethodCases, TestCase } from './cases.ts';
import { assignmentLines, literalOf, stringLiteral } from './literal.ts';
import { isKnown, type Value } from './run/value.ts';

export interface EmitOptions {
  /** How the tested methods are called: a common module's name, an expression that gives the object. */
  readonly target: string;
  readonly language: 'ru' | 'en';
  /** Client methods get client tests. */
  readonly isClient: (method: MethodCases['method']) => boolean;
  /** The method writes to the database: its tests run in a transaction that is rolled back. */
  readonly writes: (method: MethodCases['method']) => boolean;
}

/** A test procedure and its line of registration. */
interface Emitted {
  readonly registration: readonly string[];
  readonly procedure: readonly string[];
}

const openMark = {
  ru: '// ОЖИДАНИЕ: укажите ожидаемый результат',
  en: '// EXPECTATION: say what is expected',
};
const valueMark = { ru: '// ЗНАЧЕНИЕ: укажите значение', en: '// VALUE: give a value' };

const saidOf = (test: TestCase, language: 'ru' | 'en'): string =>
  test.reasons.map(({ words }: { words: Text }) => words[language]).join('; ');

/** Arguments up to the last one that is given; those left out between are empty. */
function argumentList(args: readonly (string | undefined)[]): string {
  const last = args.findLastIndex((argument) => argument !== undefined);
  return args
    .slice(0, last + 1)
    .map((argument) => argument ?? '')
    .join(', ');
}

/** Whether a case fits a row of parameters: everything is known, can be written as literals, and nothing is raised. */
function isRow({ args, outcome, isDecided }: TestCase): boolean {
  return (
    isDecided &&
    outcome.kind === 'returned' &&
    literalOf(outcome.value) !== undefined &&
    outcome.value.kind !== 'structure' &&
    args.every((value) => value !== undefined && value.kind !== 'structure' && literalOf(value) !== undefined)
  );
}

function register(cases: MethodCases, name: string, shown: string, options: EmitOptions): string {
  const call = options.isClient(cases.method) ? 'ДобавитьКлиентскийТест' : 'ДобавитьСерверныйТест';
  const transaction = options.writes(cases.method) ? '.ВТранзакции()' : '';
  return `\t\t\t.${call}("${name}", ${stringLiteral(shown)})${transaction}`;
}

/** One procedure for all cases that are rows of values. */
function emitRows(cases: MethodCases, rows: readonly TestCase[], options: EmitOptions): Emitted {
  const { method } = cases;
  const name = `${method.name}_Значения`;
  const names = method.parameters.map((parameter) => parameter.name);
  const registration = [
    register(
      cases,
      name,
      options.language === 'ru' ? `${method.name}: значения` : `${method.name}: values`,
      options,
    ),
    ...rows.map((row) => {
      const values = row.args.map((value) => literalOf(value) ?? '');
      const expected = row.outcome.kind === 'returned' ? (literalOf(row.outcome.value) ?? '') : '';
      return `\t\t\t\t.СПараметрами(${[...values, expected].join(', ')}) // ${saidOf(row, options.language)}`;
    }),
  ];
  return {
    registration,
    procedure: [
      `Процедура ${name}(${[...names, 'ОжидаемыйРезультат'].join(', ')}) Экспорт`,
      `\tРезультат = ${options.target}.${method.name}(${names.join(', ')});`,
      `\tЮТест.ОжидаетЧто(Результат, ${stringLiteral(method.name)}).Равно(ОжидаемыйРезультат);`,
      'КонецПроцедуры',
    ],
  };
}

interface Prepared {
  readonly lines: readonly string[];
  readonly args: readonly (string | undefined)[];
}

/** Statements that make the arguments of one case. */
function prepare({ method }: MethodCases, test: TestCase, language: 'ru' | 'en'): Prepared {
  const lines: string[] = [];
  const args = test.args.map((value, index) => {
    const name = method.parameters[index]?.name ?? `Параметр${index + 1}`;
    if (value === undefined) return undefined;
    const made = isKnown(value) ? assignmentLines(name, value) : undefined;
    lines.push(...(made ?? [`${name} = Неопределено; ${valueMark[language]}`]));
    return name;
  });
  return { lines, args };
}

function assertion(
  cases: MethodCases,
  test: TestCase,
  args: readonly (string | undefined)[],
  options: EmitOptions,
): readonly string[] {
  const { method } = cases;
  const { outcome, isDecided } = test;
  if (outcome.kind === 'raised') {
    const text = outcome.value.kind === 'string' ? stringLiteral(outcome.value.string) : '';
    const chain = args.map((argument) => `\n\t\t.Параметр(${argument ?? ''})`).join('');
    const mark = isDecided ? '' : ` ${openMark[options.language]}`;
    return [
      `ЮТест.ОжидаетЧто(${options.target})\n\t\t.Метод("${method.name}")${chain}\n\t\t.ВыбрасываетИсключение(${text});${mark}`,
    ];
  }
  const call = `${options.target}.${method.name}(${argumentList(args)})`;
  if (!method.isFunction) return [`${call};`, openMark[options.language]];
  const said = stringLiteral(saidOf(test, options.language));
  const known = outcome.kind === 'returned' && isDecided ? expectation(outcome.value) : undefined;
  if (known === undefined)
    return [`Результат = ${call};`, openMark[options.language], `ЮТест.ОжидаетЧто(Результат, ${said});`];
  return [`Результат = ${call};`, `ЮТест.ОжидаетЧто(Результат, ${said})${known};`];
}

/** What is expected of a value that could be computed. */
function expectation(value: Value): string | undefined {
  if (value.kind === 'array') return `.ИмеетДлину(${value.items.length})`;
  if (value.kind === 'structure') {
    const fields = [...value.fields.values()].map(({ name, value: field }) => {
      const literal = literalOf(field);
      return literal === undefined ? undefined : `\n\t\t.Свойство("${name}").Равно(${literal})`;
    });
    return fields.includes(undefined) ? undefined : fields.join('');
  }
  const literal = literalOf(value);
  return literal === undefined ? undefined : `.Равно(${literal})`;
}

function emitOne(cases: MethodCases, test: TestCase, number: number, options: EmitOptions): Emitted {
  const { method } = cases;
  const kind = test.outcome.kind === 'raised' ? 'Исключение' : 'Случай';
  const name = `${method.name}_${kind}${number}`;
  const { lines, args } = prepare(cases, test, options.language);
  return {
    registration: [register(cases, name, `${method.name}: ${saidOf(test, options.language)}`, options)],
    procedure: [
      `// ${saidOf(test, options.language)}`,
      `Процедура ${name}() Экспорт`,
      ...[...lines, ...assertion(cases, test, args, options)].map((line) => `\t${line}`),
      'КонецПроцедуры',
    ],
  };
}

/** The procedures of one method's cases and their registration. */
export function emitMethod(cases: MethodCases, options: EmitOptions): readonly Emitted[] {
  const rows = cases.method.isFunction ? cases.cases.filter(isRow) : [];
  const others = cases.cases.filter((test) => !rows.includes(test));
  return [
    ...(rows.length > 0 ? [emitRows(cases, rows, options)] : []),
    ...others.map((test, index) => emitOne(cases, test, index + 1, options)),
  ];
}
