import type { Cursor } from './cursor.ts';
import type { Arguments, Expression, Literal } from './syntax.ts';
import { firstKeyword, T, type TokenKind } from './token-kind.ts';

const unaryPower = 7;
const notOperandPower = 4;
/** Links of one chain (`А + Б + …`, `А.Б.В…`): deeper trees than this are refused, so that readers may recurse. */
const longestChain = 3_000;

function binaryPower(kind: TokenKind): number {
  switch (kind) {
    case T.Or:
      return 1;
    case T.And:
      return 2;
    case T.Equal:
    case T.NotEqual:
    case T.Less:
    case T.LessOrEqual:
    case T.Greater:
    case T.GreaterOrEqual:
      return 4;
    case T.Plus:
    case T.Minus:
      return 5;
    case T.Star:
    case T.Slash:
    case T.Percent:
      return 6;
    default:
      return 0;
  }
}

/** Whether an expression can begin with the token. */
export function beginsExpression(kind: TokenKind): boolean {
  return (
    (kind >= T.Identifier && kind <= T.StringStart) ||
    kind === T.Date ||
    kind === T.OpenParen ||
    kind === T.Question ||
    kind === T.Plus ||
    kind === T.Minus ||
    kind === T.New ||
    kind === T.Not ||
    kind === T.Await ||
    (kind >= T.True && kind <= T.Null)
  );
}

function literal(kind: Literal['kind'], first: number, last: number): Literal {
  return { kind, first, last, parent: undefined };
}

/** Adjacent strings and the lines of a string make one literal. */
function string(cursor: Cursor): Expression {
  const first = cursor.at;
  let open = -1;
  for (;;) {
    const kind = cursor.kind();
    if (kind === T.String && open < 0) cursor.next();
    else if (kind === T.StringStart && open < 0) open = cursor.next();
    else if (kind === T.StringPart && open >= 0) cursor.next();
    else if (kind === T.StringTail && open >= 0) {
      open = -1;
      cursor.next();
    } else break;
  }
  if (open >= 0) cursor.failAt(open, 'string');
  return literal('string', first, cursor.at - 1);
}

/** The arguments of a call; the next token is `(`. */
export function parseArguments(cursor: Cursor): Arguments {
  const first = cursor.next();
  const values: (Expression | undefined)[] = [];
  const commas: number[] = [];
  const argument = (): Expression | undefined =>
    cursor.is(T.Comma) || cursor.is(T.CloseParen) ? undefined : parseExpression(cursor);
  if (!cursor.is(T.CloseParen)) {
    values.push(argument());
    while (cursor.is(T.Comma)) {
      commas.push(cursor.next());
      values.push(argument());
    }
  }
  const close = cursor.expect(T.CloseParen, 'closeParen');
  return { kind: 'arguments', first, last: cursor.at - 1, values, commas, close, parent: undefined };
}

/** A dot takes the name that follows it, on the next line, too. */
function member(cursor: Cursor, object: Expression): Expression {
  const dot = cursor.next();
  const name = cursor.take(T.Identifier);
  if (name < 0) cursor.failAt(dot, 'member');
  return { kind: 'member', first: object.first, last: cursor.at - 1, object, dot, name, parent: undefined };
}

function suffixes(cursor: Cursor, start: Expression): Expression {
  let here = start;
  for (let links = 0; ; links += 1) {
    const kind = cursor.kind();
    if (kind !== T.Dot && kind !== T.OpenBracket && kind !== T.OpenParen) return here;
    if (links > longestChain) {
      cursor.fail('tooDeep');
      while (!cursor.is(T.Semicolon) && !cursor.is(T.EndOfFile)) cursor.next();
      return here;
    }
    if (kind === T.Dot) here = member(cursor, here);
    else if (kind === T.OpenBracket) {
      const open = cursor.next();
      const index = parseExpression(cursor);
      const close = cursor.expect(T.CloseBracket, 'closeBracket');
      const [object, first, last] = [here, here.first, cursor.at - 1];
      here = { kind: 'index', first, last, object, open, index, close, parent: undefined };
    } else if (here.kind === 'name' || here.kind === 'member') {
      const [callee, args] = [here, parseArguments(cursor)];
      here = { kind: 'call', first: callee.first, last: cursor.at - 1, callee, args, parent: undefined };
    } else return here;
  }
}

function create(cursor: Cursor): Expression {
  const first = cursor.next();
  const typeName = cursor.take(T.Identifier);
  const args = cursor.is(T.OpenParen) ? parseArguments(cursor) : undefined;
  if (typeName < 0 && args === undefined) cursor.fail('name');
  return { kind: 'new', first, last: cursor.at - 1, typeName, args, parent: undefined };
}

function ternary(cursor: Cursor): Expression {
  const first = cursor.next();
  cursor.expect(T.OpenParen, 'openParen');
  const condition = parseExpression(cursor);
  cursor.expect(T.Comma, 'comma');
  const whenTrue = parseExpression(cursor);
  cursor.expect(T.Comma, 'comma');
  const whenFalse = parseExpression(cursor);
  const close = cursor.expect(T.CloseParen, 'closeParen');
  const last = cursor.at - 1;
  return { kind: 'ternary', first, last, condition, whenTrue, whenFalse, close, parent: undefined };
}

function parenthesized(cursor: Cursor): Expression {
  const first = cursor.next();
  const expression = parseExpression(cursor);
  const close = cursor.expect(T.CloseParen, 'closeParen');
  return { kind: 'parenthesized', first, last: cursor.at - 1, expression, close, parent: undefined };
}

function primary(cursor: Cursor): Expression {
  const first = cursor.at;
  switch (cursor.kind()) {
    case T.Identifier:
      cursor.next();
      return suffixes(cursor, { kind: 'name', first, last: first, parent: undefined });
    case T.Number:
      return literal('number', cursor.next(), first);
    case T.String:
    case T.StringStart:
      return string(cursor);
    case T.Date:
      if (
        cursor.tokens.end(first) - cursor.tokens.start(first) < 2 ||
        !cursor.tokens.text(first).endsWith("'")
      )
        cursor.fail('date');
      return literal('date', cursor.next(), first);
    case T.True:
    case T.False:
      return literal('boolean', cursor.next(), first);
    case T.Undefined:
      return literal('undefined', cursor.next(), first);
    case T.Null:
      return literal('null', cursor.next(), first);
    case T.New:
      return suffixes(cursor, create(cursor));
    case T.Question:
      return suffixes(cursor, ternary(cursor));
    case T.OpenParen:
      return suffixes(cursor, parenthesized(cursor));
    default:
      cursor.fail('expression');
      return cursor.missing();
  }
}

function prefixed(cursor: Cursor): Expression {
  const [first, operator] = [cursor.at, cursor.kind()];
  if (operator !== T.Not && operator !== T.Minus && operator !== T.Plus && operator !== T.Await)
    return primary(cursor);
  cursor.next();
  const operand =
    cursor.deeper(() =>
      operator === T.Not
        ? binary(cursor, notOperandPower)
        : operator === T.Await
          ? primary(cursor)
          : prefixed(cursor),
    ) ?? cursor.missing();
  const last = Math.max(first, operand.last);
  if (operator === T.Await) return { kind: 'await', first, last, operand, parent: undefined };
  return { kind: 'unary', first, last, operator, operand, parent: undefined };
}

function binary(cursor: Cursor, least: number): Expression {
  let left = prefixed(cursor);
  for (let links = 0; ; links += 1) {
    const operator = cursor.kind();
    const power = binaryPower(operator);
    if (power === 0 || power < least) return left;
    if (links > longestChain) {
      cursor.fail('tooDeep');
      while (!cursor.is(T.Semicolon) && !cursor.is(T.EndOfFile)) cursor.next();
      return left;
    }
    const operatorToken = cursor.next();
    const right = cursor.deeper(() => binary(cursor, Math.min(power + 1, unaryPower))) ?? cursor.missing();
    const [first, last] = [left.first, Math.max(operatorToken, right.last)];
    left = { kind: 'binary', first, last, operator, operatorToken, left, right, parent: undefined };
  }
}

/** An expression, or a `missing` node with an error where none begins. Takes no token that cannot be part of it. */
export function parseExpression(cursor: Cursor): Expression {
  return cursor.deeper(() => binary(cursor, 1)) ?? skipped(cursor);
}

/** Past the depth limit: the rest up to the end of the statement is left out. */
function skipped(cursor: Cursor): Expression {
  while (!cursor.is(T.Semicolon) && cursor.kind() < firstKeyword && !cursor.is(T.EndOfFile)) cursor.next();
  return cursor.missing();
}

/** The variable, property or call with which a simple statement begins; the next token is a name. */
export function parseAccess(cursor: Cursor): Expression {
  return primary(cursor);
}
