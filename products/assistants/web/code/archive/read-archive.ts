import { strToU8, zipSync } from 'fflate';
import { defaultZipLimits, type FileTree, treeFromZip } from '#products/assistants/engines/metadata';

const configurationName = '.bsl-language-server.json';

/** The files of a zip as the server sees them; null for what it would refuse. */
export async function readArchive(file: Blob): Promise<FileTree | null> {
  const read = treeFromZip(new Uint8Array(await file.arrayBuffer()), {
    ...defaultZipLimits,
    fileBytes: 16 * 1_024 * 1_024,
  });
  return read.ok ? read.tree : null;
}

/** The settings file inside an archive: the one nearest to its root. */
export function configurationIn(tree: FileTree): string {
  const path = tree.paths
    .filter((each) => each === configurationName || each.endsWith(`/${configurationName}`))
    .sort((one, other) => one.length - other.length)[0];
  return path === undefined ? '' : new TextDecoder().decode(tree.read(path));
}

/** A zip of texts by path. */
export function zipOf(contents: ReadonlyMap<string, string>): Blob {
  const bytes = zipSync(Object.fromEntries([...contents].map(([path, text]) => [path, strToU8(text)])));
  return new Blob([new Uint8Array(bytes)], { type: 'application/zip' });
}
