import { randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock } from '#base/time';
import type { Mail, OutboxMail } from './types.ts';

const kept = 200;

export interface Outbox {
  write(mail: Mail): Promise<void>;
  list(): Promise<readonly OutboxMail[]>;
}

/** Ids in the order they are made, so that names of files sort by age. */
function createIds(clock: Clock): () => string {
  let count = 0;
  return () => {
    count += 1;
    const time = clock().getTime().toString().padStart(15, '0');
    return `${time}-${count.toString().padStart(6, '0')}-${randomBytes(4).toString('hex')}`;
  };
}

async function compose(mail: Mail, from: string, date: Date): Promise<string | Uint8Array> {
  const { createTransport } = await import('nodemailer');
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
  const fields = { ...mail, from, date, disableFileAccess: true, disableUrlAccess: true };
  const { message } = await transport.sendMail(fields);
  if (!(message instanceof Uint8Array)) throw new Error('The mail was not composed into a buffer');
  return message;
}

/** Keeps mails as files, two each: `.eml` for mail programs and `.json` for the list. For their owner only. */
export function createOutbox(directory: string, from: string, clock: Clock): Outbox {
  const nextId = createIds(clock);

  // The JSON file is what makes a mail exist; it comes last and whole.
  async function idsNewestFirst(): Promise<readonly string[]> {
    const names = await readdir(directory).catch(() => []);
    return names
      .filter((name) => name.endsWith('.json'))
      .map((name) => name.slice(0, -'.json'.length))
      .sort()
      .reverse();
  }

  async function read(id: string): Promise<OutboxMail | undefined> {
    try {
      const mail: OutboxMail = JSON.parse(await readFile(join(directory, `${id}.json`), 'utf8'));
      return mail;
    } catch {
      // Removed meanwhile by another process, or not written by this program.
      return undefined;
    }
  }

  return {
    async write(mail) {
      const [id, date] = [nextId(), clock()];
      const path = join(directory, id);
      const entry: OutboxMail = { id, writtenAt: date.toISOString(), from, ...mail };
      await mkdir(directory, { recursive: true, mode: 0o700 });
      await writeFile(`${path}.eml`, await compose(mail, from, date), { mode: 0o600, flag: 'wx' });
      await writeFile(`${path}.tmp`, JSON.stringify(entry, undefined, 2), { mode: 0o600, flag: 'wx' });
      await rename(`${path}.tmp`, `${path}.json`);
      for (const old of (await idsNewestFirst()).slice(kept)) {
        await rm(join(directory, `${old}.json`), { force: true });
        await rm(join(directory, `${old}.eml`), { force: true });
      }
    },
    async list() {
      const mails = await Promise.all((await idsNewestFirst()).slice(0, kept).map(read));
      return mails.filter((mail) => mail !== undefined);
    },
  };
}
