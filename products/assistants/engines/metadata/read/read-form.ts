import type { EventHandler, Form, FormAttribute, FormCommand, FormItem } from '../model/graph-types.ts';
import { child, childrenNamed, childText, type XmlNode } from '../xml/xml-node.ts';
import type { Layout } from './descriptor.ts';
import { readType } from './read-type.ts';

/** Elements that hold nothing about data or behaviour; the form of the base inside an extension's form. */
export const formSkip: ReadonlySet<string> = new Set([
  'BaseForm',
  'ExtendedTooltip',
  'extendedTooltip',
  'Title',
  'title',
  'ToolTip',
  'toolTip',
  'ConditionalAppearance',
  'conditionalAppearance',
]);

export type FormContent = Pick<Form, 'items' | 'attributes' | 'commands' | 'handlers'>;

const containers = ['AutoCommandBar', 'ContextMenu', 'autoCommandBar', 'contextMenu'];
const itemsOf = (node: XmlNode, layout: Layout): readonly XmlNode[] =>
  layout === 'edt' ? childrenNamed(node, 'items') : (child(node, 'ChildItems')?.children ?? []);

function handlersOf(node: XmlNode, layout: Layout): readonly EventHandler[] {
  if (layout === 'designer')
    return (child(node, 'Events')?.children ?? []).map((one) => ({
      event: one.attributes.get('name') ?? '',
      method: one.text,
    }));
  return [node, ...childrenNamed(node, 'extInfo')]
    .flatMap((one) => childrenNamed(one, 'handlers'))
    .map((one) => ({ event: childText(one, 'event'), method: childText(one, 'name') }));
}

function typeOfItem(node: XmlNode, layout: Layout): string {
  if (layout === 'designer') return node.name;
  const xsi = (node.attributes.get('xsi:type') ?? '').replace(/^.*:/u, '');
  return childText(node, 'type') || xsi;
}

function dataPathOf(node: XmlNode, layout: Layout): string {
  const path = child(node, 'DataPath');
  if (path === undefined) return '';
  return layout === 'designer'
    ? path.text
    : childrenNamed(path, 'segments')
        .map((one) => one.text)
        .join('.');
}

function readItem(node: XmlNode, layout: Layout): FormItem {
  return {
    name: layout === 'designer' ? (node.attributes.get('name') ?? '') : childText(node, 'name'),
    type: typeOfItem(node, layout),
    dataPath: dataPathOf(node, layout),
    command: childText(node, 'CommandName'),
    handlers: handlersOf(node, layout),
    line: node.line,
  };
}

function collectItems(node: XmlNode, layout: Layout, into: FormItem[]): void {
  for (const item of itemsOf(node, layout)) {
    into.push(readItem(item, layout));
    collectItems(item, layout, into);
  }
  for (const inner of node.children) if (containers.includes(inner.name)) collectItems(inner, layout, into);
}

function readAttribute(node: XmlNode, layout: Layout): FormAttribute {
  const designer = layout === 'designer';
  const name = (one: XmlNode) => (designer ? (one.attributes.get('name') ?? '') : childText(one, 'name'));
  const type = (one: XmlNode) => readType(child(one, designer ? 'Type' : 'valueType'));
  const settings = child(node, designer ? 'Settings' : 'extInfo');
  const columns = designer
    ? (child(node, 'Columns')?.children ?? []).filter((one) => one.name === 'Column')
    : childrenNamed(node, 'columns');
  return {
    name: name(node),
    type: type(node),
    main: childText(node, designer ? 'MainAttribute' : 'main') === 'true',
    mainTable: settings === undefined ? '' : childText(settings, 'MainTable'),
    queryText: settings === undefined ? '' : childText(settings, 'QueryText'),
    columns: columns.map((one) => ({ name: name(one), type: type(one) })),
  };
}

function actionOf(node: XmlNode): string {
  const action = child(node, 'action');
  if (action === undefined) return '';
  const handler = child(action, 'handler');
  return handler === undefined ? action.text : childText(handler, 'name') || handler.text;
}

function readCommands(root: XmlNode, layout: Layout): readonly FormCommand[] {
  return layout === 'designer'
    ? (child(root, 'Commands')?.children ?? []).map((one) => ({
        name: one.attributes.get('name') ?? '',
        action: actionOf(one),
      }))
    : childrenNamed(root, 'formCommands').map((one) => ({
        name: childText(one, 'name'),
        action: actionOf(one),
      }));
}

/** Elements (with those of command bars and context menus), attributes, commands and handlers of a form. */
export function readFormContent(root: XmlNode, layout: Layout): FormContent {
  const items: FormItem[] = [];
  collectItems(root, layout, items);
  const attributes =
    layout === 'designer' ? (child(root, 'Attributes')?.children ?? []) : childrenNamed(root, 'attributes');
  return {
    items,
    attributes: attributes.map((one) => readAttribute(one, layout)),
    commands: readCommands(root, layout),
    handlers: handlersOf(root, layout),
  };
}
