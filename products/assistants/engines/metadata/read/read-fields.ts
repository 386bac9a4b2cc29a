import type { Field, Origin, TabularSection } from '../model/graph-types.ts';
import type { PartKind } from '../model/kinds.ts';
import { type Descriptor, localTexts, plainProperties, referencesOf } from './descriptor.ts';
import { readType } from './read-type.ts';

const fieldParts: readonly PartKind[] = [
  'Dimension',
  'Resource',
  'Attribute',
  'AddressingAttribute',
  'AccountingFlag',
  'ExtDimensionAccountingFlag',
  'Column',
  'Field',
];

export const originOf = (descriptor: Descriptor): Origin =>
  descriptor.text('ObjectBelonging') === 'Adopted' ? { adopted: true } : {};

const notLinks: ReadonlySet<string> = new Set(['type', 'choiceParameterLinks', 'choiceParameters']);

function readField(part: PartKind, descriptor: Descriptor): Field {
  return {
    ...originOf(descriptor),
    part,
    name: descriptor.name,
    names: { ru: descriptor.name, en: descriptor.name },
    type: readType(descriptor.prop('Type')),
    synonym: localTexts(descriptor.props('Synonym')),
    line: descriptor.line,
    properties: plainProperties(descriptor),
    references: Object.values(referencesOf(descriptor, notLinks)).flat(),
  };
}

/** Every field a description declares, dimensions first. */
export function readFields(descriptor: Descriptor): readonly Field[] {
  return fieldParts
    .flatMap((part) => descriptor.parts(part).map((one) => readField(part, one)))
    .filter((field) => field.name !== '');
}

export function readTabularSections(descriptor: Descriptor): readonly TabularSection[] {
  return descriptor
    .parts('TabularSection')
    .map((section) => ({
      ...originOf(section),
      name: section.name,
      synonym: localTexts(section.props('Synonym')),
      line: section.line,
      fields: readFields(section),
    }))
    .filter((section) => section.name !== '');
}
