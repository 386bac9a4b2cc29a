import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmod, mkdir, readFile, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { type Account, findAccount } from './account.ts';
import { type Binaries, findBinaries } from './binaries.ts';
import { isHeld, lockDirectory } from './lock.ts';
import { findProcess } from './process-state.ts';

const execFileAsync = promisify(execFile);

/** A server that went away comes back within about this time. */
const superviseEveryMs = 1_000;

/** A running PostgreSQL of our own. */
export interface EmbeddedPostgres {
  /** The application's role: owns its database, is no superuser, so row-level security binds it. */
  readonly url: string;
  /** The superuser on the maintenance database, for backups and test templates. */
  readonly adminUrl: string;
  /** Watches the server and starts it again when it died; answers how to end the watch. */
  supervise(onRestart: () => void, onError: (error: unknown) => void): () => void;
  /** Fast shutdown: open transactions roll back, everything committed is on disk. */
  stop(): Promise<void>;
}

export interface EmbeddedOptions {
  /** Where the cluster lives; made when missing. */
  readonly directory: string;
  /** Extra `postgresql.conf` settings for this run. */
  readonly settings?: Readonly<Record<string, string>>;
}

const admin = 'postgres';
const appRole = 'quintet';
const port = 5432;
const socketPathLimit = 100;

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

/** A socket's path may not exceed about 107 bytes; deep folders get a short one in the temporary folder. */
function socketDirectory(directory: string): string {
  const beside = join(directory, 'socket');
  if (Buffer.byteLength(join(beside, `.s.PGSQL.${port}`)) < socketPathLimit) return beside;
  return join(tmpdir(), `quintet-${createHash('sha256').update(directory).digest('hex').slice(0, 12)}`);
}

function urlOf(role: string, database: string, socket: string): string {
  return `postgres://${role}@/${database}?host=${encodeURIComponent(socket)}&port=${port}`;
}

async function prepareDirectory(path: string, account: Account): Promise<void> {
  await mkdir(path, { recursive: true });
  await chmod(path, 0o700);
  await account.own(path);
}

async function run(account: Account, program: string, args: readonly string[]): Promise<void> {
  const [command, rest] = account.command(program, args);
  try {
    await execFileAsync(command, [...rest]);
  } catch (error) {
    const output = error instanceof Error && 'stderr' in error ? String(error.stderr) : '';
    throw new Error(`${program.split('/').at(-1)} failed: ${output.trim()}`, { cause: error });
  }
}

/**
 * Letters are classified by the operating system for extensions (pg_trgm): with `C` they would see no Cyrillic.
 * Every Linux has `C.UTF-8`; macOS names it otherwise.
 */
const characterType = process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8';

async function initialise(binaries: Binaries, account: Account, cluster: string): Promise<void> {
  await prepareDirectory(cluster, account);
  await run(account, binaries.initdb, [
    `--pgdata=${cluster}`,
    `--username=${admin}`,
    // Only the socket is open, in a directory nobody else may enter.
    '--auth=trust',
    '--encoding=UTF8',
    '--locale=C',
    `--lc-ctype=${characterType}`,
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--no-sync',
  ]);
}

async function ensureDatabase(adminUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const roles = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [appRole]);
    if (roles.rowCount === 0) await client.query(`CREATE ROLE ${appRole} LOGIN NOSUPERUSER NOBYPASSRLS`);
    const databases = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [appRole]);
    if (databases.rowCount === 0) await client.query(`CREATE DATABASE ${appRole} OWNER ${appRole}`);
  } finally {
    await client.end();
  }
}

/** The process number in the pid file may have gone to somebody else since. */
async function isRunning(cluster: string): Promise<boolean> {
  try {
    const pid = Number((await readFile(join(cluster, 'postmaster.pid'), 'utf8')).split('\n')[0]);
    const found = await findProcess(pid);
    return found !== undefined && (found.name === undefined || found.name === 'postgres');
  } catch {
    return false;
  }
}

function watch(
  ensureRunning: () => Promise<boolean>,
  onRestart: () => void,
  onError: (error: unknown) => void,
): () => void {
  let busy = false;
  const timer = setInterval(() => {
    if (busy) return;
    busy = true;
    ensureRunning()
      .then((restarted) => restarted && onRestart())
      .catch(onError)
      .finally(() => {
        busy = false;
      });
  }, superviseEveryMs);
  timer.unref();
  return () => clearInterval(timer);
}

/**
 * The addresses of an embedded PostgreSQL that another living process holds at this moment, if any: for
 * commands that run beside the server.
 */
export async function findRunningPostgres(
  directory: string,
): Promise<Pick<EmbeddedPostgres, 'url' | 'adminUrl'> | undefined> {
  const at = resolve(directory);
  if (!(await isHeld(at)) || !(await isRunning(join(at, 'cluster')))) return undefined;
  return addresses(at);
}

function addresses(directory: string): Pick<EmbeddedPostgres, 'url' | 'adminUrl'> {
  const socket = socketDirectory(directory);
  return { url: urlOf(appRole, appRole, socket), adminUrl: urlOf(admin, 'postgres', socket) };
}

/**
 * Starts a PostgreSQL that lives in a directory and listens on a private socket only. The server is
 * detached from this process: Ctrl-C in a terminal does not reach it before the application has finished
 * with it, and a server left behind by a killed process is found and used again.
 * Throws when another living process uses the directory.
 */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const directory = resolve(options.directory);
  await mkdir(directory, { recursive: true });
  const unlock = await lockDirectory(directory);
  try {
    const [binaries, account] = await Promise.all([findBinaries(), findAccount()]);
    const cluster = join(directory, 'cluster');
    const socket = socketDirectory(directory);
    const log = join(cluster, 'server.log');
    await prepareDirectory(socket, account);
    if (!(await exists(join(cluster, 'PG_VERSION')))) await initialise(binaries, account, cluster);

    const settings = {
      listen_addresses: '',
      lc_messages: 'C',
      unix_socket_directories: socket,
      ...options.settings,
    };
    const flags = Object.entries(settings).map(([name, value]) => `-c ${name}='${value}'`);

    async function ensureRunning(): Promise<boolean> {
      if (await isRunning(cluster)) return false;
      await run(account, binaries.pgCtl, [
        'start',
        `--pgdata=${cluster}`,
        `--log=${log}`,
        '--wait',
        '--silent',
        `--options=-p ${port} ${flags.join(' ')}`,
      ]);
      return true;
    }

    await ensureRunning();
    const { url, adminUrl } = addresses(directory);
    await ensureDatabase(adminUrl);
    return {
      url,
      adminUrl,
      supervise: (onRestart, onError) => watch(ensureRunning, onRestart, onError),
      async stop() {
        try {
          if (await isRunning(cluster)) {
            await run(account, binaries.pgCtl, [
              'stop',
              `--pgdata=${cluster}`,
              '--mode=fast',
              '--wait',
              '--silent',
            ]);
          }
        } finally {
          await unlock();
        }
      },
    };
  } catch (error) {
    await unlock();
    throw error;
  }
}
