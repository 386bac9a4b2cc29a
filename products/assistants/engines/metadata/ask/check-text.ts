import { indexOf, type NameIndex } from '../graph/name-index.ts';
import { resolveChain } from '../graph/resolve-chain.ts';
import type { MetadataGraph } from '../model/graph-types.ts';
import type { LocalText } from '../model/kinds.ts';
import { standardFields } from '../model/standard-fields.tables.ts';
import { suggestMembers, suggestObjects } from './find.ts';
import { type Mention, scanNames, type TextKind } from './scan-names.ts';

/** A name in a text that the configuration does not have. */
export interface UnknownName {
  /** The chain as written, up to the unknown word. */
  readonly text: string;
  readonly what: 'object' | 'member';
  /** UTF-16 offsets of the unknown word in the text. */
  readonly start: number;
  readonly end: number;
  /** 0-based line and UTF-16 column of the unknown word. */
  readonly line: number;
  readonly column: number;
  readonly suggestions: readonly string[];
  readonly message: LocalText;
}

export interface TextCheck {
  /** How many metadata names the text mentions, known ones included. */
  readonly mentions: number;
  /** English full names of what the text mentions, each once. */
  readonly known: readonly string[];
  readonly unknown: readonly UnknownName[];
}

/** Plurals of parts in the metadata tree: `Метаданные.Справочники.Валюты.Реквизиты.Код`. */
const metadataParts: Readonly<Record<string, string>> = {
  реквизиты: 'Attribute',
  attributes: 'Attribute',
  стандартныереквизиты: 'StandardAttribute',
  standardattributes: 'StandardAttribute',
  табличныечасти: 'TabularSection',
  tabularsections: 'TabularSection',
  измерения: 'Dimension',
  dimensions: 'Dimension',
  ресурсы: 'Resource',
  resources: 'Resource',
  формы: 'Form',
  forms: 'Form',
  команды: 'Command',
  commands: 'Command',
  макеты: 'Template',
  templates: 'Template',
  значенияперечисления: 'EnumValue',
  enumvalues: 'EnumValue',
};

/** The chain to look up: methods and properties of the metadata tree itself are cut off. */
function lookedUp(mention: Mention): readonly string[] {
  const own = mention.call ? mention.segments.slice(0, -1) : mention.segments;
  if (!mention.metadata) return own;
  const result = own.slice(0, 2);
  for (let at = 2; at + 1 < own.length; at += 2) {
    const key = (own[at] ?? '').toLowerCase();
    const part = Object.hasOwn(metadataParts, key) ? metadataParts[key] : undefined;
    if (part === undefined) break;
    result.push(part, own[at + 1] ?? '');
  }
  return result;
}

/** `Документ.Номер` in prose is about any document, not about one called `Номер`. */
function isStandardWord(mention: Mention): boolean {
  const rows = standardFields[mention.word.names.kind] ?? [];
  const word = (mention.segments[1] ?? '').toLowerCase();
  return rows.some(([en, ru]) => en.toLowerCase() === word || ru.toLowerCase() === word);
}

/** Code before the name of a manager's member may be a method of its module: only closed lists are judged. */
function judged(mention: Mention, unknownAt: number): boolean {
  if (unknownAt < 2 || !mention.word.plural || mention.metadata) return true;
  return mention.word.names.kind === 'Enum';
}

function messageOf(what: UnknownName['what'], text: string, suggestions: readonly string[]): LocalText {
  const first = suggestions.slice(0, 3).join(', ');
  const ru =
    what === 'object' ? `В конфигурации нет объекта «${text}»` : `У объекта нет такого имени: «${text}»`;
  const en =
    what === 'object' ? `The configuration has no "${text}"` : `The object has no such name: "${text}"`;
  return first === ''
    ? { ru, en }
    : { ru: `${ru}. Возможно, имелось в виду: ${first}`, en: `${en}. Did you mean: ${first}` };
}

/** Suggestions cost a pass over all names: repeated mistakes are looked up once, and not without end. */
function suggester(
  index: NameIndex,
): (mention: Mention, segments: readonly string[], at: number) => readonly string[] {
  const cache = new Map<string, readonly string[]>();
  const most = 200;
  return (mention, segments, at) => {
    const key = segments
      .slice(0, at + 1)
      .join('.')
      .toLowerCase();
    const known = cache.get(key);
    if (known !== undefined) return known;
    if (cache.size >= most) return [];
    const word = segments[at] ?? '';
    const { target } = resolveChain(index, segments.slice(0, at));
    const found =
      at < 2 || target === undefined
        ? suggestObjects(index, mention.word, segments[0] ?? '', segments[1] ?? '')
        : suggestMembers(index, target, word);
    cache.set(key, found);
    return found;
  };
}

interface Place {
  readonly line: number;
  readonly column: number;
}

/** Offsets only grow, so lines are counted once over the whole text. */
function lineCounter(text: string): (offset: number) => Place {
  let line = 0;
  let start = 0;
  let next = text.indexOf('\n');
  return (offset) => {
    while (next >= 0 && next < offset) {
      line += 1;
      start = next + 1;
      next = text.indexOf('\n', start);
    }
    return { line, column: offset - start };
  };
}

interface Piece {
  readonly at: number;
  readonly text: string;
  readonly kind: TextKind;
}

const fence = '```';

/** Prose and the fenced blocks in it: `bsl` unless the fence says it is a query. */
function piecesOf(text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  let kind: TextKind = 'text';
  for (let at = 0; at < text.length; ) {
    const newLine = text.indexOf('\n', at);
    const next = newLine < 0 ? text.length : newLine + 1;
    if (text.startsWith(fence, at)) {
      pieces.push({ at: from, text: text.slice(from, at), kind });
      const language = text
        .slice(at + fence.length, Math.min(next, at + 30))
        .trim()
        .toLowerCase();
      if (kind !== 'text') kind = 'text';
      else kind = language === 'sdbl' || language === 'query' ? 'query' : 'bsl';
      from = next;
    }
    at = next;
  }
  pieces.push({ at: from, text: text.slice(from), kind });
  return pieces;
}

/**
 * Finds metadata names in code, in a query or in prose (with fenced code blocks) and tells which of them
 * the configuration does not have. Fields of aliases are the query engine's business, not seen here.
 */
export function checkText(graph: MetadataGraph, text: string, kind: TextKind = 'text'): TextCheck {
  const index = indexOf(graph);
  const suggestionsFor = suggester(index);
  const placeOf = lineCounter(text);
  const known = new Set<string>();
  const unknown: UnknownName[] = [];
  let mentions = 0;
  for (const piece of kind === 'text' ? piecesOf(text) : [{ at: 0, text, kind }])
    for (const mention of scanNames(piece.text, piece.kind)) {
      const segments = lookedUp(mention);
      if (segments.length < 2 || (piece.kind === 'text' && isStandardWord(mention))) continue;
      mentions += 1;
      const { target, unknownAt } = resolveChain(index, segments);
      if (target !== undefined) known.add(target.name);
      if (unknownAt === undefined || !judged(mention, unknownAt)) continue;
      const word = mention.segments[unknownAt] ?? '';
      const after = mention.segments.slice(unknownAt).join('.').length;
      const start = piece.at + mention.end - after;
      const what = unknownAt < 2 ? 'object' : 'member';
      const suggestions = suggestionsFor(mention, segments, unknownAt);
      const chain = mention.segments.slice(0, unknownAt + 1).join('.');
      unknown.push({
        text: chain,
        what,
        start,
        end: start + word.length,
        ...placeOf(start),
        suggestions,
        message: messageOf(what, chain, suggestions),
      });
    }
  return { mentions, known: [...known], unknown };
}
