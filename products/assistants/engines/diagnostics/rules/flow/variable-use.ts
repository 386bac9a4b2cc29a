import {
  type Method,
  type MethodSymbol,
  type Name,
  type Node,
  type SyntaxTree,
  symbolsOf,
  walk,
} from '#products/assistants/engines/bsl';

/** `parameter` and `local` are declared in a method, `module` by `Перем` of the module, `dynamic` by the first assignment. */
export type VariableKind = 'parameter' | 'local' | 'module' | 'dynamic';

export interface Variable {
  readonly kind: VariableKind;
  readonly name: number;
  readonly isExport: boolean;
  readonly isByValue: boolean;
  /** The variable of a loop, first written by it. */
  readonly isCounter: boolean;
  /** Name of the method it belongs to, lower case; empty for the module's own. */
  readonly scope: string;
}

/** A place where a variable is written as a whole, or used in any other way. */
export interface Occurrence {
  readonly token: number;
  readonly isWrite: boolean;
  /** The node that uses it, for uses in expressions. */
  readonly node: Name | undefined;
}

export interface VariableUse {
  readonly variables: readonly Variable[];
  /** In the order of the source. */
  occurrencesOf(variable: Variable): readonly Occurrence[];
}

interface Scope {
  readonly key: string;
  readonly known: Map<string, Variable>;
}

const made = new WeakMap<SyntaxTree, VariableUse>();

/** The variables of a module and where they are used; made once for a tree. Methods of one name share their uses. */
export function variableUseOf(tree: SyntaxTree): VariableUse {
  const known = made.get(tree);
  if (known !== undefined) return known;
  const use = collect(tree);
  made.set(tree, use);
  return use;
}

function collect(tree: SyntaxTree): VariableUse {
  const { tokens, module } = tree;
  const variables: Variable[] = [];
  const ofModule = new Map<string, Variable>();
  const scopes = new Map<Method, Scope>();

  function declare(known: Map<string, Variable>, variable: Variable): void {
    variables.push(variable);
    const key = tokens.key(variable.name);
    if (!known.has(key)) known.set(key, variable);
  }

  const symbols = new Map<Method, MethodSymbol>(
    symbolsOf(tree).methods.map((symbol) => [symbol.node, symbol]),
  );
  const plain = { isExport: false, isByValue: false, isCounter: false };
  for (const item of module.items) {
    if (item.kind === 'variableDeclaration') {
      for (const { name, exportKeyword } of item.variables)
        if (!ofModule.has(tokens.key(name)))
          declare(ofModule, { ...plain, kind: 'module', name, isExport: exportKeyword >= 0, scope: '' });
      continue;
    }
    if (item.kind !== 'method') {
      findDynamic(item, ofModule, '');
      continue;
    }
    const scope: Scope = { key: symbols.get(item)?.key ?? '', known: new Map() };
    scopes.set(item, scope);
    for (const { name, valKeyword } of item.parameters)
      if (name >= 0)
        declare(scope.known, {
          ...plain,
          kind: 'parameter',
          name,
          isByValue: valKeyword >= 0,
          scope: scope.key,
        });
    for (const { variables: declared } of item.variables)
      for (const { name } of declared)
        declare(scope.known, { ...plain, kind: 'local', name, scope: scope.key });
    findDynamic(item.body, scope.known, scope.key);
  }

  function findDynamic(root: Node, known: Map<string, Variable>, scope: string): void {
    walk(root, (node) => {
      const name = writtenName(node);
      if (name < 0) return;
      const key = tokens.key(name);
      if (known.has(key) || ofModule.has(key)) return;
      declare(known, { ...plain, kind: 'dynamic', name, scope, isCounter: node.kind !== 'assignment' });
    });
  }

  const occurrences = new Map<string, Occurrence[]>();
  const keyOf = (scope: string, name: number): string => `${scope}\u0001${tokens.key(name)}`;
  const declared = new Set(variables.map(({ name }) => name));

  function add(scope: Scope | undefined, token: number, isWrite: boolean, node?: Name): void {
    const variable = scope?.known.get(tokens.key(token)) ?? ofModule.get(tokens.key(token));
    if (variable === undefined || (isWrite && declared.has(token))) return;
    const key = keyOf(variable.scope, token);
    const list = occurrences.get(key);
    if (list === undefined) occurrences.set(key, [{ token, isWrite, node }]);
    else list.push({ token, isWrite, node });
  }

  function findUses(root: Node, scope: Scope | undefined): void {
    walk(root, (node) => {
      if (node.kind === 'for' || node.kind === 'forEach') {
        if (node.variable >= 0) add(scope, node.variable, true);
      } else if (node.kind === 'name' && !(node.parent?.kind === 'call' && node.parent.callee === node)) {
        const isWrite = node.parent?.kind === 'assignment' && node.parent.target === node;
        add(scope, node.first, isWrite, node);
      }
    });
  }
  for (const item of module.items) {
    if (item.kind === 'method') findUses(item.body, scopes.get(item));
    else if (item.kind !== 'variableDeclaration') findUses(item, undefined);
  }
  for (const list of occurrences.values()) list.sort((left, right) => left.token - right.token);
  return { variables, occurrencesOf: ({ scope, name }) => occurrences.get(keyOf(scope, name)) ?? [] };
}

/** Token of the name that a statement writes as a whole, else -1. */
function writtenName(node: Node): number {
  if (node.kind === 'assignment') return node.target.kind === 'name' ? node.target.first : -1;
  return node.kind === 'for' || node.kind === 'forEach' ? node.variable : -1;
}
