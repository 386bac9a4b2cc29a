import {
  isMetadataKind,
  keywordOf,
  type QueryNode,
  type Select,
  type Source,
  walk,
} from '#products/assistants/engines/query';
import type { FieldName } from './columns.ts';
import { optimizerFixAt, withFix } from './improvements.ts';
import type { ModuleQuery } from './module-queries.ts';
import { defineQueryRule } from './query-rule.ts';

const isReference = (name: string | undefined): boolean => /^(?:ссылка|reference)$/iu.test(name ?? '');

/** Names of fields a query itself uses: without its nested queries, its order and the fields of nested tables. */
function ownFields(select: Select): readonly FieldName[] {
  const found: FieldName[] = [];
  walk(select, (node: QueryNode) => {
    if (node.kind === 'column') found.push(node);
    const isOther = node.kind === 'select-body' || node.kind === 'order-by' || node.kind === 'nested-table';
    return isOther ? 'skip' : 'go on';
  });
  return found;
}

/** Tables of a query under their names: what they hold may be table parts, whose own Ссылка leads to the object. */
type Tables = ReadonlyMap<string, boolean>;

const joinedTo = ({ table, joins }: Source): readonly Source[] => {
  const inner = table.kind === 'parenthesized-source' ? joinedTo(table.source) : [];
  const next = joins.map(({ source }) => source);
  return [...inner, ...next, ...next.flatMap(joinedTo)];
};

function nameOf({ alias, table }: Source): string {
  if (alias !== null) return alias.name.name;
  if (table.kind === 'parameter') return `&${table.name}`;
  return table.kind === 'table' && table.path.length === 1 ? (table.path[0]?.name ?? '') : '';
}

/** A field Ссылка of the source is the way to the object: of a table part, a temporary or a virtual table. */
function leadsAway({ table, alias, joins }: Source): boolean {
  if (table.kind === 'virtual-table') return true;
  if (table.kind === 'table') return table.path.length !== 2 && table.metadata !== 'EXTERNAL_DATA_SOURCE';
  const bare = table.kind === 'parenthesized-source' && (alias !== null || joins.length > 0);
  return bare && table.source.alias === null && table.source.joins.length === 0 && leadsAway(table.source);
}

function tablesOf({ from }: Select): Tables {
  const tables = new Map<string, boolean>();
  for (const source of [...from, ...from.flatMap(joinedTo)]) {
    const name = nameOf(source);
    if (!tables.has(name)) tables.set(name, leadsAway(source));
  }
  return tables;
}

/** The field is a reference already, or the way to it goes through a reference that could be left out. */
function isNeedless({ path }: FieldName, tables: Tables): boolean {
  const names = path.map(({ name }) => name);
  if (tables.size === 0) return names.length > 2 && isReference(names.at(-1));
  if (names.length < 2) return false;
  const last = names.length - 1;
  if (names.length > 2 && isMetadataKind(keywordOf(names[0] ?? '')))
    return names.slice(0, -1).findLastIndex(isReference) > 1;
  const position = names.findLastIndex(isReference);
  if (position === last) return !tables.has(names[last - 1] ?? '');
  if (position !== 1) return position > 1;
  return tables.get(names[0] ?? '') !== true;
}

/** Looks at the queries of a text in order; names of tables around a nested query hold in it, too. */
function needless(query: ModuleQuery, see: (field: FieldName) => void): void {
  let around: { readonly end: number; readonly start: number; readonly tables: Tables } | undefined;
  for (const select of query.nodes('select')) {
    const fields = ownFields(select);
    if (fields.length === 0) continue;
    const end = select.orderBy === null ? select.end : select.orderBy.start;
    const isInside = around !== undefined && around.start <= select.start && end <= around.end;
    let tables = tablesOf(select);
    if (isInside && around !== undefined) tables = new Map([...tables, ...around.tables]);
    else around = { start: select.start, end, tables };
    for (const field of fields) if (isNeedless(field, tables)) see(field);
  }
}

export const refOveruse = defineQueryRule({
  key: 'RefOveruse',
  type: 'smell',
  severity: 'major',
  minutes: 5,
  dialect: 'bsl',
  standards: [654],
  title: {
    ru: 'Лишнее «.Ссылка» в поле запроса: поле уже ссылка, обращение через точку добавляет соединение',
    en: 'A needless ".Ref" in a field of a query: the field is a reference already, the dot adds a join',
  },
  check(query, { report }) {
    needless(query, (field) => {
      report(field, withFix(optimizerFixAt(query, 'redundant-reference', field)));
    });
  },
});
