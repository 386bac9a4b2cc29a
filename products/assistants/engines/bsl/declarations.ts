import type { Cursor } from './cursor.ts';
import { parseExpression } from './expressions.ts';
import { parseBlock } from './statements.ts';
import type {
  Annotation,
  AnnotationParameter,
  DeclaredVariable,
  Expression,
  Method,
  Parameter,
  VariableDeclaration,
} from './syntax.ts';
import { T } from './token-kind.ts';

function annotationParameter(cursor: Cursor): AnnotationParameter {
  const first = cursor.at;
  const value = (): Expression | Annotation =>
    cursor.is(T.Ampersand)
      ? (cursor.deeper(() => annotation(cursor)) ?? cursor.missing())
      : parseExpression(cursor);
  if (cursor.is(T.Identifier) && cursor.peek(1) === T.Equal) {
    const name = cursor.next();
    cursor.next();
    const given = value();
    return { kind: 'annotationParameter', first, last: cursor.at - 1, name, value: given, parent: undefined };
  }
  if (cursor.is(T.Identifier)) {
    const name = cursor.next();
    return { kind: 'annotationParameter', first, last: name, name, value: undefined, parent: undefined };
  }
  const given = value();
  return {
    kind: 'annotationParameter',
    first,
    last: cursor.at - 1,
    name: -1,
    value: given,
    parent: undefined,
  };
}

function annotation(cursor: Cursor): Annotation {
  const first = cursor.next();
  const name = cursor.kind() === T.Identifier || cursor.kind() >= T.Procedure ? cursor.next() : -1;
  if (name < 0) cursor.fail('name');
  const open = cursor.take(T.OpenParen);
  const parameters: AnnotationParameter[] = [];
  if (open >= 0 && !cursor.is(T.CloseParen)) {
    do parameters.push(annotationParameter(cursor));
    while (cursor.take(T.Comma) >= 0);
  }
  const close = open < 0 ? -1 : cursor.expect(T.CloseParen, 'closeParen');
  return { kind: 'annotation', first, last: cursor.at - 1, name, open, close, parameters, parent: undefined };
}

export function parseAnnotations(cursor: Cursor): readonly Annotation[] {
  const found: Annotation[] = [];
  while (cursor.is(T.Ampersand)) found.push(annotation(cursor));
  return found;
}

/** `Перем …`; the next token is the keyword. */
export function parseVariables(cursor: Cursor, annotations: readonly Annotation[]): VariableDeclaration {
  const keyword = cursor.next();
  const first = annotations[0]?.first ?? keyword;
  const variables: DeclaredVariable[] = [];
  do {
    const start = cursor.at;
    const name = cursor.expect(T.Identifier, 'name');
    if (name < 0) break;
    const exportKeyword = cursor.take(T.Export);
    const last = cursor.at - 1;
    variables.push({ kind: 'declaredVariable', first: start, last, name, exportKeyword, parent: undefined });
  } while (cursor.take(T.Comma) >= 0);
  const last = cursor.at - 1;
  const semicolon = cursor.take(T.Semicolon);
  return {
    kind: 'variableDeclaration',
    first,
    last,
    annotations,
    keyword,
    variables,
    semicolon,
    parent: undefined,
  };
}

function isConstant(value: Expression): boolean {
  switch (value.kind) {
    case 'number':
    case 'string':
    case 'date':
    case 'boolean':
    case 'undefined':
    case 'null':
      return true;
    case 'unary':
      return value.operand.kind === 'number' && value.operator !== T.Not;
    default:
      return false;
  }
}

function parameter(cursor: Cursor): Parameter {
  const first = cursor.at;
  const annotations = parseAnnotations(cursor);
  const valKeyword = cursor.take(T.Val);
  const name = cursor.expect(T.Identifier, 'name');
  let defaultValue: Expression | undefined;
  if (cursor.take(T.Equal) >= 0) {
    defaultValue = parseExpression(cursor);
    if (!isConstant(defaultValue) && defaultValue.kind !== 'missing')
      cursor.failAt(defaultValue.first, 'constant');
  }
  const last = cursor.at - 1;
  return { kind: 'parameter', first, last, annotations, valKeyword, name, defaultValue, parent: undefined };
}

function parameters(cursor: Cursor): readonly Parameter[] {
  const found: Parameter[] = [];
  if (cursor.is(T.CloseParen)) return found;
  do {
    const start = cursor.at;
    found.push(parameter(cursor));
    if (cursor.at === start && !cursor.is(T.Comma)) break;
  } while (cursor.take(T.Comma) >= 0);
  return found;
}

/** Whether a method begins here, its annotations already taken. */
export function beginsMethod(cursor: Cursor): boolean {
  return cursor.is(T.Procedure) || cursor.is(T.Function) || cursor.is(T.Async);
}

/** The closing keyword; the one of the other kind is taken too, with an error. */
function methodEnd(cursor: Cursor, isFunction: boolean): number {
  const [own, code] = isFunction
    ? ([T.EndFunction, 'endFunction'] as const)
    : ([T.EndProcedure, 'endProcedure'] as const);
  if (!cursor.is(own)) cursor.fail(code);
  return cursor.is(T.EndProcedure) || cursor.is(T.EndFunction) ? cursor.next() : -1;
}

/** Whether annotations and `Перем` follow. */
function declaresVariables(cursor: Cursor): boolean {
  let ahead = 0;
  while (cursor.peek(ahead) === T.Ampersand) {
    ahead += 2;
    if (cursor.peek(ahead) === T.OpenParen) ahead = pastParentheses(cursor, ahead);
  }
  return cursor.peek(ahead) === T.Var;
}

function pastParentheses(cursor: Cursor, open: number): number {
  let [ahead, depth] = [open, 0];
  do {
    const kind = cursor.peek(ahead);
    if (kind === T.EndOfFile || kind === T.Semicolon) return ahead;
    if (kind === T.OpenParen) depth += 1;
    else if (kind === T.CloseParen) depth -= 1;
    ahead += 1;
  } while (depth > 0);
  return ahead;
}

/** A procedure or function to its end; without one it ends where the next method begins. */
export function parseMethod(cursor: Cursor, annotations: readonly Annotation[]): Method {
  const asyncKeyword = cursor.take(T.Async);
  const isFunction = cursor.is(T.Function);
  const keyword = cursor.next();
  const first = annotations[0]?.first ?? (asyncKeyword < 0 ? keyword : asyncKeyword);
  const name = cursor.expect(T.Identifier, 'name');
  const open = cursor.expect(T.OpenParen, 'openParen');
  const declared = open < 0 ? [] : parameters(cursor);
  const close = open < 0 ? -1 : cursor.expect(T.CloseParen, 'closeParen');
  const exportKeyword = cursor.take(T.Export);
  const variables: VariableDeclaration[] = [];
  while (declaresVariables(cursor)) variables.push(parseVariables(cursor, parseAnnotations(cursor)));
  const body = parseBlock(cursor);
  const endKeyword = methodEnd(cursor, isFunction);
  return {
    kind: 'method',
    first,
    last: cursor.at - 1,
    annotations,
    asyncKeyword,
    keyword,
    isFunction,
    name,
    open,
    close,
    parameters: declared,
    exportKeyword,
    variables,
    body,
    endKeyword,
    parent: undefined,
  };
}
