import { type Arguments, type Expression, T, type TokenKind } from '#products/assistants/engines/bsl';
import { flatten } from './flat-expression.ts';

/**
 * An expression as the reference analyser builds it: operators of one precedence group from the right, parentheses
 * are gone, `А.Б` and `А[Б]` are operations too. `first` and `last` are the tokens that stand for the node itself:
 * the operator of an operation, `.Б` of a member, the whole text of a call.
 */
export type Operation =
  | BinaryOperation
  | UnaryOperation
  | AccessOperation
  | CallOperation
  | TernaryOperation
  | LeafOperation;

interface Base {
  readonly first: number;
  readonly last: number;
}

export interface BinaryOperation extends Base {
  readonly kind: 'binary';
  readonly operator: TokenKind;
  readonly left: Operation;
  readonly right: Operation;
}

export interface UnaryOperation extends Base {
  readonly kind: 'unary';
  readonly operator: TokenKind;
  readonly operand: Operation;
}

/** `Объект.Имя`, `Объект.Имя(…)` or `Объект[…]`. */
export interface AccessOperation extends Base {
  readonly kind: 'access';
  readonly object: Operation;
  /** The call after the dot, or the index; undefined for a property. */
  readonly part: Operation | undefined;
}

/** A call by name, or `Новый`. */
export interface CallOperation extends Base {
  readonly kind: 'call' | 'new';
  /** Token of the name; -1 for `Новый("Имя")`. */
  readonly name: number;
  /** What `Новый("Имя")` makes. */
  readonly typeName: Operation | undefined;
  readonly args: readonly (Operation | undefined)[];
}

export interface TernaryOperation extends Base {
  readonly kind: 'ternary';
  readonly parts: readonly [Operation, Operation, Operation];
}

export interface LeafOperation extends Base {
  readonly kind: 'name' | 'literal' | 'missing';
}

function precedence(kind: TokenKind): number {
  switch (kind) {
    case T.Or:
      return 1;
    case T.And:
      return 2;
    case T.Plus:
    case T.Minus:
      return 5;
    case T.Star:
    case T.Slash:
    case T.Percent:
      return 6;
    default:
      return 4;
  }
}

const notPrecedence = 3;
const signPrecedence = 7;

interface Waiting {
  readonly token: number;
  readonly kind: TokenKind;
  readonly isUnary: boolean;
  readonly precedence: number;
}

export function operationOf(expression: Expression): Operation {
  const { operands, operators } = flatten(expression);
  const values: Operation[] = [];
  const waiting: Waiting[] = [];
  const build = (): void => {
    const operator = waiting.pop();
    const right = values.pop();
    if (operator === undefined || right === undefined) return;
    const { token, kind } = operator;
    if (operator.isUnary) {
      values.push({ kind: 'unary', operator: kind, operand: right, first: token, last: token });
      return;
    }
    const left = values.pop();
    if (left !== undefined)
      values.push({ kind: 'binary', operator: kind, left, right, first: token, last: token });
  };
  for (const [index, { sign, signKind, value }] of operands.entries()) {
    const operator = operators[index - 1];
    if (operator !== undefined) {
      const here = precedence(operator.kind);
      while ((waiting.at(-1)?.precedence ?? 0) > here) build();
      waiting.push({ ...operator, isUnary: false, precedence: here });
    }
    if (sign >= 0) {
      const power = signKind === T.Not ? notPrecedence : signPrecedence;
      waiting.push({ token: sign, kind: signKind, isUnary: true, precedence: power });
    }
    values.push(operandOf(value));
  }
  while (waiting.length > 0) build();
  return values[0] ?? { kind: 'missing', first: expression.first, last: expression.last };
}

/** `()` holds one argument that is left out, as `(,)` holds two. */
function argsOf(args: Arguments | undefined): readonly (Operation | undefined)[] {
  if (args === undefined) return [];
  if (args.values.length === 0) return [undefined];
  return args.values.map((value) => (value === undefined ? undefined : operationOf(value)));
}

function operandOf(start: Expression): Operation {
  const suffixes: Expression[] = [];
  let here = start;
  for (;;) {
    if (here.kind === 'member' || here.kind === 'index') {
      suffixes.push(here);
      here = here.object;
    } else if (here.kind === 'call' && here.callee.kind === 'member') {
      suffixes.push(here);
      here = here.callee.object;
    } else break;
  }
  let found = headOf(here);
  for (const suffix of suffixes.reverse()) {
    if (suffix.kind === 'member')
      found = { kind: 'access', object: found, part: undefined, first: suffix.dot, last: suffix.last };
    else if (suffix.kind === 'index')
      found = {
        kind: 'access',
        object: found,
        part: operationOf(suffix.index),
        first: suffix.open,
        last: suffix.last,
      };
    else if (suffix.kind === 'call' && suffix.callee.kind === 'member') {
      const { name, dot } = suffix.callee;
      const part: CallOperation = {
        kind: 'call',
        name,
        typeName: undefined,
        args: argsOf(suffix.args),
        first: name,
        last: suffix.last,
      };
      found = { kind: 'access', object: found, part, first: dot, last: suffix.last };
    }
  }
  return found;
}

function headOf(node: Expression): Operation {
  const { first, last } = node;
  switch (node.kind) {
    case 'name':
      return { kind: 'name', first, last };
    case 'parenthesized':
      return operationOf(node.expression);
    case 'await':
      return operationOf(node.operand);
    case 'call':
      return { kind: 'call', name: first, typeName: undefined, args: argsOf(node.args), first, last };
    case 'new': {
      const args = argsOf(node.args);
      return node.typeName < 0
        ? { kind: 'new', name: -1, typeName: args[0], args: args.slice(1), first, last }
        : { kind: 'new', name: node.typeName, typeName: undefined, args, first, last };
    }
    case 'ternary': {
      const parts = [node.condition, node.whenTrue, node.whenFalse].map(operationOf);
      const [condition, whenTrue, whenFalse] = parts;
      return condition === undefined || whenTrue === undefined || whenFalse === undefined
        ? { kind: 'missing', first, last }
        : { kind: 'ternary', parts: [condition, whenTrue, whenFalse], first, last };
    }
    case 'missing':
      return { kind: 'missing', first, last };
    case 'member':
    case 'index':
    case 'unary':
    case 'binary':
      return operationOf(node);
    default:
      return { kind: 'literal', first, last };
  }
}

/** The operations directly below that are looked through; the type of `Новый("Имя")` is not. */
export function partsOf(operation: Operation): readonly Operation[] {
  switch (operation.kind) {
    case 'binary':
      return [operation.left, operation.right];
    case 'unary':
      return [operation.operand];
    case 'access':
      return operation.part === undefined ? [operation.object] : [operation.object, operation.part];
    case 'call':
    case 'new':
      return operation.args.filter((arg) => arg !== undefined);
    case 'ternary':
      return operation.parts;
    default:
      return [];
  }
}
