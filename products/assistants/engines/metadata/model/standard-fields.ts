import type { Field, MetadataObject, TabularSection } from './graph-types.ts';
import {
  type StandardCondition,
  type StandardRow,
  type StandardType,
  sectionLineNumber,
  standardFields,
  standardSections,
} from './standard-fields.tables.ts';
import {
  booleanType,
  dateType,
  noType,
  numberType,
  references,
  referenceTo,
  stringType,
  type ValueType,
} from './value-type.ts';

/** What standard fields follow from: the object as read, and who writes it when it is a register. */
export interface StandardSource
  extends Pick<MetadataObject, 'kind' | 'name' | 'fullName' | 'properties' | 'references' | 'type'> {
  readonly registrators: readonly string[];
}

function conditionHolds(when: StandardCondition, source: StandardSource): boolean {
  const property = (name: string) => source.properties[name] ?? '';
  const positive = (name: string) => Number(property(name)) > 0;
  switch (when) {
    case 'always':
      return true;
    case 'owned':
      return (source.references['owners'] ?? []).length > 0;
    case 'hierarchical':
      return property('hierarchical') === 'true';
    case 'folders':
      return property('hierarchical') === 'true' && property('hierarchyType') !== 'HierarchyOfItems';
    case 'hasCode':
      return positive('codeLength');
    case 'hasNumber':
      return positive('numberLength');
    case 'hasDescription':
      return positive('descriptionLength');
    case 'periodic':
      return (
        source.properties['writeMode'] === 'RecorderSubordinate' ||
        !['', 'Nonperiodical'].includes(property('informationRegisterPeriodicity'))
      );
    case 'subordinate':
      return property('writeMode') === 'RecorderSubordinate';
    case 'balance':
      return property('registerType') !== 'Turnovers';
    case 'oneSided':
      return property('correspondence') !== 'true';
    case 'correspondence':
      return property('correspondence') === 'true';
    case 'actionPeriod':
      return property('actionPeriod') === 'true';
    case 'basePeriod':
      return property('basePeriod') === 'true';
  }
}

function lengthType(source: StandardSource, what: 'code' | 'number'): ValueType {
  const length = Number(source.properties[`${what}Length`] ?? 0);
  const fixed = source.properties[`${what}AllowedLength`] === 'Fixed';
  return source.properties[`${what}Type`] === 'Number' || (what === 'code' && source.kind === 'Task')
    ? numberType(length)
    : stringType(length, fixed);
}

function standardType(type: StandardType, source: StandardSource): ValueType {
  const refs = (name: string) => source.references[name] ?? [];
  switch (type) {
    case 'self':
      return referenceTo(source.fullName.en);
    case 'boolean':
      return booleanType;
    case 'date':
      return dateType;
    case 'string':
      return stringType(0);
    case 'integer':
      return numberType(9);
    case 'code':
    case 'number':
      return lengthType(source, type);
    case 'description':
      return stringType(Number(source.properties['descriptionLength'] ?? 0));
    case 'owners':
      return references(refs('owners'));
    case 'registrators':
      return references(source.registrators);
    case 'account':
      return references(refs('chartOfAccounts'));
    case 'calculationType':
      return references(refs('chartOfCalculationTypes'));
    case 'task':
      return references(refs('task'));
    case 'businessProcess':
      return { items: [{ kind: 'set', name: 'BusinessProcessRef' }] };
    case 'documents':
      return references([...refs('registeredDocuments'), ...refs('documents')]);
    case 'valueType':
      return source.type ?? noType;
    case 'platform':
      return noType;
  }
}

function standardField([en, ru, type]: StandardRow, source: StandardSource): Field {
  return {
    part: 'StandardAttribute',
    name: en,
    names: { en, ru },
    type: standardType(type, source),
    synonym: {},
    line: 0,
    properties: {},
    references: [],
  };
}

/** The fields the platform gives an object of this kind with these properties. */
export function standardFieldsOf(source: StandardSource): readonly Field[] {
  return (standardFields[source.kind] ?? [])
    .filter(([, , , when]) => conditionHolds(when ?? 'always', source))
    .map((row) => standardField(row, source));
}

/** `LineNumber` of a tabular section. */
export function lineNumberField(source: StandardSource): Field {
  return standardField(sectionLineNumber, source);
}

/** Tabular sections every object of the kind has. Their names are English; the Russian one is the synonym. */
export function standardSectionsOf(source: StandardSource): readonly TabularSection[] {
  return (standardSections[source.kind] ?? []).map((section) => ({
    name: section.en,
    synonym: { ru: section.ru, en: section.en },
    line: 0,
    fields: section.fields.map((row) => standardField(row, source)),
  }));
}
