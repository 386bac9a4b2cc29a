import { createCursor } from '../cursor.ts';
import { parseAnnotations } from '../declarations.ts';
import type {
  Annotation,
  Block,
  DeclaredVariable,
  Expression,
  Method,
  Parameter,
  VariableDeclaration,
} from '../syntax.ts';
import { T, type TokenKind } from '../token-kind.ts';
import { readConstant } from './expressions.ts';
import { atEnd, type Follow, followed, type Reader } from './reader.ts';
import { statements } from './statement-kinds.ts';
import { emptyBlock, readBlock } from './statements.ts';

export const methodStarts: readonly TokenKind[] = [T.Ampersand, T.Async, T.Procedure, T.Function];
const parameterStarts: readonly TokenKind[] = [T.Ampersand, T.Val, T.Identifier];
const parameterKinds: ReadonlySet<TokenKind> = new Set(parameterStarts);
const valueKinds: ReadonlySet<TokenKind> = new Set<TokenKind>([T.Val, T.Identifier]);
const listKinds: ReadonlySet<TokenKind> = new Set([...parameterStarts, T.CloseParen]);
const afterVariable: Follow = followed([T.Ampersand, T.Var], true);

/** Annotations are read as they are: what is wrong with them is told elsewhere. */
function annotations(reader: Reader): readonly Annotation[] {
  if (!reader.is(T.Ampersand)) return [];
  const cursor = createCursor(reader.tokens);
  cursor.at = reader.at;
  const found = parseAnnotations(cursor);
  if (cursor.errors.length > 0) reader.stuck('name', reader.tokens.at(cursor.errors[0]?.start ?? 0));
  reader.at = cursor.at;
  return found;
}

/** The token after the annotations that follow. */
export function pastAnnotations(reader: Reader): number {
  const cursor = createCursor(reader.tokens);
  cursor.at = reader.at;
  parseAnnotations(cursor);
  return cursor.at;
}

export function declaresVariables(reader: Reader): boolean {
  return reader.tokens.kind(pastAnnotations(reader)) === T.Var;
}

/** `Перем …`, with its annotations. */
export function readVariables(reader: Reader, mayExport: boolean): VariableDeclaration {
  const first = reader.at;
  const variables: DeclaredVariable[] = [];
  let given: readonly Annotation[] = [];
  let [keyword, semicolon] = [-1, -1];
  reader.within(afterVariable, () => {
    given = annotations(reader);
    keyword = reader.match(T.Var, 'name', followed([T.Identifier]));
    reader.within(followed([T.Semicolon], true), () => {
      do variables.push(variable(reader, mayExport));
      while (reader.take(T.Comma) >= 0);
    });
    semicolon = reader.take(T.Semicolon);
  });
  const last = semicolon < 0 ? reader.at - 1 : semicolon - 1;
  return {
    kind: 'variableDeclaration',
    first,
    last,
    annotations: given,
    keyword,
    variables: variables.filter(({ name }) => name >= 0),
    semicolon,
    parent: undefined,
  };
}

function variable(reader: Reader, mayExport: boolean): DeclaredVariable {
  const first = reader.at;
  let [name, exportKeyword] = [-1, -1];
  reader.within(followed([T.Comma], true), () => {
    reader.within(mayExport ? followed([T.Export], true) : atEnd, () => {
      name = reader.match(T.Identifier, 'name', atEnd);
    });
    if (mayExport) exportKeyword = reader.take(T.Export);
  });
  return { kind: 'declaredVariable', first, last: reader.at - 1, name, exportKeyword, parent: undefined };
}

function parameter(reader: Reader): Parameter {
  const first = reader.at;
  let given: readonly Annotation[] = [];
  let [valKeyword, name] = [-1, -1];
  let defaultValue: Expression | undefined;
  reader.within(followed([T.Comma], true), () => {
    reader.sync(parameterKinds, 'name');
    given = annotations(reader);
    reader.sync(valueKinds, 'name');
    valKeyword = reader.take(T.Val);
    name = reader.match(T.Identifier, 'name', followed([T.Equal], true));
    if (reader.take(T.Equal) >= 0)
      reader.within(atEnd, () => {
        defaultValue = readConstant(reader, atEnd);
      });
  });
  const last = reader.at - 1;
  return {
    kind: 'parameter',
    first,
    last,
    annotations: given,
    valKeyword,
    name,
    defaultValue,
    parent: undefined,
  };
}

interface Head {
  annotations: readonly Annotation[];
  asyncKeyword: number;
  keyword: number;
  name: number;
  open: number;
  close: number;
  exportKeyword: number;
  parameters: Parameter[];
}

function readHead(reader: Reader, word: TokenKind): Head {
  const head: Head = {
    annotations: [],
    asyncKeyword: -1,
    keyword: -1,
    name: -1,
    open: -1,
    close: -1,
    exportKeyword: -1,
    parameters: [],
  };
  reader.within(followed([T.Ampersand, T.Var, ...statements], true), () => {
    head.annotations = annotations(reader);
    head.asyncKeyword = reader.take(T.Async);
    head.keyword = reader.take(word);
    reader.within(followed([T.OpenParen]), () => {
      head.name = reader.match(T.Identifier, 'name', atEnd);
    });
    head.open = reader.match(T.OpenParen, 'openParen', followed([...listKinds]));
    reader.sync(listKinds, 'closeParen');
    if (parameterKinds.has(reader.kind()))
      reader.within(followed([T.CloseParen]), () => {
        do head.parameters.push(parameter(reader));
        while (reader.take(T.Comma) >= 0);
      });
    head.close = reader.match(T.CloseParen, 'closeParen', followed([T.Export], true));
    head.exportKeyword = reader.take(T.Export);
  });
  return head;
}

/** A procedure or function; undefined when none begins after the annotations. */
export function readMethod(reader: Reader): Method | undefined {
  const first = reader.at;
  let result: Method | undefined;
  reader.within(followed(methodStarts, true), () => {
    let keyword = pastAnnotations(reader);
    if (reader.tokens.kind(keyword) === T.Async) keyword += 1;
    const word = reader.tokens.kind(keyword);
    if (word !== T.Procedure && word !== T.Function) reader.stuck('unexpected', keyword);
    result = method(reader, first, word);
  });
  return result;
}

function method(reader: Reader, first: number, word: TokenKind): Method {
  const isFunction = word === T.Function;
  const [end, code] = isFunction
    ? ([T.EndFunction, 'endFunction'] as const)
    : ([T.EndProcedure, 'endProcedure'] as const);
  const variables: VariableDeclaration[] = [];
  let head: Head | undefined;
  let body: Block | undefined;
  let endKeyword = -1;
  reader.within(atEnd, () => {
    head = readHead(reader, word);
    reader.within(followed([end]), () => {
      if (declaresVariables(reader))
        reader.within(followed(statements, true), () => {
          while (declaresVariables(reader)) variables.push(readVariables(reader, false));
        });
      body = readBlock(reader, atEnd);
    });
    endKeyword = reader.match(end, code, atEnd);
  });
  const last = reader.at - 1;
  return {
    kind: 'method',
    first,
    last,
    annotations: head?.annotations ?? [],
    asyncKeyword: head?.asyncKeyword ?? -1,
    keyword: head?.keyword ?? -1,
    isFunction,
    name: head?.name ?? -1,
    open: head?.open ?? -1,
    close: head?.close ?? -1,
    parameters: head?.parameters ?? [],
    exportKeyword: head?.exportKeyword ?? -1,
    variables,
    body: body ?? emptyBlock(reader),
    endKeyword,
    parent: undefined,
  };
}
