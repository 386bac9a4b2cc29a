import { readFile } from 'node:fs/promises';

/** A living process, as far as the system tells. */
export interface ProcessState {
  /** Undefined where the system does not tell (no /proc). */
  readonly name: string | undefined;
  /** Differs between two processes that bore the same number; `unknown` where the system does not tell. */
  readonly start: string;
}

/** Looks a process up; undefined when there is none, or only a zombie nobody has reaped. */
export async function findProcess(pid: number): Promise<ProcessState | undefined> {
  try {
    process.kill(pid, 0);
  } catch (error) {
    const isOthers = error instanceof Error && 'code' in error && error.code === 'EPERM';
    if (!isOthers) return undefined;
  }
  let text: string;
  try {
    text = await readFile(`/proc/${pid}/stat`, 'utf8');
  } catch {
    return { name: undefined, start: 'unknown' };
  }
  // "pid (name) state …": the name may itself hold spaces and brackets.
  const fields = text.slice(text.lastIndexOf(') ') + 2).split(' ');
  if (fields[0] === 'Z' || fields[0] === 'X') return undefined;
  return { name: text.slice(text.indexOf('(') + 1, text.lastIndexOf(')')), start: fields[19] ?? 'unknown' };
}
