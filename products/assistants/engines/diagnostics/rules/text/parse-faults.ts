import {
  type Method,
  type Node,
  type ParseErrorCode,
  type SyntaxTree,
  T,
  walk,
} from '#products/assistants/engines/bsl';

/** A place where the reading of a module stumbles. */
export interface Fault {
  readonly code: ParseErrorCode;
  /** The token that could not be used. */
  readonly token: number;
}

export interface Reading {
  /** In the order of the text, up to the one that ends the reading of the module. */
  readonly faults: readonly Fault[];
  /** The first token that is not read as code; past the text when all of it is. */
  readonly end: number;
}

const made = new WeakMap<SyntaxTree, Reading>();

/** How far a module is read: a fault outside methods, or one that breaks a method off, ends the reading. */
export function readingOf(tree: SyntaxTree): Reading {
  const known = made.get(tree);
  if (known !== undefined) return known;
  const reading = read(tree);
  made.set(tree, reading);
  return reading;
}

function read(tree: SyntaxTree): Reading {
  const { tokens } = tree;
  const firstMethod = firstMethodOf(tree);
  const misplaced = misplacedItem(tree);
  const told: Fault[] = [];
  for (const fault of allFaults(tree, misplaced)) {
    const { code, token } = fault;
    // What comes before the methods is read whole, and its first fault ends the reading.
    if (token < firstMethod) return { faults: [...told, fault], end: Math.min(token, firstCodeOf(tree)) };
    if (token === misplaced) return { faults: [...told, fault], end: token };
    const method = methodAround(tree, token);
    if (code === 'unexpected') {
      if (method === undefined) return { faults: [...told, fault], end: token };
      if (closing.has(tokens.kind(token + 1))) continue;
      const others = broken(tree, method, token);
      return { faults: [...told, fault, ...others], end: others.at(-1)?.token ?? token };
    }
    // A parameter left out between commas is passed over.
    if (code === 'name' && tokens.kind(token) === T.Comma && token < (method?.close ?? -1)) continue;
    if (code === 'endIf' && tokens.kind(token + 1) === T.EndIf) break;
    if (code === 'expression' && tokens.kind(token - 1) === T.Execute) continue;
    if (code === 'expression' && isSkippable(tree, token)) {
      // The keyword is passed over, and then it is the one that lacks.
      if (tokens.kind(token) === T.Then) told.push({ code: 'thenKeyword', token });
      else if (tokens.kind(token) === T.Do) told.push({ code: 'doKeyword', token });
      continue;
    }
    told.push(fault, ...unended(method, fault));
  }
  return { faults: told, end: Number.POSITIVE_INFINITY };
}

/** A fault where a method should have ended hides that its end is missing, and the end of what is open in it. */
function unended(method: Method | undefined, { code, token }: Fault): readonly Fault[] {
  if (method === undefined || method.endKeyword >= 0 || token <= method.last || code !== 'statement')
    return [];
  let open = 0;
  for (let node = innermost(method, token - 1); node !== method && node.parent; node = node.parent)
    if (node.kind === 'if' && node.endKeyword < 0) open += 1;
  return [
    ...Array.from({ length: open }, () => ({ code: 'endIf' as const, token })),
    { code: 'endProcedure', token },
  ];
}

const closing: ReadonlySet<number> = new Set([
  T.EndProcedure,
  T.EndFunction,
  T.ElsIf,
  T.Else,
  T.EndIf,
  T.EndDo,
  T.Except,
  T.EndTry,
]);

/** Each construct around a stray token is given up, so the keywords that would go on with it are strays, too. */
function broken(tree: SyntaxTree, method: Method, token: number): readonly Fault[] {
  const keywords: number[] = [];
  let depth = 0;
  for (let node: Node = innermost(method, token); node !== method && node.parent; node = node.parent) {
    const own = keywordsOf(node);
    if (own.length > 0) depth += 1;
    keywords.push(...own);
  }
  return [...keywords.filter((keyword) => keyword > token), method.endKeyword]
    .slice(0, depth + 1)
    .filter((keyword) => keyword >= 0 && tree.tokens.kind(keyword + 1) !== T.EndOfFile)
    .map((keyword) => ({ code: 'unexpected', token: keyword }));
}

function innermost(method: Method, token: number): Node {
  let found: Node = method;
  walk(method.body, (node) => {
    if (node.first > token || node.last < token) return false;
    found = node;
    return true;
  });
  return found;
}

/** The keywords that go on with a statement after its first block. */
function keywordsOf(node: Node): readonly number[] {
  switch (node.kind) {
    case 'if': {
      const others = node.branches.slice(1).map(({ keyword }) => keyword);
      return [...others, ...(node.otherwise === undefined ? [] : [node.otherwise.keyword]), node.endKeyword];
    }
    case 'while':
    case 'for':
    case 'forEach':
      return [node.endKeyword];
    case 'try':
      return [node.except, node.endKeyword];
    default:
      return [];
  }
}

function allFaults(tree: SyntaxTree, misplaced: number | undefined): readonly Fault[] {
  const faults: Fault[] = misplaced === undefined ? [] : [{ code: 'unexpected', token: misplaced }];
  for (const { code, start } of tree.errors) {
    if (code === 'semicolon' || code === 'member' || code === 'date') continue;
    faults.push({ code, token: offender(tree, code, start) });
  }
  return faults.sort((left, right) => left.token - right.token);
}

function offender(tree: SyntaxTree, code: ParseErrorCode, start: number): number {
  const { tokens } = tree;
  let token = tokens.at(start);
  if (code === 'string') {
    token += 1;
    while (tokens.kind(token) === T.StringPart) token += 1;
  } else if (code === 'unexpected' && tokens.kind(token) === T.Ampersand) {
    const item = tree.module.items.find(({ first }) => first === token);
    if (item !== undefined && item.last > token) return item.last + 1;
  }
  return token;
}

/** Where the first method begins; past the text when there is none. */
export function firstMethodOf(tree: SyntaxTree): number {
  return tree.module.items.find(({ kind }) => kind === 'method')?.first ?? Number.POSITIVE_INFINITY;
}

/** Where the code after the declarations of variables begins. */
function firstCodeOf(tree: SyntaxTree): number {
  return tree.module.items.find(({ kind }) => kind !== 'variableDeclaration')?.first ?? 0;
}

/** Where one token too many stands before an operand, the reading goes on. */
function isSkippable(tree: SyntaxTree, token: number): boolean {
  const next = tree.tokens.kind(token + 1);
  return (
    next === T.Identifier ||
    (next >= T.Number && next <= T.StringStart) ||
    next === T.Date ||
    next === T.OpenParen ||
    next === T.Question ||
    next === T.Plus ||
    next === T.Minus ||
    next === T.New ||
    next === T.Not ||
    (next >= T.True && next <= T.Null)
  );
}

/** The first token of what stands too late: variables after code, methods after the body. */
function misplacedItem(tree: SyntaxTree): number | undefined {
  let [hasCode, hasMethod, hasBody] = [false, false, false];
  for (const { kind, first } of tree.module.items) {
    if (kind === 'method') {
      if (hasBody) return first;
      hasMethod = true;
    } else if (kind === 'variableDeclaration') {
      if (hasCode || hasMethod) return first;
    } else {
      hasBody = hasMethod;
      hasCode = true;
    }
  }
  return undefined;
}

export function methodAround(tree: SyntaxTree, token: number): Method | undefined {
  const { items } = tree.module;
  let [low, high] = [0, items.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((items[middle]?.first ?? 0) <= token) low = middle + 1;
    else high = middle;
  }
  const item = items[low - 1];
  // A method without an end is told at the token where the next one begins.
  const before = item?.first === token ? items[low - 2] : undefined;
  if (before?.kind === 'method' && before.endKeyword < 0) return before;
  return item?.kind === 'method' && (token <= item.last || item.endKeyword < 0) ? item : undefined;
}
