import { readFileSync, statSync } from 'node:fs';
import type { ToolInput } from '#platform/server/modules';
import {
  type CodeUse,
  codeUseOf,
  type FileTree,
  type LocalText,
  type MetadataGraph,
  readMetadata,
  treeFromZip,
} from '#products/assistants/engines/metadata';
import { folderTree } from './folder-tree.ts';

/** What cannot be read is told in one line; the command then exits with 2. */
export class BadInput extends Error {}

export const languageOf = (input: ToolInput): 'ru' | 'en' =>
  input.options['language'] === 'en' ? 'en' : 'ru';

/** Options every command about a configuration has. */
export const commonOptions = [
  { flags: '--format <format>', description: 'text or json', default: 'text' },
  { flags: '--language <language>', description: 'ru or en, for messages', default: 'ru' },
  { flags: '--extensions <paths>', description: 'folders or zips of extensions, separated with commas' },
] as const;

export function openTree(path: string, text: (text: LocalText) => string): FileTree {
  let isFolder: boolean;
  try {
    isFolder = statSync(path).isDirectory();
    if (isFolder) return folderTree(path);
  } catch (error) {
    throw new BadInput(`${path}: ${error instanceof Error ? error.message : 'unreadable'}`);
  }
  const result = treeFromZip(readFileSync(path));
  if (result.ok) return result.tree;
  const { entry, message } = result.refusal;
  throw new BadInput(`${path}: ${text(message)}${entry === '' ? '' : ` (${entry})`}`);
}

export interface Loaded {
  readonly graph: MetadataGraph;
  /** Text of a module, or of any other file of the trees; undefined when it cannot be read. */
  readonly textOf: (path: string) => string | undefined;
}

function textReader(trees: readonly FileTree[]): Loaded['textOf'] {
  const owners = new Map(trees.flatMap((tree) => tree.paths.map((path) => [path, tree] as const)).reverse());
  return (path) => {
    try {
      const tree = owners.get(path);
      return tree === undefined ? undefined : new TextDecoder().decode(tree.read(path));
    } catch {
      return undefined;
    }
  };
}

function usesIn(trees: readonly FileTree[]): readonly CodeUse[] {
  return trees.flatMap((tree) =>
    tree.paths
      .filter((path) => path.endsWith('.bsl'))
      .flatMap((path) => {
        try {
          return [codeUseOf(path, new TextDecoder().decode(tree.read(path)))];
        } catch {
          return [];
        }
      }),
  );
}

/** Reads a configuration (a folder or a zip) with the extensions given; faults go to standard error. */
export function load(path: string, input: ToolInput, options: { readonly code: boolean }): Loaded {
  const language = languageOf(input);
  const text = (one: LocalText) => one[language];
  const more = String(input.options['extensions'] ?? '')
    .split(',')
    .filter((one) => one !== '');
  const trees = [path, ...more].map((one) => openTree(one, text));
  const result = readMetadata(trees, { uses: options.code ? usesIn(trees) : [] });
  if (!result.ok) throw new BadInput(`${path}: ${text(result.fault.message)}`);
  const { graph } = result;
  const [first] = graph.faults;
  if (first !== undefined && graph.objects.length === 0)
    throw new BadInput(`${first.file}:${first.line + 1}: ${text(first.message)}`);
  const shown = 20;
  for (const one of graph.faults.slice(0, shown))
    input.warn(`${one.file}:${one.line + 1}: ${text(one.message)}`);
  if (graph.faults.length > shown) input.warn(`… ${graph.faults.length - shown}`);
  return { graph, textOf: textReader(trees) };
}

/** Runs a command's body; bad input is told and answered with 2. */
export async function guarded(input: ToolInput, body: () => number): Promise<number> {
  try {
    return body();
  } catch (error) {
    if (!(error instanceof BadInput)) throw error;
    input.warn(error.message);
    return 2;
  }
}

export const asJson = (input: ToolInput): boolean => input.options['format'] === 'json';
