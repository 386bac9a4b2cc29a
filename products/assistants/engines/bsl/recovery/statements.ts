import type { Arguments, Block, ElseBranch, Expression, IfBranch, Statement } from '../syntax.ts';
import { T, type TokenKind } from '../token-kind.ts';
import { beforeExpression, operandKinds, readArguments, readChain, readExpression } from './expressions.ts';
import { readLoop } from './loops.ts';
import { atEnd, type Follow, followed, type Reader } from './reader.ts';
import { simple, statements } from './statement-kinds.ts';

const statementKinds: ReadonlySet<TokenKind> = new Set(statements);
const afterStatement: Follow = followed(statements, true);
const beforeSemicolon: Follow = followed([T.Semicolon], true);

/** The statements of a block, up to a token that begins none. */
export function readBlock(reader: Reader, after: Follow): Block {
  const first = reader.at;
  const found: Statement[] = [];
  reader.within(after, () => {
    for (;;) {
      reader.pass();
      if (!statementKinds.has(reader.kind())) break;
      const start = reader.at;
      found.push(readStatement(reader));
      if (reader.at === start && found.at(-1)?.kind === 'error') found.pop();
    }
  });
  return { kind: 'block', first, last: reader.at - 1, statements: found, parent: undefined };
}

function readStatement(reader: Reader): Statement {
  const first = reader.at;
  let result: Statement | undefined;
  let semicolon = -1;
  reader.within(afterStatement, () => {
    if (reader.is(T.Semicolon)) {
      semicolon = reader.take(T.Semicolon);
      result = { kind: 'empty', first, last: first, semicolon, parent: undefined };
      return;
    }
    result = bare(reader);
    semicolon = reader.take(T.Semicolon);
  });
  const last = semicolon < 0 ? reader.at - 1 : semicolon - 1;
  if (result === undefined) return { kind: 'error', first, last, semicolon, parent: undefined };
  result.semicolon = semicolon;
  return result;
}

type Place = Pick<Statement, 'first' | 'last' | 'parent'> & { semicolon: number };

function bare(reader: Reader): Statement {
  const first = reader.at;
  const place = (): Place => ({ first, last: reader.at - 1, semicolon: -1, parent: undefined });
  const missing = (): Expression => ({
    kind: 'missing',
    first: reader.at,
    last: reader.at - 1,
    parent: undefined,
  });
  const compound = (read: () => void): void => reader.within(beforeSemicolon, read);
  const kind = reader.kind();
  switch (kind) {
    case T.Identifier:
      return assignmentOrCall(reader);
    case T.Await: {
      let expression = missing();
      compound(() => {
        reader.within(atEnd, () => {
          reader.take(T.Await);
          const operand = readExpression(reader, atEnd);
          expression = { kind: 'await', first, last: reader.at - 1, operand, parent: undefined };
        });
      });
      return { kind: 'callStatement', expression, ...place() };
    }
    case T.Tilde: {
      let name = -1;
      compound(() => {
        reader.take(T.Tilde);
        reader.within(followed([T.Colon]), () => {
          name = reader.match(T.Identifier, 'name', atEnd);
        });
        reader.match(T.Colon, 'colon', followed(simple, true));
      });
      return { kind: 'label', name, ...place() };
    }
    case T.If:
      return conditional(reader);
    case T.While:
    case T.For:
      return readLoop(reader, (after) => readBlock(reader, after));
    case T.Try: {
      let [except, endKeyword] = [-1, -1];
      let body: Block | undefined;
      let handler: Block | undefined;
      compound(() => {
        reader.take(T.Try);
        body = readBlock(reader, followed([T.Except]));
        except = reader.match(T.Except, 'except', followed([...statements, T.EndTry]));
        handler = readBlock(reader, followed([T.EndTry]));
        endKeyword = reader.match(T.EndTry, 'endTry', atEnd);
      });
      const empty = emptyBlock(reader);
      return { kind: 'try', body: body ?? empty, except, handler: handler ?? empty, endKeyword, ...place() };
    }
    case T.Return: {
      let value: Expression | undefined;
      compound(() => {
        reader.take(T.Return);
        if (beginsValue(reader)) value = readExpression(reader, atEnd);
      });
      return { kind: 'return', value, ...place() };
    }
    case T.Raise: {
      let value: Expression | undefined;
      let args: Arguments | undefined;
      compound(() => {
        reader.take(T.Raise);
        if (hasSeveralArguments(reader)) args = readArguments(reader, atEnd);
        else if (beginsValue(reader)) value = readExpression(reader, atEnd);
      });
      return { kind: 'raise', value, args, ...place() };
    }
    case T.Break:
    case T.Continue:
      reader.take(kind);
      return { kind: kind === T.Break ? 'break' : 'continue', ...place() };
    case T.Goto: {
      let label = -1;
      compound(() => {
        reader.take(T.Goto);
        reader.match(T.Tilde, 'name', followed([T.Identifier]));
        reader.within(atEnd, () => {
          label = reader.match(T.Identifier, 'name', atEnd);
        });
      });
      return { kind: 'goto', label, ...place() };
    }
    case T.Execute: {
      let code = missing();
      let args: Arguments | undefined;
      compound(() => {
        reader.take(T.Execute);
        if (hasSeveralArguments(reader)) {
          args = readArguments(reader, atEnd);
          code = args.values[0] ?? code;
        } else if (operandKinds.has(reader.kind())) code = readExpression(reader, followed([T.Comma], true));
      });
      return { kind: 'execute', code, args, ...place() };
    }
    case T.AddHandler:
    case T.RemoveHandler: {
      let [event, handler] = [missing(), missing()];
      compound(() => {
        reader.take(kind);
        event = readExpression(reader, followed([T.Comma]));
        reader.match(T.Comma, 'comma', beforeExpression);
        handler = readExpression(reader, atEnd);
      });
      return { kind: kind === T.AddHandler ? 'addHandler' : 'removeHandler', event, handler, ...place() };
    }
    default:
      return reader.stuck('unexpected');
  }
}

export function emptyBlock(reader: Reader): Block {
  return { kind: 'block', first: reader.at, last: reader.at - 1, statements: [], parent: undefined };
}

/** Which of both it is shows only behind the name, its properties and calls: they are read ahead. */
function assignmentOrCall(reader: Reader): Statement {
  const first = reader.at;
  const target = reader.ahead(() => {
    const chain = readChain(reader);
    if (chain.kind !== 'call' && !reader.is(T.Equal)) reader.stuck('statement');
    return chain;
  });
  if (reader.is(T.Equal) && (target.kind !== 'call' || target.callee.kind === 'name')) {
    let equal = -1;
    let value: Expression | undefined;
    reader.within(beforeSemicolon, () => {
      equal = reader.take(T.Equal);
      value = readExpression(reader, atEnd);
    });
    const last = reader.at - 1;
    const missing: Expression = { kind: 'missing', first: reader.at, last, parent: undefined };
    return {
      kind: 'assignment',
      first,
      last,
      target,
      equal,
      value: value ?? missing,
      semicolon: -1,
      parent: undefined,
    };
  }
  return {
    kind: 'callStatement',
    first,
    last: reader.at - 1,
    expression: target,
    semicolon: -1,
    parent: undefined,
  };
}

const branchEnds: ReadonlySet<TokenKind> = new Set<TokenKind>([T.ElsIf, T.Else, T.EndIf]);
const ifEnds: ReadonlySet<TokenKind> = new Set<TokenKind>([T.Else, T.EndIf]);
const afterBranch: Follow = followed([...branchEnds]);

function conditional(reader: Reader): Statement {
  const first = reader.at;
  const branches: IfBranch[] = [];
  let otherwise: ElseBranch | undefined;
  let endKeyword = -1;
  reader.within(beforeSemicolon, () => {
    branches.push(branch(reader));
    reader.sync(branchEnds, 'endIf');
    while (reader.is(T.ElsIf)) {
      branches.push(branch(reader));
      reader.sync(branchEnds, 'endIf', true);
    }
    reader.sync(ifEnds, 'endIf');
    if (reader.is(T.Else)) otherwise = elseBranch(reader);
    endKeyword = reader.match(T.EndIf, 'endIf', atEnd);
  });
  const last = reader.at - 1;
  return { kind: 'if', first, last, branches, otherwise, endKeyword, semicolon: -1, parent: undefined };
}

function branch(reader: Reader): IfBranch {
  const keyword = reader.at;
  let condition: Expression | undefined;
  let thenKeyword = -1;
  let body: Block | undefined;
  reader.within(afterBranch, () => {
    reader.take(reader.kind());
    condition = readExpression(reader, followed([T.Then]));
    thenKeyword = reader.match(T.Then, 'thenKeyword', followed(statements, true));
    body = readBlock(reader, atEnd);
  });
  const [first, last] = [keyword, reader.at - 1];
  condition ??= { kind: 'missing', first: reader.at, last, parent: undefined };
  body ??= emptyBlock(reader);
  return { kind: 'ifBranch', first, last, keyword, condition, thenKeyword, body, parent: undefined };
}

function elseBranch(reader: Reader): ElseBranch {
  const keyword = reader.at;
  let body = emptyBlock(reader);
  reader.within(followed([T.EndIf]), () => {
    reader.take(T.Else);
    body = readBlock(reader, atEnd);
  });
  return { kind: 'elseBranch', first: keyword, last: reader.at - 1, keyword, body, parent: undefined };
}

/** A name that no value can begin with begins the next statement. */
function beginsValue(reader: Reader): boolean {
  if (reader.is(T.Identifier)) return reader.fits(() => readChain(reader));
  return operandKinds.has(reader.kind());
}

/** Whether parentheses with a comma of their own follow. */
function hasSeveralArguments(reader: Reader): boolean {
  if (!reader.is(T.OpenParen)) return false;
  let depth = 0;
  for (let ahead = 0; ; ahead += 1) {
    const kind = reader.peek(ahead);
    if (kind === T.OpenParen || kind === T.OpenBracket) depth += 1;
    else if (kind === T.CloseParen || kind === T.CloseBracket) depth -= 1;
    else if (kind === T.EndOfFile || kind === T.Semicolon) return false;
    if (depth === 0) return ahead === 1;
    if (depth === 1 && kind === T.Comma) return true;
  }
}
