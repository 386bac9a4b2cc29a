export interface StoredObject {
  readonly key: string;
  /** In bytes. */
  readonly size: number;
  readonly contentType: string;
}

/** Keeps files: on disk in `DATA_DIR/files`, or in an S3 bucket. Keys are `a-z0-9/._-`, never absolute, never with `..`. */
export interface Storage {
  put(key: string, body: Uint8Array, options: { readonly contentType: string }): Promise<StoredObject>;
  /** The bytes, or undefined when there is no such object. */
  get(key: string): Promise<Uint8Array | undefined>;
  head(key: string): Promise<StoredObject | undefined>;
  /** Deleting what is not there is no error. */
  delete(key: string): Promise<void>;
  list(prefix: string): Promise<readonly StoredObject[]>;
}
