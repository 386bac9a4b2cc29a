import { open } from 'node:fs/promises';
import { isMissing, readHead } from './disk-file.ts';
import type { ByteRange, OpenObject } from './types.ts';

/** Opens a stored file for reading; its handle is closed with the stream. Undefined when there is none. */
export async function openPart(
  path: string,
  range?: ByteRange,
): Promise<Omit<OpenObject, 'key'> | undefined> {
  const file = await open(path, 'r').catch((error: unknown) => {
    if (isMissing(error)) return undefined;
    throw error;
  });
  if (file === undefined) return undefined;
  try {
    const { size, contentType, offset } = await readHead(file);
    const first = offset + (range?.start ?? 0);
    const last = offset + Math.min(range?.end ?? size, size) - (range === undefined ? 1 : 0);
    // Node refuses an end before the start: an empty part is read as nothing.
    const body = file.createReadStream({ start: first, end: Math.max(last, first) });
    return { size, contentType, body };
  } catch (error) {
    await file.close();
    throw error;
  }
}
