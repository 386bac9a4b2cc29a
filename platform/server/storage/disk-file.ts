import { type FileHandle, open } from 'node:fs/promises';

/**
 * One file holds one object: a line of JSON with the content type, then the bytes. So one rename replaces both,
 * and no crash can leave the bytes of one version beside the type of another.
 */
export interface FileHead {
  readonly contentType: string;
  /** Where the bytes begin. */
  readonly offset: number;
}

const longestHead = 512;

export function headLine(contentType: string): Buffer {
  return Buffer.from(`${JSON.stringify({ content_type: contentType })}\n`);
}

export function parseHead(start: Buffer): FileHead {
  const end = start.subarray(0, longestHead).indexOf('\n');
  if (end < 0) throw new Error('A stored file has no head');
  const head: { readonly content_type?: unknown } = JSON.parse(start.toString('utf8', 0, end));
  if (typeof head.content_type !== 'string') throw new Error('A stored file has no content type');
  return { contentType: head.content_type, offset: end + 1 };
}

export function isMissing(error: unknown): boolean {
  // ENOTDIR and EISDIR: part of the path is of the other kind.
  return (
    error instanceof Error && 'code' in error && ['ENOENT', 'ENOTDIR', 'EISDIR'].includes(String(error.code))
  );
}

/** Opens the file and hands it over; undefined when there is none. */
export async function withFile<Result>(
  path: string,
  use: (file: FileHandle) => Promise<Result>,
): Promise<Result | undefined> {
  let file: FileHandle;
  try {
    file = await open(path, 'r');
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
  try {
    return await use(file);
  } finally {
    await file.close();
  }
}

export async function readHead(file: FileHandle): Promise<FileHead & { readonly size: number }> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(longestHead), 0, longestHead, 0);
  const head = parseHead(buffer.subarray(0, bytesRead));
  return { ...head, size: (await file.stat()).size - head.offset };
}
