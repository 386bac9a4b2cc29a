import {
  localCallsOf,
  type MethodSymbol,
  nodesOf,
  type SyntaxTree,
  symbolsOf,
} from '#products/assistants/engines/bsl';
import { casesOf, type MethodCases } from './cases.ts';
import { emitMethod } from './emit.ts';

/** Which object's module is tested; it decides the test module's name and how methods are called. */
export type TestedKind = 'common' | 'manager' | 'object' | 'recordSet';

export interface GenerateOptions {
  /** The common module's name, or the object's: `Скидки`, `ЗаказКлиента`. */
  readonly name: string;
  readonly kind?: TestedKind;
  /** Collection of the object, for modules of objects: `Справочники`, `Документы`, `РегистрыСведений`. */
  readonly collection?: string;
  readonly language?: 'ru' | 'en';
}

export interface GeneratedTests {
  /** Name of the test's common module. */
  readonly moduleName: string;
  /** The module's text; empty when there is nothing to test. */
  readonly text: string;
  readonly methods: readonly MethodCases[];
  /** Exported methods that could not be followed, and methods nobody outside can call. */
  readonly leftOut: readonly { readonly name: string; readonly reason: 'unreachable' | 'not-followed' }[];
  /** Lines, from 1, that the decided cases reach together. */
  readonly lines: readonly number[];
}

const prefixes: Readonly<Record<TestedKind, string>> = {
  common: 'ОМ_',
  manager: 'ММ_',
  object: 'МО_',
  recordSet: 'НЗ_',
};

const writing = new Set(
  `записать write удалить delete начатьтранзакцию begintransaction установитьпометкуудаления setdeletionmark
   провести post`.split(/\s+/),
);
const clientDirectives = new Set(['наклиенте', 'atclient']);

function targetOf({ name, kind = 'common', collection = 'Справочники' }: GenerateOptions): string {
  if (kind === 'common') return name;
  const manager = `${collection}.${name}`;
  if (kind === 'manager') return manager;
  if (kind === 'recordSet') return `${manager}.СоздатьНаборЗаписей()`;
  return collection.toLowerCase() === 'документы'
    ? `${manager}.СоздатьДокумент()`
    : `${manager}.СоздатьЭлемент()`;
}

/** Methods that write to the database, themselves or through others of the module. */
function writersOf(tree: SyntaxTree): ReadonlySet<string> {
  const { methods } = symbolsOf(tree);
  const found = new Set<string>();
  for (const { key, node } of methods) {
    const writes = nodesOf(node.body, 'call').some(({ callee }) => {
      const token = callee.kind === 'member' ? callee.name : callee.kind === 'name' ? callee.first : -1;
      return token >= 0 && writing.has(tree.tokens.key(token));
    });
    if (writes) found.add(key);
  }
  const calls = localCallsOf(tree);
  for (let before = -1; before !== found.size; ) {
    before = found.size;
    for (const { from, key } of calls) if (from !== undefined && found.has(key)) found.add(from.key);
  }
  return found;
}

/** Methods that exported ones call, directly or through others. */
function reachedOf(tree: SyntaxTree, tested: readonly MethodSymbol[]): ReadonlySet<string> {
  const calls = Map.groupBy(localCallsOf(tree), ({ from }) => from?.key ?? '');
  const reached = new Set<string>();
  const open = tested.map(({ key }) => key);
  for (let key = open.pop(); key !== undefined; key = open.pop()) {
    if (reached.has(key)) continue;
    reached.add(key);
    open.push(...(calls.get(key) ?? []).map((call) => call.key));
  }
  return reached;
}

/**
 * Makes a YAxUnit test module for the exported methods of a module: a case for each branch, boundary, loop and exception
 * that arguments can reach, with the expected value where it can be computed, else with a mark for a person.
 * https://github.com/bia-technologies/yaxunit
 */
export function generateTests(tree: SyntaxTree, options: GenerateOptions): GeneratedTests {
  const { language = 'ru', kind = 'common', name } = options;
  const { methods } = symbolsOf(tree);
  const exported = methods.filter(
    ({ isExport, name: own, parameters }) =>
      isExport && own !== '' && parameters.every((parameter) => parameter.name !== ''),
  );
  const writers = writersOf(tree);
  const made = exported.map((method) => casesOf(tree, method)).filter(({ cases }) => cases.length > 0);
  const emitted = made.map((cases) => ({
    cases,
    parts: emitMethod(cases, {
      target: targetOf(options),
      language,
      isClient: ({ annotations }) => annotations.some((annotation) => clientDirectives.has(annotation)),
      writes: ({ key }) => writers.has(key),
    }),
  }));
  const reached = reachedOf(tree, exported);
  const registration = emitted.flatMap(({ cases, parts }) => [
    `\t\t.ДобавитьТестовыйНабор("${cases.method.name}")`,
    ...parts.flatMap((part) => part.registration),
  ]);
  // A comment after the last link would swallow the semicolon.
  const closed = [...registration, '\t;'];
  const procedures = emitted.flatMap(({ parts }) => parts.map(({ procedure }) => procedure.join('\n')));
  const text = [
    '#Область СлужебныйПрограммныйИнтерфейс',
    '',
    'Процедура ИсполняемыеСценарии() Экспорт',
    '',
    '\tЮТТесты',
    ...closed,
    '',
    'КонецПроцедуры',
    '',
    '#КонецОбласти',
    '',
    '#Область Тесты',
    '',
    procedures.join('\n\n'),
    '',
    '#КонецОбласти',
    '',
  ].join('\n');
  const lines = made.flatMap(({ cases }) => cases.flatMap((test) => (test.isDecided ? test.lines : [])));
  return {
    moduleName: `${prefixes[kind]}${name}`,
    text: made.length === 0 ? '' : text,
    methods: made,
    leftOut: [
      ...methods
        .filter(({ key, isExport }) => !isExport && !reached.has(key))
        .map(({ name: own }) => ({ name: own, reason: 'unreachable' as const })),
      ...made
        .filter(({ cases }) => cases.every(({ outcome }) => outcome.kind === 'lost'))
        .map(({ method }) => ({ name: method.name, reason: 'not-followed' as const })),
    ],
    lines: [...new Set(lines)].sort((left, right) => left - right),
  };
}
