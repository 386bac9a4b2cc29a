import { partRows } from '../model/kinds.tables.ts';
import { isObjectKind, type PartKind, partList } from '../model/kinds.ts';
import { leafTexts, type XmlNode } from '../xml/xml-node.ts';

export type Layout = 'designer' | 'edt';

/** An object or a part of one in either layout: properties and children by name, whatever their case. */
export interface Descriptor {
  readonly layout: Layout;
  readonly tag: string;
  readonly name: string;
  readonly uuid: string;
  /** 0-based line of the name. */
  readonly line: number;
  /** First property of this name. */
  prop(name: string): XmlNode | undefined;
  props(name: string): readonly XmlNode[];
  text(name: string): string;
  flag(name: string): boolean;
  parts(part: PartKind): readonly Descriptor[];
  /** Every property element, in the order of the file. */
  readonly all: readonly XmlNode[];
}

function groupByName(nodes: readonly XmlNode[]): ReadonlyMap<string, readonly XmlNode[]> {
  const groups = new Map<string, XmlNode[]>();
  for (const node of nodes) {
    const key = node.name.toLowerCase();
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [node]);
    else group.push(node);
  }
  return groups;
}

/** In the Designer layout an element holds `Properties` and `ChildObjects`; in EDT both lie side by side. */
export function descriptorOf(node: XmlNode, layout: Layout): Descriptor {
  const inner = (name: string) => node.children.find((one) => one.name === name)?.children ?? [];
  const all = layout === 'designer' ? inner('Properties') : node.children;
  const properties = groupByName(all);
  const children = layout === 'designer' ? groupByName(inner('ChildObjects')) : properties;
  const prop = (name: string) => properties.get(name.toLowerCase())?.[0];
  const nameNode = prop('name');
  return {
    layout,
    tag: node.name,
    // A child named only, with its own file: `<Form>ФормаЭлемента</Form>`.
    name: nameNode?.text ?? node.text,
    uuid: node.attributes.get('uuid') ?? '',
    line: nameNode?.line ?? node.line,
    all,
    prop,
    props: (name) => properties.get(name.toLowerCase()) ?? [],
    text: (name) => prop(name)?.text ?? '',
    flag: (name) => prop(name)?.text === 'true',
    parts: (part) =>
      (children.get(layout === 'designer' ? part.toLowerCase() : partList(part)) ?? []).map((one) =>
        descriptorOf(one, layout),
      ),
  };
}

/** `RootURL` → `rootURL`, `HTTPMethod` → `httpMethod`: the spelling of EDT. */
export function camelCase(name: string): string {
  const capitals = /^\p{Lu}+/u.exec(name)?.[0] ?? '';
  const count = capitals.length > 1 && capitals.length < name.length ? capitals.length - 1 : capitals.length;
  return name.slice(0, count).toLowerCase() + name.slice(count);
}

/** Properties that are one plain text. */
export function plainProperties(descriptor: Descriptor): Readonly<Record<string, string>> {
  const entries: [string, string][] = [];
  for (const node of descriptor.all)
    if (node.children.length === 0 && node.text !== '' && node.name.toLowerCase() !== 'name')
      entries.push([camelCase(node.name), node.text]);
  return Object.fromEntries(entries);
}

const fullName = /^[A-Z][A-Za-z]+(?:\.[\p{L}_][\p{L}\p{N}_]*)+$/u;

const longestName = 1000;

function isFullName(text: string): boolean {
  return text.length <= longestName && fullName.test(text) && isObjectKind(text.slice(0, text.indexOf('.')));
}

/** Properties whose names are types, or parts of the object itself (EDT keeps them side by side). */
const notReferences: ReadonlySet<string> = new Set<string>([
  'type',
  'source',
  'predefined',
  ...partRows.map(([, , list]) => list),
]);

/** Full names inside each property, without doubles: `owners` → [`Catalog.Контрагенты`]. */
export function referencesOf(
  descriptor: Descriptor,
  skip: ReadonlySet<string> = new Set(),
): Readonly<Record<string, readonly string[]>> {
  const found = new Map<string, Set<string>>();
  for (const node of descriptor.all) {
    const key = camelCase(node.name);
    if (skip.has(key) || notReferences.has(key)) continue;
    for (const text of leafTexts(node))
      if (isFullName(text)) {
        const set = found.get(key) ?? new Set();
        set.add(text);
        found.set(key, set);
      }
  }
  return Object.fromEntries([...found].map(([key, set]) => [key, [...set]]));
}

/** `<v8:item><v8:lang/><v8:content/></v8:item>` or `<synonym><key/><value/></synonym>`. */
export function localTexts(nodes: readonly XmlNode[]): Readonly<Record<string, string>> {
  const entries: [string, string][] = [];
  for (const node of nodes)
    for (const item of node.children.some((one) => one.name === 'item') ? node.children : [node]) {
      const part = (...names: string[]) => item.children.find((one) => names.includes(one.name))?.text ?? '';
      const language = part('lang', 'key');
      if (language !== '') entries.push([language, part('content', 'value')]);
    }
  return Object.fromEntries(entries);
}
