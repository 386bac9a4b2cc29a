import { type Fault, fault } from '../model/fault.ts';
import type { ConfigurationInfo, MetadataObject, Module } from '../model/graph-types.ts';
import { fullNameOf, isObjectKind, kinds } from '../model/kinds.ts';
import { leafTexts, type XmlNode } from '../xml/xml-node.ts';
import { type Descriptor, descriptorOf, localTexts, plainProperties } from './descriptor.ts';
import { type ConfigurationRoot, type ObjectFile, objectFiles } from './layout.ts';
import { readModules } from './read-modules.ts';
import { commandInterfaceAt, objectElement, objectOf, readObject } from './read-object.ts';
import type { Reading } from './reading.ts';

/** A configuration or an extension as its files say, before standard fields and merging. */
export interface RawConfiguration {
  readonly info: ConfigurationInfo;
  readonly objects: readonly MetadataObject[];
}

const configurationSkip: ReadonlySet<string> = new Set([
  'InternalInfo',
  'containedObjects',
  'usedMobileApplicationFunctionalities',
  'UsedMobileApplicationFunctionalities',
]);

/** `Version8_3_24` → `8.3.24`; EDT already writes dots. */
const modeText = (text: string) => text.replace(/^Version/u, '').replaceAll('_', '.');

function infoOf(root: ConfigurationRoot, d: Descriptor | undefined, modules: readonly Module[]) {
  const text = (name: string) => d?.text(name) ?? '';
  const purpose = text('ConfigurationExtensionPurpose');
  const prefix = text('NamePrefix');
  const info: ConfigurationInfo = {
    name: d?.name ?? '',
    synonym: d === undefined ? {} : localTexts(d.props('Synonym')),
    version: text('Version'),
    vendor: text('Vendor'),
    layout: root.layout,
    root: root.folder,
    file: root.file,
    scriptVariant: text('ScriptVariant') === 'English' ? 'English' : 'Russian',
    compatibilityMode: modeText(text('CompatibilityMode') || text('ConfigurationExtensionCompatibilityMode')),
    defaultLanguage: text('DefaultLanguage').replace(/^Language\./u, ''),
    ...((purpose !== '' || text('ObjectBelonging') === 'Adopted') && {
      extensionPurpose: purpose === '' ? 'Customization' : purpose,
    }),
    ...(prefix !== '' && { namePrefix: prefix }),
    properties: d === undefined ? {} : plainProperties(d),
    modules,
    commandInterface: [],
  };
  return info;
}

/** Full names the configuration lists as its own. */
function listedNames(element: XmlNode, root: ConfigurationRoot): ReadonlySet<string> {
  const names = new Set<string>();
  if (root.layout === 'edt') {
    for (const node of element.children)
      for (const text of node.children.length === 0 ? leafTexts(node) : [])
        if (isObjectKind(text.split('.')[0] ?? '') && kindOfList(node.name, text)) names.add(text);
    return names;
  }
  const children = element.children.find((node) => node.name === 'ChildObjects')?.children ?? [];
  for (const node of children) if (isObjectKind(node.name)) names.add(fullNameOf(node.name, node.text).en);
  return names;
}

/** EDT lists objects under the plural of their kind; other properties mention names too. */
function kindOfList(list: string, text: string): boolean {
  const kind = kinds.find((one) => one.folder.toLowerCase() === list.toLowerCase());
  return kind !== undefined && text.startsWith(`${kind.kind}.`);
}

/** EDT keeps languages inside the configuration's own file. */
function languagesInside(reading: Reading, root: ConfigurationRoot, element: XmlNode): MetadataObject[] {
  if (root.layout !== 'edt') return [];
  return element.children
    .filter((node) => node.name === 'languages' && node.children.length > 0)
    .flatMap((node) => {
      const file: ObjectFile = {
        kind: 'Language',
        path: root.file,
        folder: root.folder,
        outer: [],
        name: '',
      };
      return objectOf({ reading, layout: 'edt', file }, node, []) ?? [];
    });
}

const order = new Map<string, number>(kinds.map((names, index) => [names.kind, index]));
const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

function compareObjects(a: MetadataObject, b: MetadataObject): number {
  return (order.get(a.kind) ?? 0) - (order.get(b.kind) ?? 0) || byText(a.fullName.en, b.fullName.en);
}

function listingFaults(
  file: string,
  listed: ReadonlySet<string>,
  objects: readonly MetadataObject[],
  files: readonly ObjectFile[],
): readonly Fault[] {
  const there = new Set(files.map((one) => `${one.kind}.${one.name}`));
  for (const object of objects) there.add(object.fullName.en);
  const missing = [...listed].filter((name) => !there.has(name));
  const extra = objects.filter(
    (one) => one.file !== file && one.fullName.en.split('.').length === 2 && !listed.has(one.fullName.en),
  );
  return [
    ...missing.map((name) => fault('missing_file', file, 0, name)),
    ...extra.map((one) => fault('not_listed', one.file, one.line, one.fullName.en)),
  ];
}

/** Reads everything under a root; what is broken becomes a fault of `reading`. */
export function readRoot(
  reading: Reading,
  root: ConfigurationRoot,
  paths: readonly string[],
): RawConfiguration {
  const xml = reading.xml(root.file, configurationSkip);
  const element = xml === undefined ? undefined : objectElement(xml, root.layout);
  if (xml !== undefined && element?.name !== 'Configuration')
    reading.faults.push(fault('wrong_root', root.file, xml.line, element?.name ?? xml.name));
  const configuration = element?.name === 'Configuration' ? element : undefined;
  const modules = readModules(reading, root, paths);
  const descriptor = configuration && descriptorOf(configuration, root.layout);
  const files = objectFiles(root, paths);
  const objects = new Map<string, MetadataObject>();
  const found = [
    ...(configuration === undefined ? [] : languagesInside(reading, root, configuration)),
    ...files.flatMap((file) => readObject(reading, root.layout, file, modules) ?? []),
  ];
  for (const object of found) {
    const key = object.fullName.en.toLowerCase();
    if (objects.has(key))
      reading.faults.push(fault('duplicate_object', object.file, object.line, object.fullName.en));
    else objects.set(key, object);
  }
  const sorted = [...objects.values()].sort(compareObjects);
  if (configuration !== undefined)
    reading.faults.push(...listingFaults(root.file, listedNames(configuration, root), sorted, files));
  const folder = root.layout === 'edt' ? `${root.folder}Configuration/` : root.folder;
  const info = infoOf(root, descriptor, modules.get('Configuration') ?? []);
  return {
    info: { ...info, commandInterface: commandInterfaceAt(reading, root.layout, folder) },
    objects: sorted,
  };
}
