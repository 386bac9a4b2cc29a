import type { Field, MetadataObject, TabularSection } from '../model/graph-types.ts';
import { kindWord, type PartKind, partWord } from '../model/kinds.ts';
import { virtualTableNames } from '../schema/virtual-tables.ts';
import { fieldFullName, fieldNamed, type NameIndex, sectionNamed } from './name-index.ts';

/** What a name stands for. */
export interface Target {
  /** English full name. */
  readonly name: string;
  readonly object: MetadataObject;
  readonly part?:
    | PartKind
    | 'Predefined'
    | 'VirtualTable'
    | 'Module'
    /** A method or another member that no description lists. */
    | 'Member';
  readonly field?: Field;
  readonly section?: TabularSection;
}

/** How far a chain of words led: the last thing found, fields met on the way, and the word nobody knows. */
export interface Resolution {
  readonly target?: Target;
  readonly passed: readonly Target[];
  /** Index of the first unknown segment; undefined when everything is known. */
  readonly unknownAt?: number;
}

type Step = Target | 'open' | undefined;

const emptyReference = /^(?:emptyref|пустаяссылка)$/iu;

const fieldTarget = (object: MetadataObject, field: Field, section?: TabularSection): Target => ({
  name: fieldFullName(object, field, section),
  object,
  part: field.part,
  field,
  ...(section !== undefined && { section }),
});

function namedPart(object: MetadataObject, part: PartKind, name: string): Target | undefined {
  const is = (one: { readonly name: string }) => one.name.toLowerCase() === name.toLowerCase();
  const lists: Partial<Record<PartKind, readonly { readonly name: string }[]>> = {
    Form: object.forms,
    Command: object.commands,
    Template: object.templates,
    EnumValue: object.enumValues,
    TabularSection: object.tabularSections,
    StandardTabularSection: object.tabularSections,
    URLTemplate: object.httpService?.templates ?? [],
    Operation: object.webService?.operations ?? [],
  };
  const list = lists[part];
  if (list !== undefined) {
    const found = list.find(is);
    const section = part === 'TabularSection' ? sectionNamed(object, name) : undefined;
    return found === undefined
      ? undefined
      : {
          name: `${object.fullName.en}.${part}.${found.name}`,
          object,
          part,
          ...(section !== undefined && { section }),
        };
  }
  const field = fieldNamed(object.fields, name);
  return field === undefined ? undefined : fieldTarget(object, field);
}

/** `ИНН`, `Товары`, `ПустаяСсылка`, a value, a predefined item or a virtual table right after the object. */
function memberOf(object: MetadataObject, name: string): Target | undefined {
  const lower = name.toLowerCase();
  const section = sectionNamed(object, name);
  if (section !== undefined)
    return {
      name: `${object.fullName.en}.TabularSection.${section.name}`,
      object,
      part: 'TabularSection',
      section,
    };
  const field = fieldNamed(object.fields, name);
  if (field !== undefined) return fieldTarget(object, field);
  const value = object.enumValues.find((one) => one.name.toLowerCase() === lower);
  if (value !== undefined)
    return { name: `${object.fullName.en}.EnumValue.${value.name}`, object, part: 'EnumValue' };
  const predefined = object.predefined.find((one) => one.name.toLowerCase() === lower);
  if (predefined !== undefined)
    return { name: `${object.fullName.en}.${predefined.name}`, object, part: 'Predefined' };
  if (virtualTableNames(object).has(lower))
    return { name: `${object.fullName.en}.${name}`, object, part: 'VirtualTable' };
  return emptyReference.test(name) ? { name: object.fullName.en, object, part: 'Member' } : undefined;
}

/** What a field or a section offers after a dot. */
function after(index: NameIndex, target: Target, name: string): Step {
  if (target.section !== undefined && target.field === undefined) {
    const field = fieldNamed(target.section.fields, name);
    return field === undefined ? undefined : fieldTarget(target.object, field, target.section);
  }
  if (target.field === undefined) return 'open';
  const type = index.resolved(target.field.type);
  if (type.items.length === 0 || type.items.some((item) => item.kind === 'set' || item.kind === 'platform'))
    return 'open';
  const found = index.targets(type).flatMap((object) => memberOf(object, name) ?? []);
  if (found[0] !== undefined) return found[0];
  // The referred object itself is not in this export: nothing can be said about its fields.
  const objects = type.items.filter((item) => item.kind === 'object');
  return objects.length > index.targets(type).length ? 'open' : undefined;
}

function explicitPart(target: Target, part: PartKind, name: string): Target | undefined {
  if (target.section === undefined) return namedPart(target.object, part, name);
  const field = fieldNamed(target.section.fields, name);
  return field === undefined ? undefined : fieldTarget(target.object, field, target.section);
}

/** Kinds whose members are all described in the export. */
const closedKinds: ReadonlySet<string> = new Set([
  'Catalog',
  'Document',
  'Enum',
  'ChartOfCharacteristicTypes',
  'ChartOfAccounts',
  'ChartOfCalculationTypes',
  'InformationRegister',
  'AccumulationRegister',
  'AccountingRegister',
  'CalculationRegister',
  'ExchangePlan',
  'BusinessProcess',
  'Task',
]);

function walk(index: NameIndex, start: Target, segments: readonly string[], from: number): Resolution {
  const passed: Target[] = [];
  let target = start;
  for (let at = from; at < segments.length; at += 1) {
    const name = segments[at] ?? '';
    const part = partWord(name);
    const next = segments[at + 1];
    const explicit =
      part !== undefined && next !== undefined && target.field === undefined
        ? explicitPart(target, part, next)
        : undefined;
    const step: Step =
      explicit ?? (target.part === undefined ? memberOf(target.object, name) : after(index, target, name));
    if (step === 'open') break;
    if (step === undefined) {
      if (target.part === undefined && !closedKinds.has(target.object.kind)) break;
      return { target, passed, unknownAt: part !== undefined && next !== undefined ? at + 1 : at };
    }
    if (explicit !== undefined) at += 1;
    passed.push(step);
    target = step;
  }
  return { target, passed };
}

/** Follows a chain from a known object: fields, sections, and fields behind references. */
export function resolveMembers(
  index: NameIndex,
  object: MetadataObject,
  members: readonly string[],
): Resolution {
  return walk(index, { name: object.fullName.en, object }, members, 0);
}

/** Follows a chain of words that starts with a kind: [`Справочник`, `Контрагенты`, `ИНН`]. */
export function resolveChain(index: NameIndex, segments: readonly string[]): Resolution {
  const word = kindWord(segments[0] ?? '');
  const name = segments[1];
  if (word === undefined || name === undefined) return { passed: [], unknownAt: 0 };
  let object = index.byKind(word.names.kind, name);
  let at = 2;
  // Subsystems nest: `Подсистема.Склад.Подсистема.Отгрузка`.
  while (object?.kind === 'Subsystem' && kindWord(segments[at] ?? '')?.names.kind === 'Subsystem') {
    object = index.object(`${object.fullName.en}.Subsystem.${segments[at + 1] ?? ''}`);
    if (object === undefined) return { passed: [], unknownAt: at + 1 };
    at += 2;
  }
  if (object === undefined) return { passed: [], unknownAt: 1 };
  return walk(index, { name: object.fullName.en, object }, segments, at);
}
