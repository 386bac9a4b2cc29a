/** An element as the readers need it: no order of attributes, no mixed content. */
export interface XmlNode {
  /** Local name, without a prefix. */
  readonly name: string;
  readonly uri: string;
  /** Trimmed text; empty when there are child elements. */
  readonly text: string;
  readonly children: readonly XmlNode[];
  /** 0-based. */
  readonly line: number;
  /** By local name; `xsi:type` keeps its prefix. */
  readonly attributes: ReadonlyMap<string, string>;
  /** Prefixes in scope, for names inside texts (`cfg:CatalogRef.Валюты`). */
  readonly namespaces: Readonly<Record<string, string>>;
}

export function child(node: XmlNode, name: string): XmlNode | undefined {
  const wanted = name.toLowerCase();
  return node.children.find((one) => one.name.toLowerCase() === wanted);
}

export function childrenNamed(node: XmlNode, name: string): readonly XmlNode[] {
  const wanted = name.toLowerCase();
  return node.children.filter((one) => one.name.toLowerCase() === wanted);
}

export const childText = (node: XmlNode, name: string): string => child(node, name)?.text ?? '';

/** Texts of all elements without children below (and including) a node, in document order. */
export function leafTexts(node: XmlNode): readonly string[] {
  if (node.children.length === 0) return node.text === '' ? [] : [node.text];
  return node.children.flatMap(leafTexts);
}

/** A qualified name inside a text: its namespace (empty when the prefix is unknown) and local part. */
export function qualifiedText(node: XmlNode): { readonly uri: string; readonly local: string } {
  const colon = node.text.indexOf(':');
  if (colon < 0) return { uri: '', local: node.text };
  const prefix = node.text.slice(0, colon);
  return { uri: node.namespaces[prefix] ?? '', local: node.text.slice(colon + 1) };
}
