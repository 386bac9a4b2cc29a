import type { SyntaxTree } from './parse.ts';
import { type Region, regionsOf } from './regions.ts';
import type { DeclaredVariable, Expression, Method, Node, VariableDeclaration } from './syntax.ts';
import type { Span } from './tokens.ts';
import { nodesOf } from './walk.ts';

/** A procedure or function as its callers see it. Names are compared by `key`, their lower-case form. */
export interface MethodSymbol {
  readonly node: Method;
  readonly name: string;
  readonly key: string;
  readonly isFunction: boolean;
  readonly isExport: boolean;
  readonly parameters: readonly ParameterSymbol[];
  /** Compilation directives and annotations without `&`, lower case. */
  readonly annotations: readonly string[];
  /** The comment lines directly above, in order. */
  readonly description: readonly Span[];
  /** The innermost region it lies in. */
  readonly region: Region | undefined;
}

export interface ParameterSymbol {
  readonly name: string;
  readonly key: string;
  readonly isByValue: boolean;
  readonly defaultValue: Expression | undefined;
}

export interface VariableSymbol {
  readonly node: DeclaredVariable;
  readonly declaration: VariableDeclaration;
  readonly name: string;
  readonly key: string;
  readonly isExport: boolean;
}

export interface Symbols {
  readonly methods: readonly MethodSymbol[];
  /** By lower-case name; of several with one name, the first. */
  readonly methodsByKey: ReadonlyMap<string, MethodSymbol>;
  /** `Перем` of the module, not of its methods. */
  readonly variables: readonly VariableSymbol[];
  readonly regions: readonly Region[];
}

/** Comment lines directly above the token, without a blank line between them or before the token. */
export function commentsAbove(tree: SyntaxTree, token: number): readonly Span[] {
  const { lines, comments } = tree;
  let line = lines.lineAt(tree.tokens.start(token));
  const found: Span[] = [];
  for (let index = lastBefore(comments, tree.tokens.start(token)); index >= 0; index -= 1) {
    const comment = comments[index];
    if (comment === undefined || lines.lineAt(comment.start) !== line - 1) break;
    if (tree.source.slice(lines.start(line - 1), comment.start).trim() !== '') break;
    found.unshift(comment);
    line -= 1;
  }
  return found;
}

/** Index of the last span that begins before the offset, or -1. */
function lastBefore(spans: readonly Span[], offset: number): number {
  let [low, high] = [0, spans.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The innermost region around an offset. */
export function regionAt(regions: readonly Region[], offset: number): Region | undefined {
  const here = regions.find(({ start, end }) => start <= offset && offset < end);
  return here === undefined ? undefined : (regionAt(here.children, offset) ?? here);
}

const made = new WeakMap<SyntaxTree, Symbols>();

/** What a module declares. Made once for a tree. */
export function symbolsOf(tree: SyntaxTree): Symbols {
  const known = made.get(tree);
  if (known !== undefined) return known;
  const symbols = read(tree);
  made.set(tree, symbols);
  return symbols;
}

function read(tree: SyntaxTree): Symbols {
  const { tokens } = tree;
  const regions = regionsOf(tree);
  const name = (token: number): { name: string; key: string } =>
    token < 0 ? { name: '', key: '' } : { name: tokens.text(token), key: tokens.key(token) };
  const isMethod = (node: Node): node is Method => node.kind === 'method';
  const isDeclaration = (node: Node): node is VariableDeclaration => node.kind === 'variableDeclaration';
  const methods = tree.module.items.filter(isMethod).map(
    (node): MethodSymbol => ({
      node,
      ...name(node.name),
      isFunction: node.isFunction,
      isExport: node.exportKeyword >= 0,
      parameters: node.parameters.map((parameter) => ({
        ...name(parameter.name),
        isByValue: parameter.valKeyword >= 0,
        defaultValue: parameter.defaultValue,
      })),
      annotations: node.annotations.map((annotation) => name(annotation.name).key),
      description: commentsAbove(tree, node.first),
      region: regionAt(regions, tokens.start(node.first)),
    }),
  );
  const methodsByKey = new Map<string, MethodSymbol>();
  for (const method of methods) if (!methodsByKey.has(method.key)) methodsByKey.set(method.key, method);
  const variables = tree.module.items.filter(isDeclaration).flatMap((declaration) =>
    declaration.variables.map(
      (node): VariableSymbol => ({
        node,
        declaration,
        ...name(node.name),
        isExport: node.exportKeyword >= 0,
      }),
    ),
  );
  return { methods, methodsByKey, variables, regions };
}

/** A call of a method by its bare name: `Имя(…)`. */
export interface LocalCall {
  readonly from: MethodSymbol | undefined;
  readonly key: string;
  readonly node: Node;
}

/** Every call by a bare name in the module, with the method it stands in; undefined for the module's body. */
export function localCallsOf(tree: SyntaxTree): readonly LocalCall[] {
  const { methods } = symbolsOf(tree);
  const within = (root: Node, from: MethodSymbol | undefined): readonly LocalCall[] =>
    nodesOf(root, 'call').flatMap((node) =>
      node.callee.kind === 'name' ? [{ from, key: tree.tokens.key(node.callee.first), node }] : [],
    );
  return [
    ...methods.flatMap((method) => within(method.node.body, method)),
    ...tree.module.items.flatMap((item) => (item.kind === 'method' ? [] : within(item, undefined))),
  ];
}
