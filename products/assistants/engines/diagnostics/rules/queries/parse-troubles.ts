import {
  ancestorOf,
  isReserved,
  nodesOf,
  type QueryError,
  type QueryPackage,
  type Source,
  type Token,
} from '#products/assistants/engines/query';
import { awaitsCondition } from './recovery-slots.ts';

/** A place where the reference parser stumbles. */
export interface Trouble {
  readonly at: number;
  /** `error` breaks the statement; `leftover` is text behind a complete statement. */
  readonly kind: 'error' | 'leftover' | 'ends-package';
  /** The token may be left out when what follows it fits. */
  readonly mayPass: boolean;
}

const error = (at: number, mayPass = false): Trouble => ({ at, kind: 'error', mayPass });

const indexAt = (tokens: readonly Token[], at: number): number => {
  let [low, high] = [0, tokens.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle]?.start ?? 0) >= at) high = middle;
    else low = middle + 1;
  }
  return low;
};

/** A parsed text with what is asked of it for each trouble. */
interface Parsed {
  readonly ast: QueryPackage;
  readonly tokens: readonly Token[];
  /** How many brackets are open before each token of its statement. */
  readonly depths: Int32Array;
  /** Starts of the names of tables that begin with a kind of object. */
  readonly typedTables: ReadonlySet<number>;
}

function look(ast: QueryPackage): Parsed {
  const { tokens } = ast;
  const depths = new Int32Array(tokens.length);
  let depth = 0;
  for (const [index, { kind }] of tokens.entries()) {
    depths[index] = depth;
    if (kind === '(') depth += 1;
    else if (kind === ')') depth -= 1;
    else if (kind === ';') depth = 0;
  }
  const tables = [...nodesOf(ast, 'table'), ...nodesOf(ast, 'virtual-table')];
  const typedTables = new Set(tables.flatMap(({ metadata, start }) => (metadata === null ? [] : [start])));
  return { ast, tokens, depths, typedTables };
}

/** A statement could end before this place unless brackets are open. */
function behind({ tokens, depths }: Parsed, at: number): Trouble {
  return (depths[indexAt(tokens, at)] ?? 0) > 0 ? error(at) : { at, kind: 'leftover', mayPass: false };
}

/** Where a name is read up to when it is no name of a table. */
function behindName({ tokens }: Parsed, start: number, parts: number): number {
  const from = indexAt(tokens, start);
  return tokens[from + 2 * parts - 1]?.start ?? start;
}

/** What an error of the engine is to the reference parser; undefined when it takes no notice. */
function troubleOf(parsed: Parsed, { code, start, statement }: QueryError): Trouble | undefined {
  const { tokens } = parsed;
  const { text } = parsed.ast;
  const index = indexAt(tokens, start);
  switch (code) {
    case 'unclosed-string':
      return undefined;
    case 'unknown-function':
      return behind(parsed, tokens[index + 1]?.start ?? start);
    case 'unknown-table':
      return behind(parsed, behindName(parsed, start, parsed.typedTables.has(start) ? 3 : 1));
    case 'clause-order':
      return /^(?:разрешенные|различные|первые|allowed|distinct|top)$/iu.test(
        text.slice(start, tokens[index]?.end),
      )
        ? error(start)
        : behind(parsed, start);
    case 'empty':
      if (tokens.length < 2 || index === 0) return undefined;
      return { at: tokens[Math.max(0, index - 1)]?.start ?? start, kind: 'ends-package', mayPass: false };
    case 'expected': {
      if (statement === null) return behind(parsed, start);
      const before = tokens[index - 1];
      // A name after &, КАК and УНИЧТОЖИТЬ is thought of when it is missing.
      const isJoined =
        before?.keyword === 'AS' && tokens[index]?.kind === ';' && awaitsCondition(tokens, index);
      if (isJoined) return error(start);
      if (before?.keyword === 'AS' || before?.keyword === 'DROP' || before?.kind === '&') return undefined;
      return error(start, true);
    }
    default: {
      // A dot that no name follows.
      const isDot =
        tokens[index]?.kind === '.' &&
        tokens[index + 1]?.kind !== 'word' &&
        tokens[index - 1]?.kind === 'word' &&
        tokens[index - 2]?.kind !== '&';
      return statement === null && !isDot ? behind(parsed, start) : error(start);
    }
  }
}

/** Brackets around tables that are joined or named inside may have neither an alias nor joins. */
function doubleBrackets({ table, alias, joins }: Source): number | undefined {
  if (table.kind !== 'parenthesized-source') return undefined;
  const { source } = table;
  const isPlain =
    source.alias === null && source.joins.length === 0 && source.table.kind !== 'parenthesized-source';
  return isPlain ? undefined : (alias?.start ?? joins[0]?.start);
}

/** What the engine takes and the reference parser does not. */
function strictTroubles(parsed: Parsed): readonly Trouble[] {
  const { ast, tokens } = parsed;
  const found: Trouble[] = [];
  for (const { left, negated, low } of nodesOf(ast, 'between'))
    if (negated || tokens[indexAt(tokens, left.end)]?.keyword === 'NOT') found.push(error(low.start));
  for (const source of nodesOf(ast, 'source')) {
    const at = doubleBrackets(source);
    if (at !== undefined) found.push(behind(parsed, at));
  }
  for (const { tables } of nodesOf(ast, 'for-update')) {
    const [first, second] = tables;
    if (first !== undefined && second !== undefined)
      found.push(behind(parsed, tokens[indexAt(tokens, first.end)]?.start ?? first.end));
  }
  for (const { orderBy, indexBy } of nodesOf(ast, 'select'))
    if (orderBy !== null && indexBy !== null && indexBy.start > orderBy.start)
      found.push(behind(parsed, indexBy.start));
  for (const { indexBy, parent } of nodesOf(ast, 'select')) {
    const order = parent === null ? null : (ancestorOf(parent, 'select-statement')?.orderBy ?? null);
    if (order !== null && indexBy !== null && indexBy.start > order.start)
      found.push(behind(parsed, indexBy.start));
  }
  // A mark of a text template is a number to the reference parser.
  for (const { start } of nodesOf(ast, 'table')) if (ast.text[start] === '%') found.push(error(start));
  for (const { expression } of nodesOf(ast, 'index-item')) {
    const first = tokens[indexAt(tokens, expression.start)];
    if (first !== undefined && isReserved(first.keyword)) found.push(error(first.start));
  }
  for (const table of nodesOf(ast, 'table'))
    if (table.metadata === null && table.path.length > 1 && table.parent?.kind === 'source')
      found.push(behind(parsed, behindName(parsed, table.start, 1)));
  for (const { name, parameters, path, start } of nodesOf(ast, 'virtual-table')) {
    if (name === 'BASE') found.push(behind(parsed, behindName(parsed, start, path.length)));
    for (const parameter of parameters) {
      const next = parameter === null ? undefined : tokens[indexAt(tokens, parameter.end)];
      if (next?.keyword === 'ASC' || next?.keyword === 'DESC') found.push(error(next.start));
    }
  }
  return found;
}

/** The places where the reference parser stumbles, in the order of the text. */
export function troublesOf(ast: QueryPackage): readonly Trouble[] {
  const parsed = look(ast);
  const told = ast.errors.flatMap((one) => troubleOf(parsed, one) ?? []);
  return [...told, ...strictTroubles(parsed)].sort((one, other) => one.at - other.at);
}
