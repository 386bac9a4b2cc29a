import {
  type Method,
  type Node,
  type NodeKind,
  type ParseErrorCode,
  type SyntaxTree,
  T,
  walk,
} from '#products/assistants/engines/bsl';
import { type Fault, firstMethodOf, methodAround } from './parse-faults.ts';

/** Constructs that are told by their first token when what the code names is missing. */
const toldByStart: Partial<Record<ParseErrorCode, readonly NodeKind[]>> = {
  thenKeyword: ['ifBranch'],
  doKeyword: ['while', 'for', 'forEach'],
  toKeyword: ['for'],
  inKeyword: ['forEach'],
  equal: ['for'],
  except: ['try'],
  endDo: ['while', 'for', 'forEach'],
  endTry: ['try'],
  colon: ['label'],
};

type Nearest = (kinds: readonly NodeKind[], token: number) => Node | undefined;

/** For a fault, the tokens it is told at: one token may come several times, once for each construct left open. */
export function placesOf(tree: SyntaxTree): (fault: Fault) => readonly number[] {
  const { tokens } = tree;
  const nearest = nearestOf(tree);
  const firstMethod = firstMethodOf(tree);
  return ({ code, token }) => {
    const isEnd = tokens.kind(token) === T.EndOfFile;
    if (token < firstMethod) return [isEnd ? 0 : token];
    const method = methodAround(tree, token);
    if (method !== undefined && isHeadFault(method, code, token)) return [method.first];
    const start = nearest(toldByStart[code] ?? (isEnd && code === 'endIf' ? ['if'] : []), token);
    if (start !== undefined) return [start.first];
    if (code === 'name' && tokens.kind(token - 1) === T.Goto) return [token - 1];
    if (code === 'closeParen' || code === 'closeBracket') return openedPlaces(nearest, code, token);
    if (code === 'statement') return statementPlaces(nearest(['expressionStatement'], token), token, isEnd);
    return [isEnd ? (method?.first ?? 0) : token];
  };
}

/** Finds the last node of some kinds that begins at or before a token. */
function nearestOf(tree: SyntaxTree): Nearest {
  const nodes = new Map<NodeKind, Node[]>();
  walk(tree.module, (node) => {
    const list = nodes.get(node.kind);
    if (list === undefined) nodes.set(node.kind, [node]);
    else list.push(node);
  });
  const lastBefore = (kind: NodeKind, token: number): Node | undefined => {
    const list = nodes.get(kind) ?? [];
    let [low, high] = [0, list.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((list[middle]?.first ?? 0) <= token) low = middle + 1;
      else high = middle;
    }
    return list[low - 1];
  };
  return (kinds, token) => {
    let best: Node | undefined;
    for (const kind of kinds) {
      const node = lastBefore(kind, token);
      if (node !== undefined && (best === undefined || node.first > best.first)) best = node;
    }
    return best;
  };
}

/** The head of a method lacks a sign or its name, or the method lacks its end. */
function isHeadFault(method: Method, code: ParseErrorCode, token: number): boolean {
  if (code === 'endProcedure' || code === 'endFunction') return method.endKeyword < 0;
  if (code === 'openParen') return method.open < 0;
  if (code === 'name') return method.name < 0 && token <= method.keyword + 1;
  return code === 'closeParen' && method.close < 0 && token <= method.body.first;
}

function statementPlaces(node: Node | undefined, token: number, isEnd: boolean): readonly number[] {
  const isProperty = node?.kind === 'expressionStatement' && node.expression.kind === 'member';
  if (isEnd && node !== undefined)
    return isProperty ? [node.first, node.first, node.last, node.last] : [node.first, node.first];
  return isProperty ? [token, token, token, token] : [token, token];
}

function openedPlaces(nearest: Nearest, code: ParseErrorCode, token: number): readonly number[] {
  let open = nearest(code === 'closeParen' ? ['arguments', 'parenthesized'] : ['index'], token - 1);
  while (open?.parent !== undefined && isClosed(open)) open = open.parent;
  if (open?.kind === 'parenthesized') return [open.first];
  let top: Node | undefined = open;
  while (top?.parent !== undefined && !isOuter(top)) top = top.parent;
  if (open?.kind === 'index') return top?.kind === 'expressionStatement' ? [token, token] : [open.open];
  if (open?.kind !== 'arguments') return [token];
  const owner = open.parent;
  const isBare = owner?.kind === 'call' && owner.callee.kind === 'name';
  switch (top?.kind) {
    case 'assignment':
      return isBare ? [token, token, token] : [open.first];
    case 'ifBranch':
    case 'while':
    case 'for':
    case 'forEach':
      return isBare ? [token, token, token, top.first] : [open.first];
    case 'return':
    case 'raise':
      if (owner?.kind === 'new') return [open.first];
      return isBare ? [token, token] : [token, token, token, token];
    default:
      return isBareCall(top) ? [token, token] : [token, token, token, token];
  }
}

/** Not the sign that lacks its pair: a closed one, or a node between two of them. */
function isClosed(node: Node): boolean {
  const isPair = node.kind === 'arguments' || node.kind === 'parenthesized' || node.kind === 'index';
  return isPair ? node.close >= 0 : !isOuter(node);
}

/** A call of a method of the module or of the platform, with nothing before its name. */
function isBareCall(statement: Node | undefined): boolean {
  if (statement?.kind !== 'callStatement' && statement?.kind !== 'expressionStatement') return false;
  const { expression: call } = statement;
  return call.kind === 'call' && call.callee.kind === 'name';
}

function isOuter({ kind }: Node): boolean {
  return (
    kind === 'assignment' ||
    kind === 'return' ||
    kind === 'raise' ||
    kind === 'while' ||
    kind === 'for' ||
    kind === 'forEach' ||
    kind === 'callStatement' ||
    kind === 'expressionStatement' ||
    kind === 'ifBranch' ||
    kind === 'block'
  );
}
