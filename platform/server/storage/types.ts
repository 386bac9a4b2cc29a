import type { Readable } from 'node:stream';

export interface StoredObject {
  readonly key: string;
  /** In bytes. */
  readonly size: number;
  readonly contentType: string;
}

/** A whole object, or the part that was asked for, to be read once. */
export interface OpenObject extends StoredObject {
  /** Destroy it when it is not read to its end. */
  readonly body: Readable;
}

/** First and last byte, both included, counted from 0. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/** A form that lets its holder put one object, by POST, until it expires. */
export interface PresignedUpload {
  readonly url: string;
  /** Form fields to send before the field `file`. */
  readonly fields: Readonly<Record<string, string>>;
}

/** Keeps files: on disk in `DATA_DIR/files`, or in an S3 bucket. Keys are `a-z0-9/._-`, never absolute, never with `..`. */
export interface Storage {
  put(key: string, body: Uint8Array, options: { readonly contentType: string }): Promise<StoredObject>;
  /** Puts a stream; what breaks in the middle leaves nothing. S3 holds the bytes in memory meanwhile. */
  putStream(
    key: string,
    body: AsyncIterable<Uint8Array>,
    options: { readonly contentType: string },
  ): Promise<StoredObject>;
  /** The bytes, or undefined when there is no such object. */
  get(key: string): Promise<Uint8Array | undefined>;
  /** Opens an object for reading; `size` is the whole object's, also when a range within it is asked for. */
  open(key: string, range?: ByteRange): Promise<OpenObject | undefined>;
  head(key: string): Promise<StoredObject | undefined>;
  /** Deleting what is not there is no error. */
  delete(key: string): Promise<void>;
  list(prefix: string): Promise<readonly StoredObject[]>;
  /** Lets a client put an object of at most `maxBytes` (at least 1) by itself; S3 only. */
  readonly presignUpload?: (
    key: string,
    options: { readonly maxBytes: number; readonly contentType: string; readonly expiresSeconds: number },
  ) => Promise<PresignedUpload>;
}
