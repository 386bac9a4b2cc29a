import type { FieldTypes, Schema } from '#products/assistants/engines/optimizer';
import { indexOf, type NameIndex } from '../graph/name-index.ts';
import { resolveChain } from '../graph/resolve-chain.ts';
import type { Field, MetadataGraph, MetadataObject } from '../model/graph-types.ts';
import { kindNames, kinds } from '../model/kinds.ts';
import type { TypeItem, ValueType } from '../model/value-type.ts';
import { indexesOf } from './indexes.ts';
import { querySchema } from './query-schema.ts';

const primitives = { String: 'string', Number: 'number', Boolean: 'boolean', Date: 'date' } as const;

/** Objects a set of types stands for: `DocumentRef` is every document, `AnyRef` everything with a reference. */
function membersOf(index: NameIndex, set: string): readonly MetadataObject[] {
  const kind = kinds.find((one) => `${one.kind}Ref` === set);
  if (kind !== undefined) return index.ofKind(kind.kind);
  return set.startsWith('Any')
    ? index.graph.objects.filter((object) => object.fields.some((field) => field.name === 'Ref'))
    : [];
}

function referencesIn(index: NameIndex, item: TypeItem): readonly string[] {
  if (item.kind === 'object') return [item.object];
  return item.kind === 'set' ? membersOf(index, item.name).map((object) => object.fullName.en) : [];
}

/**
 * What the query optimizer asks, answered by a configuration; names in the language of its code. How many rows
 * a table has is not in an export.
 */
export function optimizerSchema(graph: MetadataGraph): Schema {
  const index = indexOf(graph);
  const schema = querySchema(graph);
  const language = graph.configuration.scriptVariant === 'English' ? 'en' : 'ru';
  const labelOf = (name: string) => {
    const [kind = '', ...rest] = name.split('.');
    const names = kinds.find((one) => one.kind === kind);
    return language === 'en' || names === undefined ? name : [kindNames(names.kind).ru, ...rest].join('.');
  };
  const typesOf = (type: ValueType): FieldTypes => ({
    references: [...new Set(type.items.flatMap((item) => referencesIn(index, item)))].map(labelOf),
    primitives: [
      ...new Set(
        type.items.flatMap((item) =>
          item.kind === 'primitive' && item.name !== 'Null' ? [primitives[item.name]] : [],
        ),
      ),
    ],
  });
  const objectOf = (name: string) => resolveChain(index, name.split('.').slice(0, 2)).target?.object;
  const named = (name: string, part: Field['part']) =>
    (objectOf(name)?.fields ?? [])
      .filter((field) => field.part === part)
      .map((field) => field.names[language]);
  const locks: Readonly<Record<string, Schema['lockControl']>> = {
    Managed: 'managed',
    Automatic: 'automatic',
    AutomaticAndManaged: 'mixed',
  };
  return {
    fieldTypes: (table, field) => {
      const known = schema.table(table);
      const found = known && schema.field(known, field);
      return found === undefined ? null : typesOf(found.type);
    },
    dimensions: (register) => named(register, 'Dimension'),
    resources: (register) => named(register, 'Resource'),
    indexes: (table) => {
      const object = table.split('.').length === 2 ? objectOf(table) : undefined;
      return object === undefined ? [] : indexesOf(object, language);
    },
    rowCount: () => null,
    lockControl: locks[graph.configuration.properties['dataLockControlMode'] ?? ''] ?? 'unknown',
  };
}
