import type { Arguments, Expression, Literal } from '../syntax.ts';
import { T, type TokenKind } from '../token-kind.ts';
import { shaped, type Term } from './precedence.ts';
import { atEnd, type Follow, followed, type Reader } from './reader.ts';

const constants: readonly TokenKind[] = [
  T.Number,
  T.String,
  T.StringStart,
  T.Date,
  T.True,
  T.False,
  T.Undefined,
  T.Null,
  T.Plus,
  T.Minus,
];
const operands: readonly TokenKind[] = [
  ...constants,
  T.Identifier,
  T.New,
  T.Question,
  T.OpenParen,
  T.Not,
  T.Await,
];
const operators: readonly TokenKind[] = [
  T.Or,
  T.And,
  T.Equal,
  T.NotEqual,
  T.Less,
  T.LessOrEqual,
  T.Greater,
  T.GreaterOrEqual,
  T.Plus,
  T.Minus,
  T.Star,
  T.Slash,
  T.Percent,
];
export const operandKinds: ReadonlySet<TokenKind> = new Set(operands);
const constantKinds: ReadonlySet<TokenKind> = new Set(constants);
const operatorKinds: ReadonlySet<TokenKind> = new Set(operators);
const suffixKinds: readonly TokenKind[] = [T.Dot, T.OpenBracket];
const afterOperand: Follow = followed(operators, true);
const afterSuffix: Follow = followed(suffixKinds, true);
export const beforeExpression: Follow = followed(operands);
const stringKinds: ReadonlySet<TokenKind> = new Set<TokenKind>([T.StringPart, T.StringTail]);
const longest = 3_000;

function missing(reader: Reader): Expression {
  return { kind: 'missing', first: reader.at, last: reader.at - 1, parent: undefined };
}

function literal(kind: Literal['kind'], first: number, last: number): Literal {
  return { kind, first, last, parent: undefined };
}

function text(reader: Reader): Expression {
  const first = reader.at;
  reader.within(afterOperand, () => {
    while (reader.is(T.String) || reader.is(T.StringStart)) {
      if (reader.take(T.String) >= 0) continue;
      reader.within(followed([T.String, T.StringStart], true), () => {
        reader.take(T.StringStart);
        reader.sync(stringKinds, 'string');
        while (reader.take(T.StringPart) >= 0) reader.sync(stringKinds, 'string', true);
        reader.match(T.StringTail, 'string', atEnd);
      });
    }
  });
  return literal('string', first, reader.at - 1);
}

const wordKinds: Partial<Record<TokenKind, Literal['kind']>> = {
  [T.Number]: 'number',
  [T.Date]: 'date',
  [T.True]: 'boolean',
  [T.False]: 'boolean',
  [T.Undefined]: 'undefined',
  [T.Null]: 'null',
};

/** A constant with its sign. */
export function readConstant(reader: Reader, after: Follow): Expression {
  let value: Expression = missing(reader);
  reader.within(after, () => {
    reader.sync(constantKinds, 'constant');
    const first = reader.at;
    const operator = reader.kind();
    if (operator === T.Plus || operator === T.Minus) {
      reader.take(operator);
      reader.within(atEnd, () => reader.match(T.Number, 'constant', atEnd));
      const operand = literal('number', reader.at - 1, reader.at - 1);
      value = { kind: 'unary', first, last: reader.at - 1, operator, operand, parent: undefined };
    } else if (operator === T.String || operator === T.StringStart) value = text(reader);
    else {
      const kind = wordKinds[operator];
      if (kind === undefined) reader.stuck('constant');
      else value = literal(kind, reader.take(operator), first);
    }
  });
  return value;
}

/** `(…)` after a name. */
export function readArguments(reader: Reader, after: Follow): Arguments {
  const first = reader.at;
  const values: (Expression | undefined)[] = [];
  const commas: number[] = [];
  let close = -1;
  reader.within(after, () => {
    reader.match(T.OpenParen, 'openParen', followed([...operands, T.Comma, T.CloseParen]));
    const argument = (): Expression | undefined =>
      operandKinds.has(reader.kind()) ? readExpression(reader, followed([T.Comma], true)) : undefined;
    reader.within(followed([T.CloseParen]), () => {
      const given = argument();
      if (given !== undefined || reader.is(T.Comma)) values.push(given);
      while (reader.is(T.Comma)) {
        commas.push(reader.take(T.Comma));
        values.push(argument());
      }
    });
    close = reader.match(T.CloseParen, 'closeParen', atEnd);
  });
  return { kind: 'arguments', first, last: reader.at - 1, values, commas, close, parent: undefined };
}

function access(reader: Reader, object: Expression): Expression {
  let result = object;
  const first = object.first;
  reader.within(afterSuffix, () => {
    if (reader.is(T.OpenBracket)) {
      reader.within(atEnd, () => {
        const open = reader.take(T.OpenBracket);
        const index = readExpression(reader, followed([T.CloseBracket]));
        const close = reader.match(T.CloseBracket, 'closeBracket', atEnd);
        result = { kind: 'index', first, last: reader.at - 1, object, open, index, close, parent: undefined };
      });
      return;
    }
    const dot = reader.at;
    if (reader.peek(1) !== T.Identifier) reader.stuck('member', reader.place(1));
    reader.take(T.Dot);
    const name = reader.take(T.Identifier);
    result = { kind: 'member', first, last: reader.at - 1, object, dot, name, parent: undefined };
    if (reader.is(T.OpenParen)) result = call(reader, result, atEnd);
  });
  return result;
}

function call(reader: Reader, callee: Expression, after: Follow): Expression {
  let args: Arguments | undefined;
  const first = callee.first;
  reader.within(after, () => {
    args = readArguments(reader, atEnd);
  });
  if (args === undefined) return callee;
  return { kind: 'call', first, last: reader.at - 1, callee, args, parent: undefined };
}

function suffixed(reader: Reader, start: Expression): Expression {
  let here = start;
  for (let links = 0; reader.is(T.Dot) || reader.is(T.OpenBracket); links += 1) {
    if (links > longest) reader.stuck('tooDeep');
    const at = reader.at;
    here = access(reader, here);
    if (reader.at === at) break;
  }
  return here;
}

/** The chain with which a simple statement begins. */
export function readChain(reader: Reader): Expression {
  const first = reader.take(T.Identifier);
  const name: Expression = { kind: 'name', first, last: first, parent: undefined };
  return suffixed(reader, reader.is(T.OpenParen) ? call(reader, name, afterSuffix) : name);
}

function created(reader: Reader): Expression {
  let result = missing(reader);
  const first = reader.at;
  reader.within(afterSuffix, () => {
    if (reader.peek(1) !== T.Identifier && reader.peek(1) !== T.OpenParen)
      reader.stuck('name', reader.place(1));
    reader.take(T.New);
    const typeName = reader.take(T.Identifier);
    const args = reader.is(T.OpenParen) ? readArguments(reader, atEnd) : undefined;
    result = { kind: 'new', first, last: reader.at - 1, typeName, args, parent: undefined };
  });
  return result;
}

function ternary(reader: Reader): Expression {
  const first = reader.at;
  let [condition, whenTrue, whenFalse, close] = [missing(reader), missing(reader), missing(reader), -1];
  reader.within(afterSuffix, () => {
    reader.take(T.Question);
    reader.match(T.OpenParen, 'openParen', beforeExpression);
    condition = readExpression(reader, followed([T.Comma]));
    reader.match(T.Comma, 'comma', beforeExpression);
    whenTrue = readExpression(reader, followed([T.Comma]));
    reader.match(T.Comma, 'comma', beforeExpression);
    whenFalse = readExpression(reader, followed([T.CloseParen]));
    close = reader.match(T.CloseParen, 'closeParen', atEnd);
  });
  const last = reader.at - 1;
  return { kind: 'ternary', first, last, condition, whenTrue, whenFalse, close, parent: undefined };
}

/** An operand without its sign. */
function operand(reader: Reader): Expression {
  const first = reader.at;
  switch (reader.kind()) {
    case T.Identifier: {
      const name: Expression = { kind: 'name', first, last: first, parent: undefined };
      if (reader.peek(1) !== T.OpenParen) {
        const read = (): Expression => {
          reader.take(T.Identifier);
          return suffixed(reader, name);
        };
        return reader.isAhead() ? reader.ahead(read) : read();
      }
      const start = reader.ahead(() => {
        reader.take(T.Identifier);
        return call(reader, name, afterSuffix);
      });
      return suffixed(reader, start);
    }
    case T.New:
      return suffixed(reader, created(reader));
    case T.Question:
      return suffixed(reader, ternary(reader));
    case T.OpenParen: {
      reader.take(T.OpenParen);
      const expression = readExpression(reader, followed([T.CloseParen]));
      const close = reader.match(T.CloseParen, 'closeParen', afterSuffix);
      const last = reader.at - 1;
      return suffixed(reader, { kind: 'parenthesized', first, last, expression, close, parent: undefined });
    }
    case T.Await: {
      reader.take(T.Await);
      const value = readExpression(reader, atEnd);
      return { kind: 'await', first, last: reader.at - 1, operand: value, parent: undefined };
    }
    default:
      if (!constantKinds.has(reader.kind())) return reader.stuck('expression');
      return readConstant(reader, atEnd);
  }
}

function term(reader: Reader): Term {
  let value = missing(reader);
  let sign = -1;
  reader.within(afterOperand, () => {
    const kind = reader.kind();
    const isSign = kind === T.Plus || kind === T.Minus;
    if (kind === T.Not || (isSign && reader.peek(1) !== T.Number)) {
      if (!operandKinds.has(reader.peek(1)) || reader.peek(1) === T.Not)
        reader.stuck('expression', reader.place(1));
      sign = reader.take(kind);
      value = missing(reader);
    }
    value = operand(reader);
  });
  return { sign, value };
}

/** An expression; with one token too many before it, that one is passed over. */
export function readExpression(reader: Reader, after: Follow): Expression {
  const terms: Term[] = [];
  const signs: number[] = [];
  reader.within(after, () => {
    reader.sync(operandKinds, 'expression');
    terms.push(term(reader));
    while (operatorKinds.has(reader.kind())) {
      if (signs.length > longest) reader.stuck('tooDeep');
      signs.push(reader.take(reader.kind()));
      reader.sync(operandKinds, 'expression');
      terms.push(term(reader));
    }
  });
  return terms.length === 0 ? missing(reader) : shaped(reader, terms, signs);
}
