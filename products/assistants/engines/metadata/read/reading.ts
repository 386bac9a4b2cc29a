import { type Fault, fault } from '../model/fault.ts';
import type { FileTree } from '../tree/file-tree.ts';
import { defaultXmlLimits, parseXml, type XmlLimits } from '../xml/parse-xml.ts';
import type { XmlNode } from '../xml/xml-node.ts';

/** Files of one tree, with the faults met so far. */
export interface Reading {
  readonly paths: ReadonlySet<string>;
  readonly faults: Fault[];
  /** The root element; undefined when the file is not there or broken (then a fault is noted). */
  xml(path: string, skip?: ReadonlySet<string>): XmlNode | undefined;
  startsWith(path: string, prefix: readonly number[]): boolean;
}

export function readingOf(tree: FileTree, limits: XmlLimits = defaultXmlLimits): Reading {
  const paths = new Set(tree.paths);
  const faults: Fault[] = [];
  return {
    paths,
    faults,
    xml(path, skip) {
      if (!paths.has(path)) return undefined;
      let bytes: Uint8Array;
      try {
        bytes = tree.read(path);
      } catch (error) {
        faults.push(fault('unreadable', path, 0, error instanceof Error ? error.message : ''));
        return undefined;
      }
      const result = parseXml(bytes, limits, skip);
      if (result.ok) return result.root;
      faults.push(fault(result.code, path, result.line, result.detail));
      return undefined;
    },
    startsWith(path, prefix) {
      try {
        const bytes = tree.head?.(path, prefix.length) ?? tree.read(path);
        return prefix.every((byte, index) => bytes[index] === byte);
      } catch {
        return false;
      }
    },
  };
}
