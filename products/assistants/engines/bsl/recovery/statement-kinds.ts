import { T, type TokenKind } from '../token-kind.ts';

/** Tokens that begin a statement behind a label. */
export const simple: readonly TokenKind[] = [
  T.Identifier,
  T.Await,
  T.If,
  T.While,
  T.For,
  T.Try,
  T.Return,
  T.Raise,
  T.Break,
  T.Continue,
  T.Goto,
  T.Execute,
  T.AddHandler,
  T.RemoveHandler,
];
/** Tokens that begin a statement. */
export const statements: readonly TokenKind[] = [...simple, T.Tilde, T.Semicolon];
