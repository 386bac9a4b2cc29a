/**
 * BSL, the language of 1C:Enterprise: a module's text → tokens, comments, preprocessor lines and a syntax tree with
 * exact positions. Any text gives a tree; nothing throws.
 */
export type { Directive, DirectiveKind } from './directives.ts';
export { flowOf, reachable } from './flow.ts';
export type { FlowBlock, FlowEdge, FlowEdgeKind, FlowGraph } from './flow-graph.ts';
export { type Lines, linesOf, type Position, type Range } from './lines.ts';
export { parseModule, rangeOf, rangeOfTokens, recovered, type SyntaxTree, spanOf, textOf } from './parse.ts';
export { type ParseError, type ParseErrorCode, parseErrorTexts } from './parse-errors.ts';
export { type Region, regionsOf } from './regions.ts';
export { type ModuleSteps, type Step, type StepList, stepsOf } from './steps.ts';
export {
  commentsAbove,
  type LocalCall,
  localCallsOf,
  type MethodSymbol,
  type ParameterSymbol,
  regionAt,
  type Symbols,
  symbolsOf,
  type VariableSymbol,
} from './symbols.ts';
export type * from './syntax.ts';
export { firstKeyword, keywordKinds, keywords, T, type TokenKind } from './token-kind.ts';
export type { Span, Tokens } from './tokens.ts';
export { ancestorOf, childrenOf, nodesOf, walk } from './walk.ts';
