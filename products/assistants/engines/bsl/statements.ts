import type { Cursor } from './cursor.ts';
import { beginsExpression, parseAccess, parseArguments, parseExpression } from './expressions.ts';
import type { Block, ElseBranch, Expression, IfBranch, Statement } from './syntax.ts';
import { T, type TokenKind } from './token-kind.ts';

/** Tokens that end a block of some construct. */
const closers: ReadonlySet<TokenKind> = new Set([
  T.ElsIf,
  T.Else,
  T.EndIf,
  T.EndDo,
  T.Except,
  T.EndTry,
] as TokenKind[]);

/** Tokens that end any block: the method is over. */
export function endsMethod(kind: TokenKind): boolean {
  return (
    kind === T.EndProcedure ||
    kind === T.EndFunction ||
    kind === T.Procedure ||
    kind === T.Function ||
    kind === T.Async ||
    kind === T.Ampersand ||
    kind === T.EndOfFile
  );
}

/** Statements up to a token that closes an open construct, or ends the method. */
function inside(cursor: Cursor, ends: readonly TokenKind[]): Block {
  const counts = cursor.openCounts;
  for (const kind of ends) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const block = cursor.deeper(() => parseBlock(cursor)) ?? skippedBlock(cursor);
  for (const kind of ends) counts.set(kind, (counts.get(kind) ?? 1) - 1);
  return block;
}

/** Past the depth limit everything up to the end of the method is left out. */
function skippedBlock(cursor: Cursor): Block {
  const first = cursor.at;
  while (!endsMethod(cursor.kind())) cursor.next();
  return { kind: 'block', first, last: cursor.at - 1, statements: [], parent: undefined };
}

/** The statements of a method or of the module's body; tokens that begin none become `error` statements. */
export function parseBlock(cursor: Cursor): Block {
  const counts = cursor.openCounts;
  const first = cursor.at;
  const statements: Statement[] = [];
  for (;;) {
    const kind = cursor.kind();
    if (endsMethod(kind) || (closers.has(kind) && (counts.get(kind) ?? 0) > 0)) break;
    statements.push(parseStatement(cursor));
  }
  return { kind: 'block', first, last: cursor.at - 1, statements, parent: undefined };
}

/** One statement with its `;`. Always takes at least one token. */
export function parseStatement(cursor: Cursor): Statement {
  const start = cursor.at;
  const statement = bare(cursor);
  if (statement.kind === 'empty') return statement;
  statement.semicolon = cursor.take(T.Semicolon);
  if (cursor.at === start) return errorStatement(cursor);
  const next = cursor.kind();
  if (
    statement.semicolon < 0 &&
    statement.kind !== 'label' &&
    statement.kind !== 'error' &&
    beginsStatement(next)
  )
    cursor.fail('semicolon');
  return statement;
}

function beginsStatement(kind: TokenKind): boolean {
  return (
    kind === T.Identifier ||
    kind === T.If ||
    kind === T.While ||
    kind === T.For ||
    kind === T.Try ||
    kind === T.Return ||
    kind === T.Raise ||
    kind === T.Break ||
    kind === T.Continue ||
    kind === T.Goto ||
    kind === T.Tilde ||
    kind === T.Execute ||
    kind === T.AddHandler ||
    kind === T.RemoveHandler ||
    kind === T.Await
  );
}

/** Takes tokens up to one that may begin or end a statement. */
function errorStatement(cursor: Cursor): Statement {
  const first = cursor.at;
  cursor.fail('unexpected');
  do cursor.next();
  while (
    !beginsStatement(cursor.kind()) &&
    !closers.has(cursor.kind()) &&
    !endsMethod(cursor.kind()) &&
    !cursor.is(T.Semicolon)
  );
  const semicolon = cursor.take(T.Semicolon);
  const last = semicolon < 0 ? cursor.at - 1 : semicolon - 1;
  return { kind: 'error', first, last, semicolon, parent: undefined };
}

function bare(cursor: Cursor): Statement {
  const first = cursor.at;
  const base = (): { first: number; last: number; semicolon: number; parent: undefined } => ({
    first,
    last: cursor.at - 1,
    semicolon: -1,
    parent: undefined,
  });
  switch (cursor.kind()) {
    case T.Semicolon:
      return { kind: 'empty', first, last: first, semicolon: cursor.next(), parent: undefined };
    case T.Identifier:
    case T.Await:
      return simple(cursor);
    case T.If:
      return conditional(cursor);
    case T.While: {
      cursor.next();
      const condition = parseExpression(cursor);
      return { kind: 'while', condition, ...loop(cursor), ...base() };
    }
    case T.For:
      return counting(cursor);
    case T.Try: {
      cursor.next();
      const body = inside(cursor, [T.Except, T.EndTry]);
      const except = cursor.expect(T.Except, 'except');
      const handler = inside(cursor, [T.EndTry]);
      const endKeyword = cursor.expect(T.EndTry, 'endTry');
      return { kind: 'try', body, except, handler, endKeyword, ...base() };
    }
    case T.Return: {
      cursor.next();
      const value = beginsExpression(cursor.kind()) ? parseExpression(cursor) : undefined;
      return { kind: 'return', value, ...base() };
    }
    case T.Raise: {
      cursor.next();
      const args = hasSeveralArguments(cursor) ? parseArguments(cursor) : undefined;
      const value =
        args === undefined && beginsExpression(cursor.kind()) ? parseExpression(cursor) : undefined;
      return { kind: 'raise', value, args, ...base() };
    }
    case T.Break:
      cursor.next();
      return { kind: 'break', ...base() };
    case T.Continue:
      cursor.next();
      return { kind: 'continue', ...base() };
    case T.Goto: {
      cursor.next();
      cursor.expect(T.Tilde, 'name');
      const label = cursor.expect(T.Identifier, 'name');
      return { kind: 'goto', label, ...base() };
    }
    case T.Tilde: {
      cursor.next();
      const name = cursor.expect(T.Identifier, 'name');
      cursor.expect(T.Colon, 'colon');
      return { kind: 'label', name, ...base() };
    }
    case T.Execute: {
      cursor.next();
      const args = hasSeveralArguments(cursor) ? parseArguments(cursor) : undefined;
      const code = args === undefined ? parseExpression(cursor) : (args.values[0] ?? cursor.missing());
      return { kind: 'execute', code, args, ...base() };
    }
    case T.AddHandler:
    case T.RemoveHandler: {
      const kind = cursor.kind() === T.AddHandler ? 'addHandler' : 'removeHandler';
      cursor.next();
      const event = parseExpression(cursor);
      cursor.expect(T.Comma, 'comma');
      const handler = parseExpression(cursor);
      return { kind, event, handler, ...base() };
    }
    default:
      return errorStatement(cursor);
  }
}

/** An assignment or a call. */
function simple(cursor: Cursor): Statement {
  const first = cursor.at;
  const expression: Expression = cursor.is(T.Await) ? parseExpression(cursor) : parseAccess(cursor);
  if (cursor.is(T.Equal) && expression.kind !== 'await') {
    const equal = cursor.next();
    const value = parseExpression(cursor);
    const last = Math.max(equal, value.last);
    return {
      kind: 'assignment',
      first,
      last,
      target: expression,
      equal,
      value,
      semicolon: -1,
      parent: undefined,
    };
  }
  const kind =
    expression.kind === 'call' || expression.kind === 'await' ? 'callStatement' : 'expressionStatement';
  if (kind === 'expressionStatement') cursor.fail('statement');
  return { kind, first, last: cursor.at - 1, expression, semicolon: -1, parent: undefined };
}

function conditional(cursor: Cursor): Statement {
  const first = cursor.at;
  const branches: IfBranch[] = [];
  do {
    const keyword = cursor.next();
    const condition = parseExpression(cursor);
    const thenKeyword = cursor.expect(T.Then, 'thenKeyword');
    const body = inside(cursor, [T.ElsIf, T.Else, T.EndIf]);
    const last = cursor.at - 1;
    branches.push({
      kind: 'ifBranch',
      first: keyword,
      last,
      keyword,
      condition,
      thenKeyword,
      body,
      parent: undefined,
    });
  } while (cursor.is(T.ElsIf));
  let otherwise: ElseBranch | undefined;
  if (cursor.is(T.Else)) {
    const keyword = cursor.next();
    const body = inside(cursor, [T.EndIf]);
    otherwise = { kind: 'elseBranch', first: keyword, last: cursor.at - 1, keyword, body, parent: undefined };
  }
  const endKeyword = cursor.expect(T.EndIf, 'endIf');
  const last = cursor.at - 1;
  return { kind: 'if', first, last, branches, otherwise, endKeyword, semicolon: -1, parent: undefined };
}

function loop(cursor: Cursor): { doKeyword: number; body: Block; endKeyword: number } {
  const keyword = cursor.expect(T.Do, 'doKeyword');
  const body = inside(cursor, [T.EndDo]);
  const endKeyword: number = cursor.expect(T.EndDo, 'endDo');
  return { doKeyword: keyword, body, endKeyword };
}

function counting(cursor: Cursor): Statement {
  const first = cursor.next();
  const each = cursor.take(T.Each) >= 0;
  const variable = cursor.expect(T.Identifier, 'name');
  if (each) {
    const inKeyword = cursor.expect(T.In, 'inKeyword');
    const collection = parseExpression(cursor);
    const rest = loop(cursor);
    const last = cursor.at - 1;
    return {
      kind: 'forEach',
      first,
      last,
      variable,
      inKeyword,
      collection,
      ...rest,
      semicolon: -1,
      parent: undefined,
    };
  }
  const equal = cursor.expect(T.Equal, 'equal');
  const from = parseExpression(cursor);
  const toKeyword = cursor.expect(T.To, 'toKeyword');
  const to = parseExpression(cursor);
  const rest = loop(cursor);
  const last = cursor.at - 1;
  return {
    kind: 'for',
    first,
    last,
    variable,
    equal,
    from,
    toKeyword,
    to,
    ...rest,
    semicolon: -1,
    parent: undefined,
  };
}

/** Whether parentheses with a comma of their own follow: the form of a keyword that is like a call. */
function hasSeveralArguments(cursor: Cursor): boolean {
  if (!cursor.is(T.OpenParen)) return false;
  let depth = 0;
  for (let ahead = 0; ; ahead += 1) {
    const kind = cursor.peek(ahead);
    if (kind === T.OpenParen || kind === T.OpenBracket) depth += 1;
    else if (kind === T.CloseParen || kind === T.CloseBracket) depth -= 1;
    else if (kind === T.EndOfFile || kind === T.Semicolon) return false;
    if (depth === 0) return ahead === 1;
    if (depth === 1 && kind === T.Comma) return true;
  }
}
