import type { S3Config } from '#platform/server/config';
import type { Breakers } from '#platform/server/resilience';
import { createDiskStorage } from './disk-storage.ts';
import { createS3Storage } from './s3-storage.ts';
import type { Storage } from './types.ts';

export interface StorageOptions {
  /** Undefined: files are kept on disk. */
  readonly s3?: S3Config | undefined;
  /** Where files are kept on disk; made with the first file, mode 0700. */
  readonly directory: string;
  readonly breakers: Breakers;
  /** Milliseconds one call to S3 may take; 30,000. */
  readonly timeoutMs?: number;
}

/**
 * Opens the file storage. A file is there whole or not at all, also after a crash. A bad key or content type is
 * a `Refusal` of kind `invalid`; S3 away is one of kind `unavailable`, or `CircuitOpenError` once the breaker `s3`
 * is open. `list` is ordered by key; on S3 it asks for each object's type in turn, so keep prefixes narrow.
 * On disk, files are not meant to be read by hand: their first line holds the content type.
 */
export function createStorage(options: StorageOptions): Storage {
  return options.s3 === undefined
    ? createDiskStorage(options.directory)
    : createS3Storage(options.s3, options.breakers, options.timeoutMs ?? 30_000);
}
