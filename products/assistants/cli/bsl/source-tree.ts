import { readdir, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

export interface SourceEntry {
  readonly file: string;
  /** Relative to the folder that was named, with `/`; for a file named by itself, its name. */
  readonly path: string;
}

const modulePattern = /\.(?:bsl|os)$/i;
const leftOut = new Set(['.git', 'node_modules', '.svn', '.hg']);

/** All modules below a folder, or the one file that was named, in the order of their paths. Links are not followed. */
export async function findSources(target: string): Promise<readonly SourceEntry[]> {
  const facts = await stat(target);
  if (facts.isFile()) return [{ file: target, path: target.split(sep).at(-1) ?? target }];
  const found: SourceEntry[] = [];
  const folders = [target];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    for (const entry of await readdir(folder, { withFileTypes: true })) {
      const file = join(folder, entry.name);
      if (entry.isDirectory() && !leftOut.has(entry.name)) folders.push(file);
      else if (entry.isFile() && modulePattern.test(entry.name))
        found.push({ file, path: relative(target, file).split(sep).join('/') });
    }
  }
  return found.sort((left, right) => (left.path < right.path ? -1 : 1));
}
