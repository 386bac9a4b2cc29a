import type { Static } from 'typebox';
import {
  localCallsOf,
  type MethodSymbol,
  nodesOf,
  parseErrorTexts,
  parseModule,
  type Region,
  rangeOf,
  type SyntaxTree,
  symbolsOf,
  textOf,
} from '#products/assistants/engines/bsl';
import { queriesOf } from '#products/assistants/engines/module-queries';
import type * as contract from '../../../contract/index.ts';
import { cyclomatic, nestingOf } from './complexity.rules.ts';
import { openGround, type PackedGround } from './ground.ts';
import { checkText } from './source-text.ts';
import type { Task } from './task.ts';
import { wireNames } from './unknown-names.ts';
import { writesOf } from './writes.rules.ts';

type Outline = Static<typeof contract.Outline>;
type OutlineMethod = Static<typeof contract.OutlineMethod>;

export interface OutlineInput {
  readonly code: string;
  readonly path?: string | undefined;
  readonly ground?: PackedGround | undefined;
}

const mostErrors = 100;
const mostObjects = 500;
const longestText = 2_000;

const lineOf = (tree: SyntaxTree, offset: number): number => tree.lines.lineAt(offset) + 1;

const once = (names: readonly string[]): string[] => [
  ...new Map(names.map((name) => [name.toLowerCase(), name])).values(),
];

function regionsIn(tree: SyntaxTree, regions: readonly Region[], depth: number): Outline['regions'] {
  return regions.flatMap(({ name, start, end, children }) => [
    {
      name,
      line: lineOf(tree, start),
      end_line: lineOf(tree, Math.max(start, end - 1)),
      depth,
    },
    ...regionsIn(tree, children, depth + 1),
  ]);
}

/** `Модуль.Метод` where the left side is one name that is neither parameter nor variable of the method. */
function outsideCalls(tree: SyntaxTree, { node, parameters }: MethodSymbol): string[] {
  const own = new Set([
    ...parameters.map(({ key }) => key),
    ...nodesOf(node.body, 'assignment').flatMap(({ target }) =>
      target.kind === 'name' ? [tree.tokens.key(target.first)] : [],
    ),
    ...nodesOf(node.body, 'forEach').map(({ variable }) => tree.tokens.key(variable)),
  ]);
  return once(
    nodesOf(node.body, 'call').flatMap(({ callee }) =>
      callee.kind === 'member' &&
      callee.name >= 0 &&
      callee.object.kind === 'name' &&
      !own.has(tree.tokens.key(callee.object.first))
        ? [`${tree.tokens.text(callee.object.first)}.${tree.tokens.text(callee.name)}`]
        : [],
    ),
  );
}

interface Around {
  readonly tree: SyntaxTree;
  readonly calls: ReturnType<typeof localCallsOf>;
  readonly names: ReadonlyMap<string, MethodSymbol>;
  /** Lines where queries begin, from one. */
  readonly queries: readonly number[];
}

function presentMethod({ tree, calls, names, queries }: Around, method: MethodSymbol): OutlineMethod {
  const { node } = method;
  const [line, endLine] = [
    lineOf(tree, tree.tokens.start(node.first)),
    lineOf(tree, tree.tokens.end(Math.max(node.first, node.last)) - 1),
  ];
  return {
    name: method.name,
    kind: method.isFunction ? 'function' : 'procedure',
    export: method.isExport,
    directives: node.annotations.map(({ name }) => (name < 0 ? '' : tree.tokens.text(name))),
    parameters: method.parameters.map(({ name, isByValue, defaultValue }) => ({
      name,
      by_value: isByValue,
      default: defaultValue === undefined ? null : textOf(tree, defaultValue).slice(0, 200),
    })),
    description: method.description
      .map(({ start, end }) => tree.source.slice(start, end).replace(/^\/\/ ?/, ''))
      .join('\n')
      .slice(0, longestText),
    region: method.region?.name ?? null,
    line,
    end_line: endLine,
    complexity: cyclomatic(node),
    nesting: nestingOf(node),
    calls: once(calls.flatMap(({ from, key }) => (from === method ? (names.get(key)?.name ?? []) : []))),
    outside_calls: outsideCalls(tree, method),
    called_by: once(
      calls.flatMap(({ from, key }) => (key === method.key && from !== undefined ? from.name : [])),
    ),
    writes: [...writesOf(tree, node)],
    queries: queries.filter((each) => line <= each && each <= endLine),
  };
}

/** What a module consists of. */
export const outlineCode: Task<OutlineInput, Outline> = ({ code, path = 'Module.bsl', ground }) => {
  checkText(code);
  const grounding = openGround(ground);
  const tree = parseModule(code);
  const symbols = symbolsOf(tree);
  const around: Around = {
    tree,
    calls: localCallsOf(tree),
    names: symbols.methodsByKey,
    queries: queriesOf(path, code, true).queries.map(({ positionAt }) => positionAt(0).line + 1),
  };
  return {
    lines: tree.lines.count,
    errors: tree.errors.slice(0, mostErrors).map((error) => ({
      code: error.code,
      message: parseErrorTexts[error.code],
      range: rangeOf(tree, error),
    })),
    regions: regionsIn(tree, symbols.regions, 0),
    variables: symbols.variables.map(({ name, isExport, node }) => ({
      name,
      export: isExport,
      line: lineOf(tree, tree.tokens.start(node.first)),
    })),
    methods: symbols.methods.map((method) => presentMethod(around, method)),
    ...(grounding === undefined
      ? {}
      : {
          unknown_names: wireNames(grounding.unknownInModule(code)),
          objects: grounding
            .objectsIn(code)
            .slice(0, mostObjects)
            .map(({ ru, en }) => ({ ru, en })),
        }),
  };
};
