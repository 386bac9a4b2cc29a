import { isReserved, parseQuery, type QueryPackage, type Token } from '#products/assistants/engines/query';
import { type Trouble, troublesOf } from './parse-troubles.ts';
import {
  followsBracket,
  isAliasLike,
  isPhraseStart,
  lacksOnlyBrackets,
  phraseLength,
  slotAt,
} from './recovery-slots.ts';

/** What the reference analyser's parser makes of a text. */
export interface ParseOutcome {
  /** The text as it was read: what the parser passed over is spaces. As long as the original. */
  readonly ast: QueryPackage;
  /** Some part did not parse: most rules leave the text alone. */
  readonly isBroken: boolean;
  /** Where the statements that did not parse stand. */
  readonly broken: readonly { readonly start: number; readonly end: number }[];
  /** Where words begin that were passed over, by where the next ones do: they count to what follows. */
  readonly passed: ReadonlyMap<number, number>;
}

/** Texts of people have a few mistakes; in others, and in very long ones, the rest is taken as the engine tells it. */
const mostRepairs = 40;
const mostSigns = 200_000;

const blank = (text: string, start: number, end: number, instead = ''): string =>
  text.slice(0, start) +
  instead +
  text.slice(start + instead.length, end).replace(/[^\r\n]/gu, ' ') +
  text.slice(Math.max(end, start + instead.length));

const isEnd = ({ kind }: Token): boolean => kind === ';' || kind === 'end';

/** A token that could begin a value or a table. */
const beginsValue = (token: Token | undefined): boolean =>
  token !== undefined &&
  (token.kind === 'number' ||
    token.kind === 'string' ||
    token.kind === '&' ||
    token.kind === '(' ||
    (token.kind === 'word' && (!isReserved(token.keyword) || token.keyword === 'CASE')));

type Read = {
  text: string;
  isBroken: boolean;
  /** Starts of the statements with errors. */
  readonly broken: Set<number>;
  /** Places where something is missing that the reference parser thinks of. */
  readonly forgiven: Set<number>;
  readonly passed: Map<number, number>;
  /** Where statements end that text is left behind of, by their starts. */
  readonly ends: Map<number, number>;
};

/** The index of the first token of a statement. */
function statementOf(tokens: readonly Token[], index: number): number {
  let statement = index;
  while (statement > 0 && tokens[statement - 1]?.kind !== ';') statement -= 1;
  return statement;
}

/** Text behind a statement: one token is passed over, more end the reading unless a statement was divided off before. */
function passLeftover(read: Read, { tokens }: QueryPackage, index: number): void {
  const first = tokens[index];
  if (first === undefined) return;
  let next = index;
  while (!isEnd(tokens[next] ?? first) && next < tokens.length) next += 1;
  const statement = tokens[statementOf(tokens, index)]?.start ?? 0;
  read.ends.set(statement, Math.min(read.ends.get(statement) ?? first.start, first.start));
  const isFirst = !tokens.slice(0, index).some(({ kind }) => kind === ';');
  const until = tokens[next]?.start ?? read.text.length;
  if (isFirst && next - index > 1) {
    read.isBroken = true;
    read.text = blank(read.text, first.start, read.text.length);
  } else read.text = blank(read.text, first.start, until);
}

const isComparison = (token: Token | undefined): boolean =>
  ['=', '<>', '<', '>', '<=', '>='].includes(token?.kind ?? '');

/** A value or a name may end with the token. */
const endsItem = (token: Token | undefined): boolean =>
  token !== undefined &&
  (token.kind === 'number' || token.kind === 'string' || token.kind === ')' || isAliasLike(token));

/** One step of reading: mends the first trouble in the text as the reference parser goes on behind it. */
function mend(read: Read, ast: QueryPackage, trouble: Trouble): void {
  const { tokens } = ast;
  const index = tokens.findIndex(({ start }) => start >= trouble.at);
  const token = tokens[index] ?? tokens.at(-1);
  if (token === undefined) return;
  if (trouble.kind === 'ends-package') {
    read.isBroken = true;
    read.text = blank(read.text, token.start, read.text.length);
    return;
  }
  if (trouble.kind === 'leftover') {
    passLeftover(read, ast, index);
    return;
  }
  const slot = slotAt(tokens, index, trouble.mayPass);
  const before = tokens[index - 1];
  const awaits =
    before !== undefined && ['TOP', 'INTO', 'ADD'].includes(before.keyword ?? '') ? before : null;
  const isFree = slot.first === index || (slot.kind === 'condition' && isComparison(tokens[index - 1]));
  const length = phraseLength(tokens, index);
  const next = tokens[index + length];
  if (
    awaits === null &&
    trouble.mayPass &&
    isFree &&
    !isEnd(token) &&
    next !== undefined &&
    beginsValue(next)
  ) {
    read.passed.set(next.start, token.start);
    read.text = blank(read.text, token.start, tokens[index + length - 1]?.end ?? token.end);
    return;
  }
  const { kind: nextKind } = tokens[index + 1] ?? token;
  if (slot.isList && !isEnd(token) && (nextKind === ',' || nextKind === ')') && slot.first < index) {
    read.text = blank(read.text, token.start, token.end);
    return;
  }
  const isLate = trouble.mayPass && followsBracket(tokens, index);
  if (isLate && endsItem(tokens[index - 1]) && lacksOnlyBrackets(tokens, index)) {
    read.forgiven.add(trouble.at);
    return;
  }
  const statement = statementOf(tokens, index);
  read.isBroken = true;
  const opening = tokens[statement]?.keyword;
  if (opening !== 'SELECT' && opening !== 'DROP') {
    giveUp(read, tokens, statement);
    return;
  }
  read.broken.add(tokens[statement]?.start ?? 0);
  if (awaits !== null) {
    read.text = blank(read.text, awaits.start, awaits.end);
    return;
  }
  const from = tokens[slot.first] ?? token;
  let stop = slot.first;
  while (!isEnd(tokens[stop] ?? token) && !slot.stops(tokens, stop)) stop += 1;
  const to = tokens[stop]?.start ?? read.text.length;
  const isName = slot.kind === 'field' && isAliasLike(tokens[stop]) && !isPhraseStart(tokens, stop);
  if (isName && stop > slot.first) read.text = blank(read.text, from.start, to, '1');
  else if (isName) {
    // The name stands for the field; what follows it is no part of the statement.
    passLeftover(read, ast, stop + 1);
  } else if (to > from.start) {
    const instead = slot.kind === 'source' ? 'А' : '1';
    read.text = blank(read.text, from.start, to, instead);
  } else giveUp(read, tokens, statement);
}

/** Takes a statement out of the text that cannot be mended. */
function giveUp(read: Read, tokens: readonly Token[], statement: number): void {
  let end = statement;
  while (end < tokens.length - 1 && tokens[end]?.kind !== ';') end += 1;
  const start = tokens[statement]?.start ?? 0;
  read.text = blank(read.text, start, tokens[end]?.start ?? read.text.length, 'ВЫБРАТЬ 1');
}

/** What is left of the errors when there are too many to mend one by one. */
function takeRest(read: Read, { errors, statements }: QueryPackage): void {
  for (const { statement } of errors) {
    read.isBroken = true;
    const start = statement === null ? undefined : statements[statement]?.start;
    if (start !== undefined) read.broken.add(start);
  }
}

/** The end of the last token of a statement that was read. */
function endOf(tokens: readonly Token[], start: number, cut: number): number {
  let [low, high] = [0, tokens.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle]?.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  let end = start;
  for (let token = tokens[low]; token !== undefined; low += 1, token = tokens[low]) {
    if (isEnd(token) || token.start >= cut) break;
    ({ end } = token);
  }
  return end;
}

/** The text with a `;` at its end, so that what is missing there has a place of its own. */
const closedText = ({ text, tokens }: QueryPackage): string =>
  tokens.at(-2)?.kind === ';' ? text : `${text}\n;`;

/** Reads a text as the reference parser does, which mends small mistakes and goes on behind others. */
export function parseOutcomeOf(original: QueryPackage): ParseOutcome {
  const read: Read = {
    text: original.text,
    isBroken: false,
    broken: new Set(),
    forgiven: new Set(),
    passed: new Map(),
    ends: new Map(),
  };
  let ast = original;
  const repairs = Math.max(1, Math.min(mostRepairs, Math.floor(mostSigns / (original.text.length + 1))));
  let isRead = false;
  for (let repair = 0; repair < repairs && !isRead; repair += 1) {
    const isSound = ast.errors.length === 0 && troublesOf(ast).length === 0;
    const closed = isSound ? ast : parseQuery(closedText(ast));
    const trouble = troublesOf(closed).find(({ at }) => !read.forgiven.has(at));
    isRead = trouble === undefined;
    if (trouble === undefined) continue;
    const { text: before } = read;
    const { size } = read.forgiven;
    mend(read, closed, trouble);
    if (read.text === before && read.forgiven.size === size) {
      read.isBroken = true;
      break;
    }
    ast = parseQuery(read.text);
  }
  if (!isRead) takeRest(read, ast);
  const broken = [...read.broken]
    .sort((one, other) => one - other)
    .map((start) => ({
      start,
      end: endOf(original.tokens, start, read.ends.get(start) ?? original.text.length),
    }));
  return { ast, isBroken: read.isBroken, broken, passed: read.passed };
}
