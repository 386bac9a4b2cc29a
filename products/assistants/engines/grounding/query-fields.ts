import {
  type LocalText,
  type QuerySchema,
  type SchemaTable,
  suggest,
} from '#products/assistants/engines/metadata';
import {
  type FieldAccess,
  type Identifier,
  nodesOf,
  type QueryPackage,
} from '#products/assistants/engines/query';
import { createScopes, type Scope } from './query-scopes.ts';

/** A field of a query that no table it can be taken from has. */
interface UnknownField {
  /** As written, up to the unknown word. */
  readonly text: string;
  /** Offsets of the unknown word in the query. */
  readonly start: number;
  readonly end: number;
  readonly suggestions: readonly string[];
  readonly message: LocalText;
}

type Path = readonly Identifier[];

/** Registers whose fields depend on charts of accounts and of calculation types: nothing is claimed about them. */
const open = /^(?:AccountingRegister|CalculationRegister)\./u;

const textOf = (path: Path): string => path.map(({ name }) => name).join('.');

const sectionOf = (schema: QuerySchema, table: SchemaTable, name: LocalText): SchemaTable | undefined =>
  schema.table(`${table.names.en}.${name.en}`);

/** Tables behind a field; undefined where that cannot be told. */
function behind(
  schema: QuerySchema,
  tables: readonly SchemaTable[],
  name: string,
): readonly SchemaTable[] | undefined {
  const found = tables.flatMap((table) => {
    const field = schema.field(table, name);
    return field === undefined ? [] : [{ table, field }];
  });
  const next: SchemaTable[] = [];
  for (const { table, field } of found) {
    if (field.role === 'section') {
      const section = sectionOf(schema, table, field.names);
      if (section === undefined) return undefined;
      next.push(section);
      continue;
    }
    const { items } = field.type;
    const referred = schema.referred(field.type);
    const objects = items.filter(({ kind }) => kind === 'object');
    const isTold = items.every(({ kind }) => kind === 'object' || kind === 'primitive');
    // A field without a type, any reference, or an object that is not in the project.
    if (items.length === 0 || !isTold || objects.length > referred.length) return undefined;
    next.push(...referred);
  }
  return next;
}

function complaint(written: Path, at: number, tables: readonly SchemaTable[]): UnknownField {
  const word = written[at];
  const wanted = word?.name ?? '';
  const isRussian = /[а-яё]/iu.test(textOf(written));
  const offered = new Set(
    tables.flatMap(({ fields }) => fields.map(({ names }) => (isRussian ? names.ru : names.en))),
  );
  const suggestions = suggest(wanted, offered);
  const [table] = tables;
  const [ru, en] =
    table === undefined || tables.length > 1
      ? [`В таблицах запроса нет поля «${wanted}»`, `The tables of the query have no field "${wanted}"`]
      : [`В «${table.names.ru}» нет поля «${wanted}»`, `"${table.names.en}" has no field "${wanted}"`];
  const first = suggestions.slice(0, 3).join(', ');
  return {
    text: textOf(written.slice(0, at + 1)),
    start: word?.start ?? 0,
    end: word?.end ?? 0,
    suggestions,
    message:
      first === ''
        ? { ru, en }
        : { ru: `${ru}. Возможно, имелось в виду: ${first}`, en: `${en}. Did you mean: ${first}` },
  };
}

/** Follows the words of a path from `from` on through tables that it begins in. */
function follow(
  schema: QuerySchema,
  written: Path,
  from: number,
  tables: readonly SchemaTable[],
): UnknownField | undefined {
  let here = tables;
  for (let at = from; at < written.length; at += 1) {
    const name = written[at]?.name ?? '';
    if (name === '' || here.some(({ object }) => open.test(object))) return undefined;
    if (!here.some((table) => schema.field(table, name) !== undefined)) return complaint(written, at, here);
    const next = behind(schema, here, name);
    if (next === undefined) return undefined;
    here = next;
  }
  return undefined;
}

/** Looks for the first word of a path from the inside out, as the platform does. */
function judge(schema: QuerySchema, written: Path, scopes: readonly Scope[]): UnknownField | undefined {
  const [first] = written;
  const name = first?.name.toLowerCase() ?? '';
  if (name === '') return undefined;
  for (const { tables, outputs } of scopes) {
    const placed = tables.find((table) => table.named(written) > 0);
    if (placed !== undefined)
      return placed.table === undefined
        ? undefined
        : follow(schema, written, placed.named(written), [placed.table]);
    if (outputs.has(name)) return undefined;
    const known = tables.flatMap(({ table }) => table ?? []);
    if (known.some((table) => schema.field(table, name) !== undefined))
      return follow(schema, written, 0, known);
    // A table nobody knows the fields of may have it.
    if (known.length < tables.length) return undefined;
  }
  const innermost = scopes[0]?.tables.flatMap(({ table }) => table ?? []) ?? [];
  return innermost.length === 0 || innermost.some(({ object }) => open.test(object))
    ? undefined
    : complaint(written, 0, innermost);
}

/** Fields taken from `ВЫРАЗИТЬ(… КАК Документ.Заказ)`. */
function judgeCast(schema: QuerySchema, { target, path }: FieldAccess): UnknownField | undefined {
  if (target.kind !== 'cast' || target.type.type !== 'REFERENCE') return undefined;
  const table = schema.table(textOf(target.type.path));
  return table === undefined ? undefined : follow(schema, path, 0, [table]);
}

/**
 * Fields of a query that the configuration does not have. Claims nothing about a text with errors, about temporary
 * tables and nested queries, and where the type of a value is open.
 */
export function unknownFields(ast: QueryPackage, schema: QuerySchema): readonly UnknownField[] {
  if (ast.errors.length > 0) return [];
  const scopesOf = createScopes(schema);
  const paths = [...nodesOf(ast, 'column'), ...nodesOf(ast, 'nested-table')];
  return [
    ...paths.flatMap((node) => {
      const scopes = scopesOf(node);
      return scopes === undefined ? [] : (judge(schema, node.path, scopes) ?? []);
    }),
    ...nodesOf(ast, 'field-access').flatMap((access) => judgeCast(schema, access) ?? []),
  ];
}
