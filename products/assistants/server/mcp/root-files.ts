import { open, readdir, realpath } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import { Refusal } from '#base/refusal';
import { readDocument } from '#products/assistants/engines/documents';
import { decodeModule } from '../engines/tasks/decode-module.ts';
import type { AttachedFile } from '../tools/tool.ts';

/** Files below one folder, to be read only. Nothing outside it is reached, by links neither. */
export interface RootFiles {
  /**
   * @throws Refusal `not_found` `assistants.file_not_attached` (no such file below the folder), `invalid`
   *   `assistants.document_refused` (too large, or no text).
   */
  read(path: string): Promise<AttachedFile>;
  /** Paths with `/`, in their order, at most `most`; hidden folders are left out. */
  list(
    pattern: RegExp,
    most: number,
  ): Promise<{ readonly paths: readonly string[]; readonly isCut: boolean }>;
}

const largest = 20 * 1_024 * 1_024;
const documents = /\.(?:docx|pdf|xlsx)$/i;
const leftOut = new Set(['node_modules']);
/** Folders and files looked at: a guard against serving the root of a disk. */
const mostLooked = 200_000;

function missing(path: string): Refusal {
  return new Refusal(
    'not_found',
    'assistants.file_not_attached',
    `There is no file ${path.slice(0, 200)} in the served folder.`,
  );
}

function refused(path: string, reason: string): Refusal {
  return new Refusal('invalid', 'assistants.document_refused', `${path.slice(0, 200)}: ${reason}`);
}

async function textOf(path: string, bytes: Uint8Array): Promise<string> {
  if (documents.test(path)) {
    const read = await readDocument(bytes, path);
    if (!read.ok) throw refused(path, read.message.en);
    return read.document.blocks.map(({ text }) => text).join('\n');
  }
  try {
    return decodeModule(bytes);
  } catch (error) {
    throw refused(path, error instanceof Error ? error.message : 'cannot be read');
  }
}

/** @throws Error when the folder is not there. */
export async function openRoot(folder: string): Promise<RootFiles> {
  const root = await realpath(resolve(folder));
  const isInside = (file: string): boolean =>
    file === root || file.startsWith(root.endsWith(sep) ? root : `${root}${sep}`);
  const nameOf = (file: string): string => relative(root, file).split(sep).join('/');

  return {
    async read(path) {
      if (path.includes('\0')) throw missing(path);
      const asked = resolve(root, path);
      if (!isInside(asked)) throw missing(path);
      const real = await realpath(asked).catch(() => undefined);
      if (real === undefined || !isInside(real)) throw missing(path);
      // The file that was opened is the one that is judged, whatever happens to the name meanwhile.
      const handle = await open(real, 'r').catch(() => undefined);
      if (handle === undefined) throw missing(path);
      try {
        const facts = await handle.stat();
        if (!facts.isFile()) throw missing(path);
        if (facts.size > largest) throw refused(path, 'larger than 20 MiB');
        const bytes = new Uint8Array(await handle.readFile());
        const name = nameOf(asked);
        return { id: name, name, bytes, text: await textOf(name, bytes) };
      } finally {
        await handle.close();
      }
    },

    async list(pattern, most) {
      const paths: string[] = [];
      const folders = [root];
      let looked = 0;
      for (let at = folders.pop(); at !== undefined && looked < mostLooked; at = folders.pop()) {
        const entries = await readdir(at, { withFileTypes: true }).catch(() => []);
        looked += entries.length;
        for (const entry of entries) {
          const file = join(at, entry.name);
          if (entry.isDirectory() && !entry.name.startsWith('.') && !leftOut.has(entry.name))
            folders.push(file);
          else if (entry.isFile() && pattern.test(entry.name)) paths.push(nameOf(file));
        }
      }
      paths.sort();
      return { paths: paths.slice(0, most), isCut: paths.length > most || looked >= mostLooked };
    },
  };
}
