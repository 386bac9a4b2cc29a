import { type SyntaxTree, T, type TokenKind } from '#products/assistants/engines/bsl';
import type { CallOperation, Operation } from './operand-tree.ts';
import { tokenKey } from './token-text.ts';

/** Operators whose sides may change places. */
const commutative: ReadonlySet<TokenKind> = new Set([T.Plus, T.Star, T.Equal, T.And, T.Or] as TokenKind[]);

/** Whether two operations say the same. What is reached by a dot or an index is never the same: it may change. */
export function areSame(tree: SyntaxTree, one: Operation, other: Operation): boolean {
  switch (one.kind) {
    case 'name':
    case 'literal':
      return (
        other.kind === one.kind &&
        tokenKey(tree, one.first, one.last) === tokenKey(tree, other.first, other.last)
      );
    case 'unary':
      return (
        other.kind === 'unary' && other.operator === one.operator && areSame(tree, one.operand, other.operand)
      );
    case 'binary':
      if (other.kind !== 'binary' || other.operator !== one.operator) return false;
      if (areSame(tree, one.left, other.left) && areSame(tree, one.right, other.right)) return true;
      return (
        commutative.has(one.operator) &&
        areSame(tree, one.left, other.right) &&
        areSame(tree, one.right, other.left)
      );
    case 'ternary':
      return (
        other.kind === 'ternary' && one.parts.every((part, index) => areOptional(part, other.parts[index]))
      );
    case 'call':
      return (
        other.kind === 'call' &&
        tree.tokens.key(one.name) === tree.tokens.key(other.name) &&
        haveSameArguments(one, other)
      );
    case 'new':
      if (other.kind !== 'new' || one.name < 0 !== other.name < 0) return false;
      if (one.name >= 0 && tree.tokens.key(one.name) !== tree.tokens.key(other.name)) return false;
      return areOptional(one.typeName, other.typeName) && haveSameArguments(one, other);
    default:
      return false;
  }

  function areOptional(left: Operation | undefined, right: Operation | undefined): boolean {
    if (left === undefined || right === undefined) return left === right;
    return areSame(tree, left, right);
  }

  function haveSameArguments(left: CallOperation, right: CallOperation): boolean {
    const [mine, theirs] = [left.args, right.args];
    return mine.length === theirs.length && mine.every((arg, index) => areOptional(arg, theirs[index]));
  }
}
