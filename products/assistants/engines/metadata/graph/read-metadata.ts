import { mergeExtensions } from '../extend/merge-extension.ts';
import { type Fault, fault } from '../model/fault.ts';
import type { MetadataGraph } from '../model/graph-types.ts';
import { type ConfigurationRoot, findRoots, pathsByRoot } from '../read/layout.ts';
import { type RawConfiguration, readRoot } from '../read/read-configuration.ts';
import { readingOf } from '../read/reading.ts';
import type { FileTree } from '../tree/file-tree.ts';
import type { XmlLimits } from '../xml/parse-xml.ts';
import { buildEdges } from './build-edges.ts';
import type { CodeUse } from './code-use.ts';
import { completeObjects } from './complete-objects.ts';

export interface MetadataOptions {
  /** Names met in code, by the engine that parses it; they become `uses` edges. */
  readonly uses?: readonly CodeUse[];
  readonly xmlLimits?: XmlLimits;
}

export type MetadataResult =
  | { readonly ok: true; readonly graph: MetadataGraph }
  | { readonly ok: false; readonly fault: Fault };

function rootFaults(bases: readonly RawConfiguration[]): readonly Fault[] {
  return bases.slice(1).map((one) => fault('several_configurations', one.info.file, 0, one.info.name));
}

/**
 * Reads a configuration and its extensions from one or more trees into a graph. Extensions (wherever they
 * lie) are laid over the configuration; an extension alone is read as it is. Fails only when there is no
 * configuration at all: a broken file is a fault of the graph, and everything else is read.
 */
export function readMetadata(
  trees: FileTree | readonly FileTree[],
  options: MetadataOptions = {},
): MetadataResult {
  const list: readonly FileTree[] = 'paths' in trees ? [trees] : trees;
  const faults: Fault[] = [];
  const raws = list.flatMap((tree) => {
    const reading = readingOf(tree, options.xmlLimits);
    const roots = findRoots(tree.paths);
    const paths = pathsByRoot(roots, tree.paths);
    const read = roots.map((root: ConfigurationRoot) => readRoot(reading, root, paths.get(root) ?? []));
    faults.push(...reading.faults);
    return read;
  });
  const bases = raws.filter((one) => one.info.extensionPurpose === undefined);
  const base = bases[0] ?? raws[0];
  if (base === undefined) return { ok: false, fault: fault('no_configuration', '') };
  const extensions = raws.filter((one) => one !== base && one.info.extensionPurpose !== undefined);
  const merged = mergeExtensions(base, extensions);
  const objects = completeObjects(merged.objects);
  return {
    ok: true,
    graph: {
      configuration: base.info,
      extensions: extensions.map((one) => one.info),
      objects,
      edges: buildEdges(objects, [base.info, ...extensions.map((one) => one.info)], options.uses ?? []),
      conflicts: merged.conflicts,
      faults: [...faults, ...rootFaults(bases)],
    },
  };
}
