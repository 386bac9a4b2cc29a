import {
  type Call,
  type Method,
  type Node,
  nodesOf,
  type SyntaxTree,
  symbolsOf,
} from '#products/assistants/engines/bsl';
import { nameSet } from '../../names.ts';
import { baseAt, wholeOf } from './chains.ts';
import { codeText, firstOperand } from './code-text.ts';
import { methodOf } from './methods.ts';

/** A place where a method of the module is called, or named as the handler of a notification. */
export interface LocalReference {
  readonly method: Method;
  readonly from: Method | undefined;
  /** Its tokens: the name, or the string with the name. */
  readonly first: number;
  readonly last: number;
  readonly call: Call | undefined;
}

const notification = nameSet('ОписаниеОповещения', 'NotifyDescription');
const thisObject = nameSet('ЭтотОбъект', 'ThisObject');

const made = new WeakMap<SyntaxTree, readonly LocalReference[]>();

/** All places where the module's own methods are meant, in the order of the source. Made once for a tree. */
export function localReferencesOf(tree: SyntaxTree): readonly LocalReference[] {
  const known = made.get(tree);
  if (known !== undefined) return known;
  const references = [...calls(tree), ...handlers(tree)].sort((left, right) => left.first - right.first);
  made.set(tree, references);
  return references;
}

function declared(tree: SyntaxTree, key: string): Method | undefined {
  const method = symbolsOf(tree).methodsByKey.get(key)?.node;
  return method !== undefined && method.endKeyword >= 0 ? method : undefined;
}

function calls(tree: SyntaxTree): readonly LocalReference[] {
  return nodesOf(tree.module, 'call').flatMap((call) => {
    if (call.callee.kind !== 'name') return [];
    const method = declared(tree, tree.tokens.key(call.first));
    if (method === undefined) return [];
    return [{ method, from: methodOf(call), first: call.first, last: call.first, call }];
  });
}

/** A method that is named as the handler of a notification, and the token of the name its owner goes by. */
export interface NamedHandler {
  readonly name: string;
  readonly owner: number;
  /** The owner is the module itself. */
  readonly isOwn: boolean;
  readonly first: number;
  readonly last: number;
  readonly node: Node;
}

/** `Новый ОписаниеОповещения("Метод", Модуль, , "МетодОшибки", Модуль)`, in the order of the source. */
export function namedHandlersOf(tree: SyntaxTree): readonly NamedHandler[] {
  return nodesOf(tree.module, 'new').flatMap((node) => {
    if (node.typeName < 0 || !notification.has(tree.tokens.key(node.typeName))) return [];
    const values = node.args?.values ?? [];
    const pairs = [values.slice(0, 2), values.length === 5 ? values.slice(3, 5) : []];
    return pairs.flatMap(([value, owner]) => {
      const base = owner === undefined ? undefined : baseAt(firstOperand(owner));
      if (value === undefined || base?.kind !== 'name' || wholeOf(base) !== base) return [];
      if (firstOperand(value).kind !== 'string') return [];
      const { first, last } = value;
      const name = codeText(tree, first, last).replaceAll(/^"|"$/gu, '').trim();
      const isOwn = thisObject.has(tree.tokens.key(base.first));
      return [{ name, owner: base.first, isOwn, first, last, node }];
    });
  });
}

function handlers(tree: SyntaxTree): readonly LocalReference[] {
  return namedHandlersOf(tree).flatMap(({ name, isOwn, first, last, node }) => {
    if (!isOwn) return [];
    const method = declared(tree, name.toLowerCase());
    return method === undefined ? [] : [{ method, from: methodOf(node), first, last, call: undefined }];
  });
}
