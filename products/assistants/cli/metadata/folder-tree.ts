import { closeSync, openSync, readdirSync, readFileSync, readSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { FileTree } from '#products/assistants/engines/metadata';

const most = 1_000_000;

/** More files than any export has: probably not the folder that was meant. */
export class TooManyFiles extends Error {}

function walk(root: string, folder: string, into: string[]): void {
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    if (entry.name === '.git' || entry.name === 'node_modules') continue;
    const path = folder === '' ? entry.name : `${folder}${sep}${entry.name}`;
    // Links are not followed: an export has none, and they may go round.
    if (entry.isDirectory()) walk(root, path, into);
    else if (entry.isFile()) into.push(path);
    if (into.length > most) throw new TooManyFiles(`more than ${most} files in ${root}`);
  }
}

/** A folder on disk as the engine's tree; files are read when asked for. */
export function folderTree(root: string): FileTree {
  const paths: string[] = [];
  walk(root, '', paths);
  return {
    paths: paths.map((path) => path.replaceAll(sep, '/')),
    read: (path) => readFileSync(join(root, path)),
    head(path, count) {
      const file = openSync(join(root, path), 'r');
      try {
        const buffer = new Uint8Array(count);
        return buffer.subarray(0, readSync(file, buffer, 0, count, 0));
      } finally {
        closeSync(file);
      }
    },
  };
}
