import { execFile } from 'node:child_process';
import { chown } from 'node:fs/promises';
import { promisify } from 'node:util';

const execFileAsync = promisify(execFile);

/**
 * PostgreSQL refuses to run as root. For root, its programs run under an unprivileged account that keeps
 * only the right to pass directories (a clone inside root's home or a 0700 temporary folder works, too).
 */
export interface Account {
  /** The program and arguments to run in place of the given ones. */
  command(program: string, args: readonly string[]): readonly [string, readonly string[]];
  /** Hands a path over to the account. */
  own(path: string): Promise<void>;
}

const unprivileged: Account = {
  command: (program, args) => [program, args],
  own: async () => undefined,
};

async function idOf(flag: '-u' | '-g', name: string): Promise<number | undefined> {
  try {
    return Number.parseInt((await execFileAsync('id', [flag, name])).stdout, 10);
  } catch {
    return undefined;
  }
}

async function firstKnownAccount(): Promise<{ uid: number; gid: number }> {
  for (const name of ['postgres', 'nobody']) {
    const uid = await idOf('-u', name);
    const gid = await idOf('-g', name);
    if (uid !== undefined && gid !== undefined) return { uid, gid };
  }
  throw new Error('Running as root needs an account named postgres or nobody for the embedded database.');
}

const passDirectories = '+dac_override,+dac_read_search';

export async function findAccount(): Promise<Account> {
  if (process.getuid?.() !== 0) return unprivileged;
  const { uid, gid } = await firstKnownAccount();
  return {
    command: (program, args) => [
      'setpriv',
      [
        `--reuid=${uid}`,
        `--regid=${gid}`,
        '--clear-groups',
        // access(2) checks the real user and drops capabilities unless this bit is set.
        '--securebits=+no_setuid_fixup',
        `--inh-caps=${passDirectories}`,
        `--ambient-caps=${passDirectories}`,
        program,
        ...args,
      ],
    ],
    own: (path) => chown(path, uid, gid),
  };
}
