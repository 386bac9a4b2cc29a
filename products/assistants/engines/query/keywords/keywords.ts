import {
  aggregateWords,
  functionWords,
  metadataWords,
  periodWords,
  structureWords,
  typeWords,
  virtualTableWords,
} from './table.ts';

export type AggregateName = (typeof aggregateWords)[number][0];
export type PeriodName = (typeof periodWords)[number][0];
export type PrimitiveTypeName = (typeof typeWords)[number][0];
/** Kind of a configuration object, as in `Справочник.Валюты`. */
export type MetadataKind = (typeof metadataWords)[number][0];
/** Kind of a virtual table; `BASE` is a base table of a calculation register. */
export type VirtualTableName = (typeof virtualTableWords)[number][0] | 'BASE';
/** A built-in function; `LEFTPART` and `RIGHTPART` are ЛЕВ and ПРАВ. */
export type FunctionName =
  | (typeof functionWords)[number][0]
  | Exclude<PeriodName, 'TENDAYS' | 'HALFYEAR'>
  | 'STRING';
/** Canonical name of a word of the query language, the same for both languages. */
export type Keyword =
  | (typeof structureWords)[number][0]
  | (typeof functionWords)[number][0]
  | AggregateName
  | PeriodName
  | PrimitiveTypeName
  | MetadataKind
  | (typeof virtualTableWords)[number][0];

type Entry = readonly [Keyword, readonly string[], readonly string[]];
const groups: readonly (readonly Entry[])[] = [
  structureWords,
  aggregateWords,
  periodWords,
  typeWords,
  functionWords,
  metadataWords,
  virtualTableWords,
];

const words = new Map<string, Keyword>(
  groups.flatMap((group) =>
    group.flatMap(([name, ru, en]) =>
      [...ru, ...en].flatMap((word): [string, Keyword][] => [
        [word, name],
        [word.toUpperCase(), name],
      ]),
    ),
  ),
);
const longest = Math.max(...[...words.keys()].map((word) => word.length));

/** The keyword a word spells, whatever its language and case; null for other words. */
export const keywordOf = (word: string): Keyword | null =>
  word.length > longest ? null : (words.get(word) ?? words.get(word.toLowerCase()) ?? null);

const namesOf = <Name extends Keyword>(group: readonly (readonly [Name, ...unknown[]])[]) =>
  new Set<string>(group.map(([name]) => name));
const aggregates = namesOf(aggregateWords);
const periods = namesOf(periodWords);
const kinds = namesOf(metadataWords);
const virtualTables = namesOf(virtualTableWords);

export const isAggregate = (keyword: Keyword | null): keyword is AggregateName =>
  keyword !== null && aggregates.has(keyword);
export const isPeriod = (keyword: Keyword | null): keyword is PeriodName =>
  keyword !== null && periods.has(keyword);
export const isMetadataKind = (keyword: Keyword | null): keyword is MetadataKind =>
  keyword !== null && kinds.has(keyword);
export const isVirtualTable = (keyword: Keyword | null): keyword is Exclude<VirtualTableName, 'BASE'> =>
  keyword !== null && virtualTables.has(keyword);

/** Words that are never a name unless КАК or a dot stands before them. */
const reserved: ReadonlySet<Keyword> = new Set([
  'ALLOWED',
  'ADD',
  'AND',
  'AS',
  'ASC',
  'AUTOORDER',
  'BETWEEN',
  'BY',
  'CASE',
  'CAST',
  'DESC',
  'DISTINCT',
  'ELSE',
  'ESCAPE',
  'FALSE',
  'FROM',
  'HAVING',
  'HIERARCHY',
  'IN',
  'INTO',
  'IS',
  'LIKE',
  'NOT',
  'NULL',
  'OF',
  'OR',
  'OVERALL',
  'THEN',
  'TOP',
  'TRUE',
  'UNDEFINED',
  'UNIQUE',
  'WHEN',
  'WHERE',
] satisfies Keyword[]);
/** Words that may be a field name but would end the phrase before them when they stand where an alias may. */
const phraseStarters: ReadonlySet<Keyword> = new Set([
  'DROP',
  'END',
  'JOIN',
  'SELECT',
  'TOTALS',
  'UNION',
] satisfies Keyword[]);

/** The word cannot be a field or table name by itself. */
export const isReserved = (keyword: Keyword | null): boolean => keyword !== null && reserved.has(keyword);
/** The word cannot be an alias written without КАК. */
export const isNeverAlias = (keyword: Keyword | null): boolean =>
  keyword !== null && (reserved.has(keyword) || phraseStarters.has(keyword));
