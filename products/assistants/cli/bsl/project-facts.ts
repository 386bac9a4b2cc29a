import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { ObjectParameters } from '#products/assistants/engines/diagnostics';
import { factsOf, type ProjectFacts } from '#products/assistants/engines/grounding';
import { readMetadata } from '#products/assistants/engines/metadata';
import { folderTree } from '../metadata/folder-tree.ts';

/** Where the two layouts keep the description of the configuration itself. */
const descriptions = [
  'Configuration.xml',
  'src/Configuration/Configuration.mdo',
  'Configuration/Configuration.mdo',
  'src/Configuration.xml',
];

/** Reads what is known of the configuration in a folder; undefined when the folder holds none, or a broken one. */
export function readProjectFacts(folder: string, parameters: ObjectParameters): ProjectFacts | undefined {
  if (!descriptions.some((file) => existsSync(join(folder, file)))) return undefined;
  const tree = folderTree(folder);
  const read = readMetadata(tree);
  if (!read.ok) return undefined;
  const textOf = (path: string): string | undefined => {
    try {
      return new TextDecoder().decode(tree.read(path));
    } catch {
      return undefined;
    }
  };
  return factsOf(read.graph, textOf, parameters);
}
