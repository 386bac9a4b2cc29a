import type { PredefinedItem } from '../model/graph-types.ts';
import { child, childText, leafTexts, type XmlNode } from '../xml/xml-node.ts';

function readItem(node: XmlNode, parent: string | undefined): PredefinedItem {
  const code = child(node, 'Code');
  return {
    name: childText(node, 'Name'),
    code: code === undefined ? '' : (leafTexts(code)[0] ?? ''),
    description: childText(node, 'Description'),
    isFolder: childText(node, 'IsFolder') === 'true',
    ...(parent !== undefined && { parent }),
  };
}

const lists: ReadonlySet<string> = new Set(['Item', 'items', 'content', 'item']);

function collect(node: XmlNode, parent: string | undefined, into: PredefinedItem[]): void {
  for (const one of node.children) {
    if (one.name === 'ChildItems' || one.name === 'childItems') collect(one, parent, into);
    if (!lists.has(one.name) || childText(one, 'Name') === '') continue;
    const item = readItem(one, parent);
    into.push(item);
    collect(one, item.name, into);
  }
}

/** Items of `Ext/Predefined.xml` (Designer) or of the `predefined` property (EDT), outer before inner. */
export function readPredefined(root: XmlNode): readonly PredefinedItem[] {
  const items: PredefinedItem[] = [];
  collect(root, undefined, items);
  return items;
}
