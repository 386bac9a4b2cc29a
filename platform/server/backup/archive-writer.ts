import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { finished } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { End, Line } from './archive.ts';
import { BackupRefused } from './refused.ts';

export interface ArchiveWriter {
  /** Waits while the disk is behind. */
  write(line: Line): Promise<void>;
  /** Ends with the checksum; the archive appears under its name only now, whole and flushed. */
  finish(totals: Omit<End, 'kind' | 'sha256'>): Promise<void>;
  /** Leaves nothing behind. */
  discard(): Promise<void>;
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

/** Opens a new archive of mode 0600. Refuses to overwrite. */
export async function createArchive(path: string): Promise<ArchiveWriter> {
  if (await exists(path)) throw new BackupRefused(`${path} exists already: name another file.`);
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const partial = `${path}.partial`;
  await rm(partial, { force: true });
  const file = createWriteStream(partial, { mode: 0o600, flags: 'wx' });
  const gzip = createGzip();
  gzip.pipe(file);
  file.on('error', (error) => gzip.destroy(error));
  const closed = finished(file);
  const failed = finished(gzip);
  // Observed by whoever writes next; a failure between two lines must not end the process.
  closed.catch(() => undefined);
  failed.catch(() => undefined);
  const hash = createHash('sha256');

  async function write(line: Line): Promise<void> {
    if (gzip.destroyed) await failed;
    const text = `${JSON.stringify(line)}\n`;
    hash.update(text);
    if (!gzip.write(text)) await Promise.race([once(gzip, 'drain'), failed]);
  }

  return {
    write,
    async finish(totals) {
      await write({ kind: 'end', ...totals, sha256: hash.copy().digest('hex') });
      gzip.end();
      await closed;
      const handle = await open(partial, 'r+');
      await handle.sync();
      await handle.close();
      await rename(partial, path);
    },
    async discard() {
      gzip.destroy();
      file.destroy();
      await closed.catch(() => undefined);
      await rm(partial, { force: true });
    },
  };
}
