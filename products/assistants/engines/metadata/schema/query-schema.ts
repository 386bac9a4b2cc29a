import { indexOf } from '../graph/name-index.ts';
import type { MetadataGraph, MetadataObject, TabularSection } from '../model/graph-types.ts';
import type { LocalText, ObjectKind } from '../model/kinds.ts';
import { noType, numberType, referenceTo, type ValueType } from '../model/value-type.ts';
import type { QuerySchema, SchemaField, SchemaTable } from './schema-types.ts';
import { extraField, schemaField, sidedFields, virtualFields } from './virtual-fields.ts';
import { parameterNames, virtualNames, virtualParameters } from './virtual-tables.tables.ts';
import { virtualKinds } from './virtual-tables.ts';

/** Kinds a query may read, and whether their rows have a reference of their own. */
const queried: ReadonlyMap<ObjectKind, 'reference' | 'records' | 'other'> = new Map<
  ObjectKind,
  'reference' | 'records' | 'other'
>([
  ['Catalog', 'reference'],
  ['Document', 'reference'],
  ['Enum', 'reference'],
  ['ChartOfCharacteristicTypes', 'reference'],
  ['ChartOfAccounts', 'reference'],
  ['ChartOfCalculationTypes', 'reference'],
  ['ExchangePlan', 'reference'],
  ['BusinessProcess', 'reference'],
  ['Task', 'reference'],
  ['InformationRegister', 'records'],
  ['AccumulationRegister', 'records'],
  ['AccountingRegister', 'records'],
  ['CalculationRegister', 'records'],
  ['DocumentJournal', 'other'],
  ['Constant', 'other'],
  ['Sequence', 'other'],
  ['FilterCriterion', 'other'],
]);

const under = (object: MetadataObject, tail: LocalText): LocalText => ({
  en: `${object.fullName.en}.${tail.en}`,
  ru: `${object.fullName.ru}.${tail.ru}`,
});

/** Fields every table of the kind has in queries besides the standard attributes. */
function queryFields(object: MetadataObject, rows: string): readonly SchemaField[] {
  const dated = ['Document', 'BusinessProcess', 'Task'].includes(object.kind);
  if (rows === 'reference')
    return [
      extraField('Presentation', 'Представление'),
      ...(object.kind === 'Enum' ? [] : [extraField('DataVersion', 'ВерсияДанных')]),
      ...(dated ? [extraField('PointInTime', 'МоментВремени')] : []),
    ];
  return object.fields.some((field) => field.name === 'Recorder')
    ? [extraField('PointInTime', 'МоментВремени')]
    : [];
}

function sectionNames(section: TabularSection): LocalText {
  const ru = section.fields.every((field) => field.part === 'StandardAttribute') && section.synonym['ru'];
  return { en: section.name, ru: ru || section.name };
}

const sectionType: ValueType = noType;

function mainTable(object: MetadataObject, rows: string): SchemaTable {
  const accounting = object.kind === 'AccountingRegister';
  const fields = accounting
    ? [
        ...object.fields.filter((field) => field.part === 'StandardAttribute').map(schemaField),
        ...sidedFields(object, 'Dimension'),
        ...sidedFields(object, 'Resource'),
        ...object.fields.filter((field) => field.part === 'Attribute').map(schemaField),
      ]
    : object.fields.map(schemaField);
  const sections = object.tabularSections.map(
    (section): SchemaField => ({ names: sectionNames(section), type: sectionType, role: 'section' }),
  );
  return {
    names: object.fullName,
    kind: 'main',
    object: object.fullName.en,
    fields: [...fields, ...sections, ...queryFields(object, rows)],
    parameters:
      object.kind === 'FilterCriterion'
        ? [{ role: 'condition', names: { en: 'Value', ru: 'Значение' } }]
        : [],
  };
}

function sectionTable(object: MetadataObject, section: TabularSection): SchemaTable {
  return {
    names: under(object, sectionNames(section)),
    kind: 'tabular',
    object: object.fullName.en,
    fields: [
      extraField('Ref', 'Ссылка', referenceTo(object.fullName.en)),
      ...section.fields.map(schemaField),
    ],
    parameters: [],
  };
}

function virtualTables(object: MetadataObject): readonly SchemaTable[] {
  return virtualKinds(object).map((kind) => ({
    names: under(object, virtualNames[kind]),
    kind: 'virtual',
    object: object.fullName.en,
    fields: virtualFields(object, kind),
    parameters: virtualParameters[kind].map((role) => ({ role, names: parameterNames[role] })),
  }));
}

function changesTable(object: MetadataObject, plans: readonly string[], rows: string): SchemaTable {
  const own =
    rows === 'reference'
      ? [extraField('Ref', 'Ссылка', referenceTo(object.fullName.en))]
      : object.fields
          .filter((field) => field.part === 'Dimension' || field.name === 'Recorder')
          .map(schemaField);
  const node = { items: plans.map((plan) => ({ kind: 'object' as const, object: plan, form: 'Ref' })) };
  return {
    names: under(object, { en: 'Changes', ru: 'Изменения' }),
    kind: 'changes',
    object: object.fullName.en,
    fields: [
      extraField('Node', 'Узел', node),
      extraField('MessageNo', 'НомерСообщения', numberType(10)),
      ...own,
    ],
    parameters: [],
  };
}

function exchangePlans(graph: MetadataGraph): ReadonlyMap<string, readonly string[]> {
  const plans = new Map<string, string[]>();
  for (const plan of graph.objects)
    for (const name of plan.kind === 'ExchangePlan' ? (plan.references['content'] ?? []) : []) {
      const list = plans.get(name.toLowerCase()) ?? [];
      list.push(plan.fullName.en);
      plans.set(name.toLowerCase(), list);
    }
  return plans;
}

function constantsTable(graph: MetadataGraph): readonly SchemaTable[] {
  const constants = graph.objects.filter((object) => object.kind === 'Constant');
  if (constants.length === 0) return [];
  const fields = constants.map(
    ({ name, type }): SchemaField => ({
      names: { en: name, ru: name },
      type: type ?? noType,
      role: 'attribute',
    }),
  );
  return [
    { names: { en: 'Constants', ru: 'Константы' }, kind: 'constants', object: '', fields, parameters: [] },
  ];
}

function tablesOf(graph: MetadataGraph): readonly SchemaTable[] {
  const plans = exchangePlans(graph);
  const tables = graph.objects.flatMap((object) => {
    const rows = queried.get(object.kind);
    if (rows === undefined) return [];
    const inPlans = plans.get(object.fullName.en.toLowerCase());
    return [
      mainTable(object, rows),
      ...object.tabularSections.map((section) => sectionTable(object, section)),
      ...virtualTables(object),
      ...(inPlans === undefined ? [] : [changesTable(object, inPlans, rows)]),
    ];
  });
  return [...tables, ...constantsTable(graph)];
}

/** Tables and fields a query of this configuration may use, in both languages. Built in one pass. */
export function querySchema(graph: MetadataGraph): QuerySchema {
  const index = indexOf(graph);
  const tables = tablesOf(graph).map((table) => ({
    ...table,
    fields: table.fields.map((field) => ({ ...field, type: index.resolved(field.type) })),
  }));
  const byName = new Map<string, SchemaTable>();
  for (const table of tables)
    for (const name of [table.names.en, table.names.ru]) byName.set(name.toLowerCase(), table);
  const same = (names: LocalText, name: string) =>
    names.ru.toLowerCase() === name || names.en.toLowerCase() === name;
  return {
    tables,
    table: (name) => byName.get(name.toLowerCase()),
    field: (table, name) => table.fields.find((field) => same(field.names, name.toLowerCase())),
    referred: (type) =>
      index.targets(type).flatMap((object) => byName.get(object.fullName.en.toLowerCase()) ?? []),
  };
}
