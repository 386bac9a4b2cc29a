import type { Directive } from '../directives.ts';
import type { Method, Module, Statement, VariableDeclaration } from '../syntax.ts';
import { T, type TokenKind } from '../token-kind.ts';
import type { Tokens } from '../tokens.ts';
import {
  declaresVariables,
  methodStarts,
  pastAnnotations,
  readMethod,
  readVariables,
} from './declarations.ts';
import { createReader, followed, type Reader, type ToldFault } from './reader.ts';
import { statements } from './statement-kinds.ts';
import { readBlock } from './statements.ts';

const methodKinds: ReadonlySet<TokenKind> = new Set(methodStarts);
const moduleKinds: ReadonlySet<TokenKind> = new Set<TokenKind>([
  ...methodStarts,
  ...statements,
  T.Var,
  T.EndOfFile,
]);
const bodyEnd = followed([T.EndOfFile]);

type Item = VariableDeclaration | Method | Statement;

/** A module as a reader by rules sees it that leaves a construct where it cannot go on; `faults` are the places told. */
export interface RecoveredModule {
  readonly module: Module;
  readonly faults: readonly ToldFault[];
  /** The first tokens of the constructs that were left, in the order of the text. */
  readonly left: readonly ToldFault[];
}

export function recoverModule(tokens: Tokens, directives: readonly Directive[]): RecoveredModule {
  const marked = new Set(directives.map(({ start }) => tokens.at(start)));
  const reader = createReader(tokens, (token) => marked.has(token));
  const items: Item[] = [];
  reader.within(followed([]), () => readItems(reader, items));
  const last = tokens.count - 2;
  return {
    module: { kind: 'module', first: 0, last, items, parent: undefined },
    faults: reader.faults,
    left: reader.left.toSorted((one, other) => one.token - other.token),
  };
}

function readItems(reader: Reader, items: Item[]): void {
  reader.sync(moduleKinds, 'unexpected');
  if (reader.is(T.Ampersand)) expectDeclaration(reader);
  if (declaresVariables(reader))
    reader.within(followed([...methodStarts, ...statements, T.EndOfFile]), () => {
      while (declaresVariables(reader)) items.push(readVariables(reader, true));
    });
  reader.sync(moduleKinds, 'unexpected');
  if (!methodKinds.has(reader.kind())) {
    const { statements: found } = reader.ahead(() => {
      const block = readBlock(reader, followed([]));
      if (!methodKinds.has(reader.kind()) && !reader.is(T.EndOfFile)) reader.stuck('unexpected');
      return block;
    });
    items.push(...found);
  }
  reader.within(bodyOrMethods, () => {
    while (methodKinds.has(reader.kind())) {
      const method = readMethod(reader);
      if (method !== undefined) items.push(method);
    }
  });
  items.push(...readBlock(reader, bodyEnd).statements);
  reader.match(T.EndOfFile, 'unexpected', followed([]));
}

const bodyOrMethods = followed([...statements, T.EndOfFile]);

/** Whether variables or methods come first shows only behind the annotations. */
function expectDeclaration(reader: Reader): void {
  const after = pastAnnotations(reader);
  const kind = reader.tokens.kind(after);
  if (kind !== T.Var && kind !== T.Async && kind !== T.Procedure && kind !== T.Function)
    reader.stuck('unexpected', after);
}
