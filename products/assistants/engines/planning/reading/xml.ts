import sax from 'sax';
import { done, failed, fault, type Result } from '../fault.ts';

/** An element of a parsed document. */
export interface Element {
  readonly name: string;
  readonly children: Element[];
  text: string;
}

const mostElements = 2_000_000;
const mostDepth = 100;

/** The first child of a name. */
export function child(element: Element | undefined, name: string): Element | undefined {
  return element?.children.find((each) => each.name === name);
}

export function childrenOf(element: Element | undefined, name: string): readonly Element[] {
  return element?.children.filter((each) => each.name === name) ?? [];
}

/** The trimmed text of a child; an empty one when there is none. */
export function textOf(element: Element | undefined, name: string): string {
  return child(element, name)?.text.trim() ?? '';
}

/** Reads XML without document types, entities of its own, or anything fetched. */
export function parseXml(text: string): Result<Element> {
  const root: Element = { name: '', children: [], text: '' };
  const open: Element[] = [root];
  let wrong: string | undefined;
  let count = 0;
  const xml = sax.parser(true, { xmlns: false });
  xml.onerror = () => {
    wrong ??= 'bad_xml';
  };
  xml.ondoctype = () => {
    wrong ??= 'doctype';
  };
  xml.onopentag = ({ name }) => {
    count += 1;
    if (count > mostElements || open.length > mostDepth) wrong ??= 'too_large';
    if (wrong !== undefined) return;
    const element: Element = { name: name.replace(/^.*:/, ''), children: [], text: '' };
    open.at(-1)?.children.push(element);
    open.push(element);
  };
  xml.onclosetag = () => {
    if (wrong === undefined) open.pop();
  };
  const add = (part: string): void => {
    const last = open.at(-1);
    if (wrong === undefined && last !== undefined) last.text += part;
  };
  xml.ontext = add;
  xml.oncdata = add;
  const step = 65_536;
  try {
    for (let at = 0; at < text.length && wrong === undefined; at += step)
      xml.write(text.slice(at, at + step));
    if (wrong === undefined) xml.close();
  } catch {
    wrong ??= 'bad_xml';
  }
  const [top] = root.children;
  if (wrong === 'doctype') {
    return failed(fault('doctype', '/', 'XML с DOCTYPE не принимается.', 'XML with a DOCTYPE is refused.'));
  }
  if (wrong === 'too_large') {
    return failed(fault('too_large', '/', 'Файл слишком велик.', 'The file is too large.'));
  }
  if (wrong !== undefined || top === undefined) {
    return failed(fault('bad_xml', '/', 'Файл не читается как XML.', 'The file is not well-formed XML.'));
  }
  return done(top);
}
