import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { access } from 'node:fs/promises';
import { createGunzip } from 'node:zlib';
import { damaged, formatVersion, type Header, type Line, parseLine } from './archive.ts';
import { BackupRefused } from './refused.ts';

const newLine = 0x0a;

/** Not `readline`: it also breaks lines at U+2028, which JSON leaves as it is. */
async function* splitLines(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let pieces: Buffer[] = [];
  for await (const chunk of source) {
    let start = 0;
    for (let end = chunk.indexOf(newLine); end >= 0; end = chunk.indexOf(newLine, start)) {
      yield Buffer.concat([...pieces, chunk.subarray(start, end + 1)]);
      pieces = [];
      start = end + 1;
    }
    if (start < chunk.length) pieces.push(chunk.subarray(start));
  }
  if (pieces.length > 0) throw damaged('it ends in the middle of a line');
}

async function* unpacked(path: string): AsyncGenerator<Buffer> {
  const file = createReadStream(path);
  const gunzip = createGunzip();
  file.on('error', (error) => gunzip.destroy(error));
  file.pipe(gunzip);
  try {
    yield* splitLines(gunzip);
  } catch (error) {
    if (error instanceof BackupRefused) throw error;
    throw damaged(error instanceof Error ? error.message : String(error));
  } finally {
    gunzip.destroy();
    file.destroy();
  }
}

/** The lines of an archive, one at a time. Throws `BackupRefused` where it is damaged. */
export async function* readArchive(path: string): AsyncGenerator<Line> {
  for await (const line of unpacked(path)) yield parseLine(line.toString('utf8'));
}

interface Figures {
  tables: number;
  rows: number;
  files: number;
}

function count(line: Line, figures: Figures): void {
  if (Array.isArray(line)) figures.rows += 1;
  else if (line.kind === 'table') figures.tables += 1;
  else if (line.kind === 'file') figures.files += 1;
}

/**
 * Reads a whole archive and compares its checksum and counts before anything is changed. Answers its header.
 */
export async function checkArchive(path: string): Promise<Header> {
  await access(path).catch(() => {
    throw new BackupRefused(`${path} cannot be read.`);
  });
  const hash = createHash('sha256');
  const figures: Figures = { tables: 0, rows: 0, files: 0 };
  let header: Header | undefined;
  let ended = false;
  for await (const bytes of unpacked(path)) {
    if (ended) throw damaged('something follows its end');
    const line = parseLine(bytes.toString('utf8'));
    if (header === undefined) {
      if (Array.isArray(line) || line.kind !== 'header') throw damaged('it has no header');
      if (line.format !== formatVersion) {
        throw new BackupRefused(
          `The archive has format ${line.format}; this program reads format ${formatVersion}.`,
        );
      }
      header = line;
    }
    if (!Array.isArray(line) && line.kind === 'end') {
      const same =
        line.tables === figures.tables && line.rows === figures.rows && line.files === figures.files;
      if (!same || line.sha256 !== hash.digest('hex')) throw damaged('its checksum differs');
      ended = true;
    } else {
      hash.update(bytes);
      count(line, figures);
    }
  }
  if (header === undefined || !ended) throw damaged('its end is missing');
  return header;
}
