import type { Field, MetadataObject } from '../model/graph-types.ts';
import type { ObjectKind } from '../model/kinds.ts';
import {
  lineNumberField,
  type StandardSource,
  standardFieldsOf,
  standardSectionsOf,
} from '../model/standard-fields.ts';
import { noType } from '../model/value-type.ts';

/** Kinds whose data a common attribute may extend. */
const commonKinds: ReadonlySet<ObjectKind> = new Set<ObjectKind>([
  'Catalog',
  'Document',
  'ChartOfCharacteristicTypes',
  'ChartOfAccounts',
  'ChartOfCalculationTypes',
  'BusinessProcess',
  'Task',
  'ExchangePlan',
  'InformationRegister',
  'AccumulationRegister',
  'AccountingRegister',
  'CalculationRegister',
]);

/** Documents that write each register, by the register's full name in lower case. */
function registratorsOf(objects: readonly MetadataObject[]): ReadonlyMap<string, readonly string[]> {
  const result = new Map<string, string[]>();
  for (const object of objects)
    for (const register of object.references['registerRecords'] ?? []) {
      const list = result.get(register.toLowerCase()) ?? [];
      list.push(object.fullName.en);
      result.set(register.toLowerCase(), list);
    }
  return result;
}

interface CommonField {
  readonly field: Field;
  readonly auto: boolean;
  readonly uses: ReadonlyMap<string, 'Use' | 'DontUse' | 'Auto'>;
}

function commonFields(objects: readonly MetadataObject[]): readonly CommonField[] {
  return objects
    .filter((object) => object.kind === 'CommonAttribute')
    .map((object) => ({
      auto: object.properties['autoUse'] === 'Use',
      uses: new Map((object.commonContent ?? []).map((item) => [item.object.toLowerCase(), item.use])),
      field: {
        part: 'Attribute',
        name: object.name,
        names: { ru: object.name, en: object.name },
        type: object.type ?? noType,
        synonym: object.synonym,
        line: 0,
        properties: {},
        references: [],
        common: object.fullName.en,
      },
    }));
}

function commonFieldsOf(object: MetadataObject, common: readonly CommonField[]): readonly Field[] {
  if (!commonKinds.has(object.kind)) return [];
  return common
    .filter(({ auto, uses }) => {
      const use = uses.get(object.fullName.en.toLowerCase()) ?? 'Auto';
      return use === 'Use' || (use === 'Auto' && auto);
    })
    .map(({ field }) => field);
}

/** Adds what no file says: standard fields and sections, row numbers, fields of common attributes. */
export function completeObjects(objects: readonly MetadataObject[]): readonly MetadataObject[] {
  const registrators = registratorsOf(objects);
  const common = commonFields(objects);
  return objects.map((object) => {
    const source: StandardSource = {
      ...object,
      registrators: registrators.get(object.fullName.en.toLowerCase()) ?? [],
    };
    const standard = standardFieldsOf(source);
    const shared = commonFieldsOf(object, common);
    const sections = standardSectionsOf(source);
    if (standard.length + shared.length + sections.length + object.tabularSections.length === 0)
      return object;
    return {
      ...object,
      fields: [...standard, ...object.fields, ...shared],
      tabularSections: [
        ...sections,
        ...object.tabularSections.map((section) => ({
          ...section,
          fields: [lineNumberField(source), ...section.fields],
        })),
      ],
    };
  });
}
