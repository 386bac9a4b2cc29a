import { readdir, rm } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { removeAbandoned, writeAtomically } from './atomic-write.ts';
import { headLine, isMissing, parseHead, readHead, withFile } from './disk-file.ts';
import { checkContentType, checkKey, checkPrefix } from './keys.rules.ts';
import { openPart } from './open-part.ts';
import type { Storage, StoredObject } from './types.ts';

// No key contains `~`, so `a` and `a/b` can both exist and nothing collides with the temporary files.
const mark = '~';
const temporaryName = '~incoming';

async function filesBelow(directory: string): Promise<readonly string[]> {
  try {
    const entries = await readdir(directory, { recursive: true, withFileTypes: true });
    return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

/** Files on disk, each with its content type in its first line. */
export function createDiskStorage(directory: string, now: () => number = Date.now): Storage {
  const temporary = join(directory, temporaryName);
  let cleaned: Promise<void> | undefined;

  function pathOf(key: string): string {
    checkKey(key);
    return join(directory, ...key.split('/')) + mark;
  }

  function keyOf(path: string): string {
    return relative(directory, path).slice(0, -mark.length).split(sep).join('/');
  }

  async function head(key: string): Promise<StoredObject | undefined> {
    return await withFile(pathOf(key), async (file) => {
      const { contentType, size } = await readHead(file);
      return { key, size, contentType };
    });
  }

  async function write(
    key: string,
    body: Uint8Array | AsyncIterable<Uint8Array>,
    contentType: string,
  ): Promise<void> {
    const path = pathOf(key);
    checkContentType(contentType);
    cleaned ??= removeAbandoned(temporary, now());
    await cleaned;
    await writeAtomically(path, [headLine(contentType), body], temporary);
  }

  return {
    async put(key, body, { contentType }) {
      await write(key, body, contentType);
      return { key, size: body.byteLength, contentType };
    },
    async putStream(key, body, { contentType }) {
      let size = 0;
      async function* counted(): AsyncIterable<Uint8Array> {
        for await (const chunk of body) {
          size += chunk.byteLength;
          yield chunk;
        }
      }
      await write(key, counted(), contentType);
      return { key, size, contentType };
    },
    async open(key, range) {
      const part = await openPart(pathOf(key), range);
      return part === undefined ? undefined : { key, ...part };
    },
    async get(key) {
      return await withFile(pathOf(key), async (file) => {
        const whole = await file.readFile();
        return new Uint8Array(whole.subarray(parseHead(whole).offset));
      });
    },
    head,
    async delete(key) {
      await rm(pathOf(key), { force: true }).catch((error: unknown) => {
        if (!isMissing(error)) throw error;
      });
    },
    async list(prefix) {
      checkPrefix(prefix);
      const folder = prefix.slice(0, prefix.lastIndexOf('/') + 1);
      const paths = await filesBelow(join(directory, ...folder.split('/')));
      const keys = paths
        .filter((path) => path.endsWith(mark))
        .map(keyOf)
        .filter((key) => key.startsWith(prefix))
        .sort();
      const found: StoredObject[] = [];
      for (const key of keys) {
        // A file may go while the list is made.
        const object = await head(key);
        if (object !== undefined) found.push(object);
      }
      return found;
    },
  };
}
