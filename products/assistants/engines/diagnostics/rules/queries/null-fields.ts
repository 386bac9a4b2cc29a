import type { Join, QueryNode, Select, Source } from '#products/assistants/engines/query';
import { ancestorOf, nodesOf } from '#products/assistants/engines/query';
import { columnsIn, type FieldName, rangeOfName } from './columns.ts';
import type { ModuleQuery } from './module-queries.ts';
import { logicalParts, negationsOf } from './predicates.ts';
import { defineQueryRule } from './query-rule.ts';

/** Aliases of the tables whose rows a join may leave empty. */
function emptiedBy(join: Join): readonly string[] {
  const owner = join.parent?.kind === 'source' ? [join.parent] : [];
  const sources: { readonly [Type in Join['type']]: readonly Source[] } = {
    inner: [],
    left: [join.source],
    right: owner,
    full: [...owner, join.source],
  };
  return sources[join.type].flatMap(({ alias }) => (alias === null ? [] : [alias.name.name]));
}

/** Only rows without NULL come through: ЕСТЬ НЕ NULL, НЕ … ЕСТЬ NULL, or НЕ before brackets that hold it. */
function dropsNulls(where: QueryNode): boolean {
  return nodesOf(where, 'is-null').some((node) => {
    if (node.negated || negationsOf(node) === 1) return true;
    let above = node.parent;
    while (above?.kind === 'not' || above?.kind === 'and' || above?.kind === 'or') above = above.parent;
    return above?.kind === 'parenthesized' && negationsOf(above) === 1;
  });
}

/** The field is looked at by ЕСТЬNULL, or by ЕСТЬ NULL where that counts, before `edge` is reached. */
function isGuarded(field: FieldName, edge: QueryNode['kind'], countsIsNull: boolean): boolean {
  for (let above = field.parent; above !== null && above.kind !== edge; above = above.parent) {
    if (above.kind === 'call' && above.name === 'ISNULL') return true;
    if (countsIsNull && above.kind === 'is-null') return true;
  }
  return false;
}

interface Place {
  readonly fields: readonly FieldName[];
  readonly edge: QueryNode['kind'];
  readonly countsIsNull: boolean;
}

/** Reads what a query says once for all of its joins. */
function placesOf(select: Select): { readonly own: readonly Place[]; readonly dropsNulls: boolean } {
  const own: Place[] = select.fields.map((field) => ({
    fields: columnsIn(field),
    edge: 'select-field',
    countsIsNull: true,
  }));
  for (const part of select.where === null ? [] : logicalParts(select.where))
    own.push({ fields: columnsIn(part), edge: 'select', countsIsNull: true });
  return { own, dropsNulls: select.where !== null && dropsNulls(select.where) };
}

/** Fields that may be NULL, by the lower-case name of their table. */
function openFields(places: readonly Place[]): ReadonlyMap<string, readonly FieldName[]> {
  const found = new Map<string, FieldName[]>();
  for (const { fields, edge, countsIsNull } of places)
    for (const field of fields) {
      const table = field.path[0]?.name.toLowerCase();
      if (table === undefined || field.path.length < 2 || isGuarded(field, edge, countsIsNull)) continue;
      const list = found.get(table) ?? [];
      list.push(field);
      found.set(table, list);
    }
  return found;
}

interface Looked {
  readonly dropsNulls: boolean;
  readonly own: ReadonlyMap<string, readonly FieldName[]>;
  readonly conditions: Map<Join, ReadonlyMap<string, readonly FieldName[]>>;
}

function lookAt(select: Select): Looked {
  const places = placesOf(select);
  return { dropsNulls: places.dropsNulls, own: openFields(places.own), conditions: new Map() };
}

/** Names of fields used without a look at NULL, for each join that may leave them empty. */
function fieldsAtRisk(query: ModuleQuery, see: (join: Join, fields: readonly FieldName[]) => void): void {
  const selects = new Map<Select, Looked>();
  for (const join of query.nodes('join')) {
    const names = emptiedBy(join);
    const select = ancestorOf(join, 'select');
    if (names.length === 0 || select === null) continue;
    const looked = selects.get(select) ?? lookAt(select);
    selects.set(select, looked);
    if (looked.dropsNulls) continue;
    const others = join.parent?.kind === 'source' ? join.parent.joins.filter((other) => other !== join) : [];
    const found = names.flatMap((written) => {
      const name = written.toLowerCase();
      const inJoins = others.flatMap((other) => {
        const known =
          looked.conditions.get(other) ??
          openFields([{ fields: columnsIn(other.condition), edge: 'join', countsIsNull: false }]);
        looked.conditions.set(other, known);
        return known.get(name) ?? [];
      });
      return [...(looked.own.get(name) ?? []), ...inJoins];
    });
    if (found.length > 0) see(join, found);
  }
}

export const fieldsFromJoinsWithoutIsNull = defineQueryRule({
  key: 'FieldsFromJoinsWithoutIsNull',
  type: 'error',
  severity: 'critical',
  minutes: 2,
  isActive: false,
  standards: [412],
  title: {
    ru: 'Поля присоединённой таблицы могут быть NULL: оберните их в ЕСТЬNULL или проверьте через ЕСТЬ NULL',
    en: 'Fields of the joined table may be NULL: wrap them in ISNULL or check them with IS NULL',
  },
  check(query, { report }) {
    fieldsAtRisk(query, (join, fields) => {
      const related = fields.map((field) => {
        const { start, end } = rangeOfName(field);
        const message = { ru: 'Поле без проверки на NULL', en: 'A field without a check for NULL' };
        return { start: query.offset + start, end: query.offset + end, message };
      });
      report(join, { related });
    });
  },
});
