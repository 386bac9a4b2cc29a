import type {
  Conflict,
  Field,
  Form,
  MetadataObject,
  Named,
  Origin,
  TabularSection,
} from '../model/graph-types.ts';
import type { LocalText, PartKind } from '../model/kinds.ts';
import { partName } from '../model/kinds.ts';
import { typeText } from '../model/value-type.ts';
import type { RawConfiguration } from '../read/read-configuration.ts';
import { conflict } from './conflict.ts';

interface Merging {
  readonly extension: RawConfiguration['info'];
  readonly object: MetadataObject;
  readonly conflicts: Conflict[];
}

type Part = Origin & { readonly name: string; readonly line: number };

const partFullName = (owner: LocalText, part: PartKind, name: string): LocalText => ({
  en: `${owner.en}.${part}.${name}`,
  ru: `${owner.ru}.${partName(part).ru}.${name}`,
});

/** Lays an extension's list of parts over the base's: own parts are added, adopted ones must be there. */
function mergeParts<One extends Part>(
  merging: Merging,
  base: readonly One[],
  added: readonly One[],
  nameOf: (one: One) => LocalText,
  combine: (base: One, added: One) => One,
): readonly One[] {
  const { extension, object, conflicts } = merging;
  const result = [...base];
  for (const one of added) {
    const at = result.findIndex((other) => other.name.toLowerCase() === one.name.toLowerCase());
    const found = result[at];
    const note = (code: Conflict['code']) =>
      conflicts.push(conflict(code, extension, nameOf(one), object.file, one.line));
    if (found === undefined) {
      if (one.adopted) note('no_base_field');
      else result.push({ ...one, extension: extension.name });
    } else if (one.adopted) result[at] = combine(found, one);
    else note('field_taken');
  }
  return result;
}

function mergeFields(merging: Merging, base: readonly Field[], added: readonly Field[], owner: LocalText) {
  const { extension, object, conflicts } = merging;
  const nameOf = (field: Field) => partFullName(owner, field.part, field.name);
  return mergeParts(merging, base, added, nameOf, (old, one) => {
    const differs = one.type.items.length > 0 && typeText(one.type).en !== typeText(old.type).en;
    // An adopted field repeats its type only when the extension checks or widens it.
    if (differs && !old.type.items.some((item) => item.kind === 'defined'))
      conflicts.push(conflict('type_differs', extension, nameOf(one), object.file, one.line));
    return old;
  });
}

function mergeSections(merging: Merging, base: MetadataObject, added: MetadataObject) {
  const nameOf = (one: { name: string }) => partFullName(base.fullName, 'TabularSection', one.name);
  return mergeParts<TabularSection>(
    merging,
    base.tabularSections,
    added.tabularSections,
    nameOf,
    (old, one) => ({ ...old, fields: mergeFields(merging, old.fields, one.fields, nameOf(old)) }),
  );
}

function mergeForm(base: Form, added: Form): Form {
  const known = new Set(base.items.map((item) => item.name.toLowerCase()));
  const byName = <One extends { name: string }>(old: readonly One[], more: readonly One[]) => {
    const names = new Set(old.map((one) => one.name.toLowerCase()));
    return [...old, ...more.filter((one) => !names.has(one.name.toLowerCase()))];
  };
  return {
    ...base,
    items: [...base.items, ...added.items.filter((item) => !known.has(item.name.toLowerCase()))],
    attributes: byName(base.attributes, added.attributes),
    commands: byName(base.commands, added.commands),
    handlers: [...base.handlers, ...added.handlers],
  };
}

/** Simple lists of an extension's object follow those of the base without doubles. */
function mergeReferences(
  base: MetadataObject['references'],
  added: MetadataObject['references'],
): MetadataObject['references'] {
  const keys = new Set([...Object.keys(base), ...Object.keys(added)]);
  return Object.fromEntries(
    [...keys].map((key) => [key, [...new Set([...(base[key] ?? []), ...(added[key] ?? [])])]]),
  );
}

function mergeObject(merging: Merging, base: MetadataObject, added: MetadataObject): MetadataObject {
  const name = (part: PartKind) => (one: { name: string }) => partFullName(base.fullName, part, one.name);
  const keep = <One>(old: One) => old;
  const parts = <One extends Named & Origin>(old: readonly One[], more: readonly One[], part: PartKind) =>
    mergeParts<One>(merging, old, more, name(part), keep);
  return {
    ...base,
    references: mergeReferences(base.references, added.references),
    fields: mergeFields(merging, base.fields, added.fields, base.fullName),
    tabularSections: mergeSections(merging, base, added),
    enumValues: parts(base.enumValues, added.enumValues, 'EnumValue'),
    predefined: [
      ...base.predefined,
      ...added.predefined.filter((item) => !base.predefined.some((old) => old.name === item.name)),
    ],
    forms: mergeParts<Form>(merging, base.forms, added.forms, name('Form'), mergeForm),
    commands: parts(base.commands, added.commands, 'Command'),
    templates: parts(base.templates, added.templates, 'Template'),
    modules: [...base.modules, ...added.modules],
    ...(added.role !== undefined &&
      base.role !== undefined && {
        role: { ...base.role, objects: [...base.role.objects, ...added.role.objects] },
      }),
  };
}

function withOrigin(object: MetadataObject, extension: string): MetadataObject {
  const own = <One extends Origin>(list: readonly One[]) => list.map((one) => ({ ...one, extension }));
  return { ...object, extension, fields: own(object.fields), forms: own(object.forms) };
}

/** Lays extensions over a configuration in their order; what does not fit is named, never lost silently. */
export function mergeExtensions(
  base: RawConfiguration,
  extensions: readonly RawConfiguration[],
): { readonly objects: readonly MetadataObject[]; readonly conflicts: readonly Conflict[] } {
  const objects = new Map(base.objects.map((object) => [object.fullName.en.toLowerCase(), object]));
  const conflicts: Conflict[] = [];
  for (const { info, objects: added } of extensions)
    for (const object of added) {
      const key = object.fullName.en.toLowerCase();
      const old = objects.get(key);
      const merging: Merging = { extension: info, object, conflicts };
      const note = (code: Conflict['code']) =>
        conflicts.push(conflict(code, info, object.fullName, object.file, object.line));
      if (old !== undefined && object.adopted) objects.set(key, mergeObject(merging, old, object));
      else if (old !== undefined) note('name_taken');
      else {
        if (object.adopted) note('no_base_object');
        else objects.set(key, withOrigin(object, info.name));
      }
    }
  return { objects: [...objects.values()], conflicts };
}
