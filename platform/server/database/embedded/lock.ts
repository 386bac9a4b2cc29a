import { link, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findProcess } from './process-state.ts';

const lockName = 'quintet.lock';

async function holderOf(file: string): Promise<number | undefined> {
  try {
    const [pid, start] = (await readFile(file, 'utf8')).split(' ');
    const number = Number(pid);
    return (await findProcess(number))?.start === start ? number : undefined;
  } catch {
    return undefined;
  }
}

/** Tells whether a living process holds the directory. */
export async function isHeld(directory: string): Promise<boolean> {
  return (await holderOf(join(directory, lockName))) !== undefined;
}

/**
 * Takes the data directory for this process. Throws when a living process holds it; a lock whose process
 * is gone (kill -9, power cut) is taken over. Answers how to let go.
 */
export async function lockDirectory(directory: string): Promise<() => Promise<void>> {
  const file = join(directory, lockName);
  const mine = `${file}.${process.pid}`;
  await writeFile(mine, `${process.pid} ${(await findProcess(process.pid))?.start}`);
  try {
    for (let attempt = 0; attempt < 3; attempt += 1) {
      try {
        await link(mine, file);
        return () => rm(file, { force: true });
      } catch {
        const holder = await holderOf(file);
        if (holder !== undefined) {
          throw new Error(
            `${directory} is in use by process ${holder}. Stop it, or set another DATA_DIR and PORT.`,
          );
        }
        await rm(file, { force: true });
      }
    }
    throw new Error(`${directory} could not be locked.`);
  } finally {
    await rm(mine, { force: true });
  }
}
