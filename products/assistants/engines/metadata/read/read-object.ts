import { fault } from '../model/fault.ts';
import type {
  Form,
  InterfaceCommand,
  MetadataObject,
  Module,
  Named,
  PredefinedItem,
} from '../model/graph-types.ts';
import { fullNameOf, kindNames, type LocalText } from '../model/kinds.ts';
import type { XmlNode } from '../xml/xml-node.ts';
import {
  type Descriptor,
  descriptorOf,
  type Layout,
  localTexts,
  plainProperties,
  referencesOf,
} from './descriptor.ts';
import type { ObjectFile } from './layout.ts';
import { named, readCommandInterface, readDetails } from './read-details.ts';
import { originOf, readFields, readTabularSections } from './read-fields.ts';
import { formSkip, readFormContent } from './read-form.ts';
import { readPredefined } from './read-predefined.ts';
import { readRights } from './read-rights.ts';
import type { Reading } from './reading.ts';

/** Parts of a description that tell nothing about the configuration's meaning and are long. */
const objectSkip: ReadonlySet<string> = new Set([
  'InternalInfo',
  'producedTypes',
  'StandardAttributes',
  'standardAttributes',
  'StandardTabularSections',
  'ChoiceParameters',
  'choiceParameters',
  'ChoiceParameterLinks',
  'choiceParameterLinks',
]);

/** The element of the object itself: inside `MetaDataObject`, or the root of an EDT file. */
export function objectElement(root: XmlNode, layout: Layout): XmlNode | undefined {
  return layout === 'edt' ? root : root.name === 'MetaDataObject' ? root.children[0] : undefined;
}

interface Place {
  readonly reading: Reading;
  readonly layout: Layout;
  readonly file: ObjectFile;
}

const noForm = { items: [], attributes: [], commands: [], handlers: [] };

/** In the Designer layout an object only names its forms and templates; each has a file of its own. */
function ownDescriptor({ reading, layout, file }: Place, folder: string, listed: Descriptor): Descriptor {
  if (layout === 'edt') return listed;
  const root = reading.xml(`${file.folder}${folder}/${listed.name}.xml`, objectSkip);
  const element = root && objectElement(root, layout);
  return element === undefined ? listed : descriptorOf(element, layout);
}

function readForm(place: Place, listed: Descriptor): Form {
  const { reading, layout, file } = place;
  const own = file.kind === 'CommonForm';
  const folder = own ? file.folder : `${file.folder}Forms/${listed.name}/`;
  const path = layout === 'edt' ? `${folder}Form.form` : `${folder}Ext/Form.xml`;
  const descriptor = own ? listed : ownDescriptor(place, 'Forms', listed);
  const root = reading.xml(path, formSkip);
  return {
    ...named(descriptor),
    ...originOf(descriptor),
    formType: descriptor.text('FormType') || 'Managed',
    file: reading.paths.has(path) ? path : '',
    ...(root === undefined ? noForm : readFormContent(root, layout)),
  };
}

function predefinedOf({ reading, layout, file }: Place, descriptor: Descriptor): readonly PredefinedItem[] {
  const inside = descriptor.prop('predefined');
  if (layout === 'edt') return inside === undefined ? [] : readPredefined(inside);
  const root = reading.xml(`${file.folder}Ext/Predefined.xml`);
  return root === undefined ? [] : readPredefined(root);
}

function roleOf({ reading, layout, file }: Place): Pick<MetadataObject, 'role'> {
  if (file.kind !== 'Role') return {};
  const path = `${file.folder}${layout === 'edt' ? 'Rights.rights' : 'Ext/Rights.xml'}`;
  const root = reading.xml(path);
  return root === undefined ? {} : { role: readRights(root, path) };
}

export function commandInterfaceAt(
  reading: Reading,
  layout: Layout,
  folder: string,
): readonly InterfaceCommand[] {
  const path = layout === 'edt' ? `${folder}CommandInterface.cmi` : `${folder}Ext/CommandInterface.xml`;
  const root = reading.xml(path);
  return root === undefined ? [] : readCommandInterface(root);
}

/** In the Designer layout the content of an exchange plan has its own file. */
function planContent({ reading, layout, file }: Place): Readonly<Record<string, readonly string[]>> {
  if (file.kind !== 'ExchangePlan' || layout === 'edt') return {};
  const root = reading.xml(`${file.folder}Ext/Content.xml`);
  const objects = (root?.children ?? []).flatMap((item) =>
    item.children.filter((one) => one.name === 'Metadata').map((one) => one.text),
  );
  return objects.length === 0 ? {} : { content: objects };
}

function nameIn(file: ObjectFile, name: string): LocalText {
  const own = fullNameOf(file.kind, name);
  const outer = (word: string) => file.outer.map((one) => `${word}.${one}.`).join('');
  return { en: outer(file.kind) + own.en, ru: outer(kindNames(file.kind).ru) + own.ru };
}

function formsOf(place: Place, descriptor: Descriptor): readonly Form[] {
  if (place.file.kind === 'CommonForm') return [readForm(place, descriptor)];
  return descriptor
    .parts('Form')
    .filter((form) => form.name !== '')
    .map((form) => readForm(place, form));
}

const namedParts = (descriptor: Descriptor, part: 'EnumValue' | 'Command'): readonly Named[] =>
  descriptor
    .parts(part)
    .filter((one) => one.name !== '')
    .map((one) => ({ ...named(one), ...originOf(one) }));

/** Builds an object of its element; standard fields come later, when the whole configuration is known. */
export function objectOf(
  place: Place,
  element: XmlNode,
  modules: readonly Module[],
): MetadataObject | undefined {
  const { file, reading, layout } = place;
  const descriptor = descriptorOf(element, layout);
  if (descriptor.name === '') {
    reading.faults.push(fault('no_name', file.path, descriptor.line));
    return undefined;
  }
  const commands = file.kind === 'Subsystem' ? commandInterfaceAt(reading, layout, file.folder) : [];
  return {
    ...originOf(descriptor),
    kind: file.kind,
    name: descriptor.name,
    fullName: nameIn(file, descriptor.name),
    uuid: descriptor.uuid,
    synonym: localTexts(descriptor.props('Synonym')),
    comment: descriptor.text('Comment'),
    file: file.path,
    line: descriptor.line,
    properties: plainProperties(descriptor),
    references: { ...referencesOf(descriptor), ...planContent(place) },
    fields: readFields(descriptor),
    tabularSections: readTabularSections(descriptor),
    enumValues: namedParts(descriptor, 'EnumValue'),
    predefined: predefinedOf(place, descriptor),
    forms: formsOf(place, descriptor),
    commands: namedParts(descriptor, 'Command'),
    templates: descriptor
      .parts('Template')
      .filter((one) => one.name !== '')
      .map((one) => ownDescriptor(place, 'Templates', one))
      .map((one) => ({ ...named(one), ...originOf(one) })),
    modules,
    ...readDetails(descriptor),
    ...roleOf(place),
    ...(commands.length > 0 && { commandInterface: commands }),
  };
}

/** Reads an object with all its files; undefined (and a fault) when its description is broken. */
export function readObject(
  reading: Reading,
  layout: Layout,
  file: ObjectFile,
  modules: ReadonlyMap<string, readonly Module[]>,
): MetadataObject | undefined {
  const root = reading.xml(file.path, objectSkip);
  if (root === undefined) return undefined;
  const element = objectElement(root, layout);
  if (element?.name !== file.kind) {
    reading.faults.push(fault('wrong_root', file.path, root.line, element?.name ?? root.name));
    return undefined;
  }
  return objectOf({ reading, layout, file }, element, modules.get(`${file.kind}.${file.name}`) ?? []);
}
