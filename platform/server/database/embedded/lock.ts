import { link, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const lockName = 'quintet.lock';

/** When a process started, so that a recycled process number is not taken for the one that wrote the lock. */
async function startOf(pid: number): Promise<string | undefined> {
  try {
    process.kill(pid, 0);
  } catch {
    return undefined;
  }
  try {
    const fields = (await readFile(`/proc/${pid}/stat`, 'utf8')).split(') ')[1]?.split(' ');
    return fields?.[19] ?? 'unknown';
  } catch {
    return 'unknown';
  }
}

async function holderOf(file: string): Promise<number | undefined> {
  try {
    const [pid, start] = (await readFile(file, 'utf8')).split(' ');
    const number = Number(pid);
    return (await startOf(number)) === start ? number : undefined;
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
  await writeFile(mine, `${process.pid} ${await startOf(process.pid)}`);
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
