import { isReserved, type Token } from '#products/assistants/engines/query';

/** A part of a query that is given up as a whole when something in it is wrong. */
export interface Slot {
  readonly kind: 'field' | 'condition' | 'source' | 'item';
  /** Index of its first token. */
  readonly first: number;
  /** It is an item of a list in brackets. */
  readonly isList: boolean;
  /** Reading goes on at this token. */
  stops(tokens: readonly Token[], index: number): boolean;
}

const names: ReadonlySet<string> = new Set(['END', 'SELECT', 'DROP', 'ISNULL']);

/** The word can be a name without КАК. */
export function isAliasLike(token: Token | undefined): boolean {
  return token?.kind === 'word' && (!isReserved(token.keyword) || names.has(token.keyword ?? ''));
}

const phrases: Readonly<Record<string, readonly string[]>> = {
  GROUP: ['BY'],
  ORDER: ['BY'],
  INDEX: ['BY'],
  FOR: ['UPDATE'],
  LEFT: ['JOIN', 'OUTER'],
  RIGHT: ['JOIN', 'OUTER'],
  FULL: ['JOIN', 'OUTER'],
  INNER: ['JOIN'],
};

export function isPhraseStart(tokens: readonly Token[], index: number): boolean {
  const next = phrases[tokens[index]?.keyword ?? ''];
  return next?.includes(tokens[index + 1]?.keyword ?? '') === true;
}

/** How many tokens are one to the reference parser: words of a phrase are. */
export function phraseLength(tokens: readonly Token[], index: number): number {
  if (!isPhraseStart(tokens, index)) return 1;
  return tokens[index + 1]?.keyword === 'OUTER' ? 3 : 2;
}

const closing: ReadonlySet<string> = new Set(['HAVING', 'AUTOORDER', 'TOTALS', 'UNION']);
const clauses: ReadonlySet<string> = new Set(['GROUP', 'ORDER', 'INDEX', 'FOR']);
const joins: ReadonlySet<string> = new Set(['LEFT', 'RIGHT', 'FULL', 'INNER']);

const isClosing = (tokens: readonly Token[], index: number): boolean => {
  const keyword = tokens[index]?.keyword ?? '';
  return closing.has(keyword) || (clauses.has(keyword) && isPhraseStart(tokens, index));
};
const isJoin = (tokens: readonly Token[], index: number): boolean => {
  const keyword = tokens[index]?.keyword ?? '';
  return keyword === 'JOIN' || (joins.has(keyword) && isPhraseStart(tokens, index));
};
const isAt = (tokens: readonly Token[], index: number, ...words: readonly string[]): boolean =>
  words.includes(tokens[index]?.keyword ?? '');

const isLimit = (tokens: readonly Token[], index: number): boolean =>
  isAt(tokens, index, 'ALLOWED', 'DISTINCT') ||
  isAt(tokens, index, 'TOP') ||
  (tokens[index]?.kind === 'number' && isAt(tokens, index - 1, 'TOP'));

type Section = 'fields' | 'from' | 'where' | 'join' | 'group' | 'order' | 'other';

/** The section of its query that a token stands in, by the last word before it that opens one. */
function sectionAt(
  tokens: readonly Token[],
  index: number,
): { readonly section: Section; readonly word: number } {
  let depth = 0;
  for (let before = index - 1; before >= 0; before -= 1) {
    const { kind, keyword } = tokens[before] ?? {};
    if (kind === ';') break;
    if (kind === ')') depth += 1;
    if (kind === '(') depth = Math.max(0, depth - 1);
    if (depth > 0) continue;
    const after = tokens[before - 1]?.kind === '.' || tokens[before - 1]?.keyword === 'AS';
    if (after) continue;
    if (keyword === 'SELECT') return { section: 'fields', word: before };
    if (keyword === 'FROM' || isJoin(tokens, before)) return { section: 'from', word: before };
    if (keyword === 'WHERE' || keyword === 'HAVING') return { section: 'where', word: before };
    if (keyword === 'BY') {
      const of = tokens[before - 1]?.keyword;
      if (of === 'GROUP' || of === 'INDEX') return { section: 'group', word: before };
      if (of === 'ORDER') return { section: 'order', word: before };
      return { section: 'join', word: before };
    }
  }
  return { section: 'other', word: -1 };
}

/** Brackets whose contents are read item by item; in others a mistake spoils the value around them. */
function opensList(tokens: readonly Token[], at: number, section: Section): boolean {
  const before = tokens[at - 1];
  if (section === 'fields') return before?.kind === '.';
  if (section === 'from') return before?.kind === 'word' && tokens[at - 2]?.kind === '.';
  return isAt(tokens, at - 1, 'IN') || (isAt(tokens, at - 1, 'HIERARCHY') && isAt(tokens, at - 2, 'IN'));
}

interface Frame {
  first: number;
  readonly isList: boolean;
}

/** The part that a token stands in: since the word that opens the section, or since brackets of a list. */
function frameAt(tokens: readonly Token[], word: number, index: number, section: Section): Frame {
  let first = word + 1;
  if (section === 'fields') while (first < index && isLimit(tokens, first)) first += 1;
  let frame: Frame = { first, isList: false };
  const outer: Frame[] = [];
  let between = false;
  // Brackets of values inside the frame.
  let depth = 0;
  const isCondition = section === 'where' || section === 'join';
  for (let at = first; at < index; at += 1) {
    const { kind, keyword } = tokens[at] ?? {};
    if (kind === '(' && depth === 0 && opensList(tokens, at, section)) {
      outer.push(frame);
      frame = { first: at + 1, isList: true };
    } else if (kind === '(') depth += 1;
    else if (kind === ')' && depth > 0) depth -= 1;
    else if (kind === ')') frame = outer.pop() ?? frame;
    if (depth > 0) continue;
    if (keyword === 'BETWEEN') between = true;
    const isLogical =
      keyword === 'OR' || (keyword === 'AND' && !between) || (keyword === 'NOT' && at === frame.first);
    if (keyword === 'AND') between = false;
    const inCondition = (isCondition && !frame.isList) || (section === 'from' && frame.isList);
    if ((inCondition && isLogical) || (kind === ',' && (!isCondition || frame.isList))) frame.first = at + 1;
  }
  return frame;
}

/**
 * The part of a query around a token that is given up when something is wrong there; `isUnfit` says that it is the
 * token itself that fits nowhere.
 */
export function slotAt(tokens: readonly Token[], index: number, isUnfit: boolean): Slot {
  const { section, word } = sectionAt(tokens, index);
  const { first: begin, isList } = frameAt(tokens, word, index, section);
  const first = Math.min(index, begin);
  const isNested = isList || tokens[word - 1]?.kind === '(';
  const common = (all: readonly Token[], at: number): boolean =>
    isClosing(all, at) || (isNested && all[at]?.kind === ')') || (isList && all[at]?.kind === ',');
  if (section === 'fields') {
    // A name with dots may still be a table with its fields, so no alias is looked for behind it.
    const isPath =
      (first < index || isUnfit) &&
      tokens.slice(first, index).every((token) => token.kind === '.' || isAliasLike(token));
    return {
      kind: 'field',
      first,
      isList,
      stops: (all, at) =>
        common(all, at) ||
        all[at]?.kind === ',' ||
        isAt(all, at, 'INTO', 'FROM', 'WHERE') ||
        (!isPath && (isAt(all, at, 'AS') || (isAliasLike(all[at]) && !isPhraseStart(all, at)))),
    };
  }
  if (section === 'from')
    return {
      kind: isList ? 'condition' : 'source',
      first,
      isList,
      stops: (all, at) =>
        common(all, at) ||
        all[at]?.kind === ',' ||
        isAt(all, at, 'WHERE', 'BY') ||
        isJoin(all, at) ||
        (isList && isAt(all, at, 'AND', 'OR', 'AS')),
    };
  if (section === 'where' || section === 'join')
    return {
      kind: 'condition',
      first,
      isList,
      stops: (all, at) =>
        common(all, at) ||
        isAt(all, at, 'AND', 'OR') ||
        (section === 'join' && (all[at]?.kind === ',' || isAt(all, at, 'WHERE') || isJoin(all, at))),
    };
  return {
    kind: 'item',
    first,
    isList,
    stops: (all, at) => common(all, at) || all[at]?.kind === ',',
  };
}

/** A join before this place has no condition yet. */
export function awaitsCondition(tokens: readonly Token[], index: number): boolean {
  let depth = 0;
  for (let before = index - 1; before >= 0; before -= 1) {
    const { kind, keyword } = tokens[before] ?? {};
    if (kind === ')') depth += 1;
    if (kind === '(') depth -= 1;
    if (depth < 0 || (depth === 0 && (keyword === 'BY' || keyword === 'FROM' || kind === ';'))) return false;
    if (depth === 0 && keyword === 'JOIN') return true;
  }
  return false;
}

/** What may follow a table with its brackets. */
export function followsBracket(tokens: readonly Token[], index: number): boolean {
  const { kind } = tokens[index] ?? {};
  return (
    kind === ';' ||
    kind === 'end' ||
    isAt(tokens, index, 'AS', 'WHERE') ||
    isClosing(tokens, index) ||
    isJoin(tokens, index)
  );
}

/** Only closing brackets of lists and of nested queries are missing at the end of a statement. */
export function lacksOnlyBrackets(tokens: readonly Token[], index: number): boolean {
  const open: number[] = [];
  let from = index - 1;
  while (from > 0 && tokens[from - 1]?.kind !== ';') from -= 1;
  for (let at = from; at < index; at += 1) {
    if (tokens[at]?.kind === '(') open.push(at);
    else if (tokens[at]?.kind === ')') open.pop();
  }
  return (
    open.length > 0 &&
    !isAt(tokens, index - 1, 'SELECT') &&
    !open.some((at) => awaitsCondition(tokens, at)) &&
    open.every((at) => {
      const { section } = sectionAt(tokens, at);
      const isQuery = isAt(tokens, at + 1, 'SELECT') && section === 'from';
      return isQuery || (section !== 'fields' && opensList(tokens, at, section));
    })
  );
}
