import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { zipSync } from 'fflate';

const here = fileURLToPath(new URL('.', import.meta.url));
const knowledge = fileURLToPath(new URL('../knowledge/evaluation/sample/', import.meta.url));

async function filesBelow(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .sort();
}

/** The configuration of a small warehouse, packed as its people would upload it. */
export async function demoConfiguration(): Promise<Uint8Array> {
  const root = join(here, 'configuration');
  const paths = await filesBelow(root);
  const packed = await Promise.all(
    paths.map(
      async (path): Promise<[string, Uint8Array]> => [
        relative(root, path).split(sep).join('/'),
        await readFile(path),
      ],
    ),
  );
  return zipSync(Object.fromEntries(packed));
}

export interface DemoDocument {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Rules, instructions and modules that a team would keep. */
export async function demoDocuments(): Promise<readonly DemoDocument[]> {
  const names = (await readdir(knowledge)).filter((name) => !name.endsWith('.jsonl')).sort();
  return Promise.all(names.map(async (name) => ({ name, bytes: await readFile(join(knowledge, name)) })));
}
