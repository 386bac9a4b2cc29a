import sax, { type QualifiedTag } from 'sax';
import type { FaultCode } from '../model/fault.ts';
import type { XmlNode } from './xml-node.ts';

export interface XmlLimits {
  readonly bytes: number;
  readonly depth: number;
  readonly elements: number;
}

export const defaultXmlLimits: XmlLimits = { bytes: 64 * 1024 * 1024, depth: 200, elements: 2_000_000 };

export type XmlResult =
  | { readonly ok: true; readonly root: XmlNode }
  | { readonly ok: false; readonly code: FaultCode; readonly line: number; readonly detail: string };

class Stop extends Error {
  readonly code: FaultCode;
  constructor(code: FaultCode, detail = '') {
    super(detail);
    this.code = code;
  }
}

type Building = { -readonly [Key in keyof XmlNode]: XmlNode[Key] } & { children: XmlNode[] };

const noAttributes: ReadonlyMap<string, string> = new Map();
const ours = /^(?:$|http:\/\/v8\.1c\.ru\/|http:\/\/g5\.1c\.ru\/)/u;
const schemaInstance = 'http://www.w3.org/2001/XMLSchema-instance';

function attributesOf(tag: QualifiedTag): ReadonlyMap<string, string> {
  let result: Map<string, string> | undefined;
  for (const attribute of Object.values(tag.attributes)) {
    if (attribute.prefix === 'xmlns' || attribute.name === 'xmlns') continue;
    result ??= new Map();
    result.set(
      attribute.uri === schemaInstance ? `xsi:${attribute.local}` : attribute.local,
      attribute.value,
    );
  }
  return result ?? noAttributes;
}

/** A tree of the elements in 1C namespaces (and in none); elements in `skip` and foreign ones are left out. */
function build(text: string, limits: XmlLimits, skip: ReadonlySet<string>): XmlNode {
  const parser = sax.parser(true, { xmlns: true, position: true });
  const open: Building[] = [];
  let root: Building | undefined;
  let elements = 0;
  let skipped = 0;
  let depth = 0;
  parser.ondoctype = () => {
    throw new Stop('doctype_refused');
  };
  parser.onerror = (error) => {
    throw new Stop('broken_xml', error.message.split('\n')[0]);
  };
  parser.onopentag = (opened) => {
    const tag = opened as QualifiedTag;
    elements += 1;
    depth += 1;
    if (elements > limits.elements) throw new Stop('too_many_elements');
    if (depth > limits.depth) throw new Stop('too_deep');
    if (skipped > 0 || (open.length > 0 && (skip.has(tag.local) || !ours.test(tag.uri)))) {
      skipped += 1;
      return;
    }
    const node: Building = {
      name: tag.local,
      uri: tag.uri,
      text: '',
      children: [],
      line: parser.line,
      attributes: attributesOf(tag),
      namespaces: tag.ns,
    };
    open.at(-1)?.children.push(node);
    root ??= node;
    open.push(node);
  };
  const onText = (chunk: string) => {
    const node = open.at(-1);
    if (skipped === 0 && node !== undefined && node.children.length === 0) node.text += chunk;
  };
  parser.ontext = onText;
  parser.oncdata = onText;
  parser.onclosetag = () => {
    depth -= 1;
    if (skipped > 0) {
      skipped -= 1;
      return;
    }
    const node = open.pop();
    if (node !== undefined) node.text = node.children.length > 0 ? '' : node.text.trim();
  };
  try {
    parser.write(text).close();
  } catch (error) {
    throw Object.assign(error as Error, { line: parser.line });
  }
  if (root === undefined) throw Object.assign(new Stop('broken_xml', 'no root element'), { line: 0 });
  return root;
}

/** Parses UTF-8 bytes; never throws. */
export function parseXml(
  bytes: Uint8Array,
  limits: XmlLimits = defaultXmlLimits,
  skip: ReadonlySet<string> = new Set(),
): XmlResult {
  if (bytes.length > limits.bytes) return { ok: false, code: 'too_big', line: 0, detail: '' };
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return { ok: false, code: 'not_text', line: 0, detail: '' };
  }
  try {
    return { ok: true, root: build(text, limits, skip) };
  } catch (error) {
    const line = error instanceof Error && 'line' in error ? Number(error.line) : 0;
    const code = error instanceof Stop ? error.code : 'broken_xml';
    return { ok: false, code, line, detail: error instanceof Error ? error.message : '' };
  }
}
