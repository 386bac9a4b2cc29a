import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { day } from '#base/time';

async function syncDirectory(path: string): Promise<void> {
  const directory = await open(path, 'r');
  try {
    await directory.sync();
  } finally {
    await directory.close();
  }
}

/**
 * Writes the parts as one file so that readers see the old one or the new one, also after a power cut:
 * a temporary file is written and flushed, renamed, and the directory flushed.
 */
export async function writeAtomically(
  path: string,
  parts: readonly (Uint8Array | AsyncIterable<Uint8Array>)[],
  temporaryDirectory: string,
): Promise<void> {
  const temporary = join(temporaryDirectory, randomUUID());
  await mkdir(temporaryDirectory, { recursive: true, mode: 0o700 });
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  try {
    const file = await open(temporary, 'wx', 0o600);
    try {
      for (const part of parts) await file.writeFile(part);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  await syncDirectory(dirname(path));
}

/** Removes what a killed process left half written; a day is longer than any write takes. */
export async function removeAbandoned(temporaryDirectory: string, now: number): Promise<void> {
  const names = await readdir(temporaryDirectory).catch(() => []);
  for (const name of names) {
    const path = join(temporaryDirectory, name);
    const found = await stat(path).catch(() => undefined);
    if (found !== undefined && now - found.mtimeMs > day) await rm(path, { force: true });
  }
}
