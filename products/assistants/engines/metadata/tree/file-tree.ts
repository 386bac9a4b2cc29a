/**
 * Files as the engine sees them: paths with forward slashes relative to a root, and their bytes.
 * `read` of a listed path may throw; the engine turns that into a fault of the file.
 */
export interface FileTree {
  readonly paths: readonly string[];
  read(path: string): Uint8Array;
  /** The first bytes of a file, where that is cheaper than reading it whole. */
  head?(path: string, count: number): Uint8Array;
}

/** A tree over texts or bytes in memory. */
export function treeFromFiles(files: ReadonlyMap<string, string | Uint8Array>): FileTree {
  const encoder = new TextEncoder();
  return {
    paths: [...files.keys()],
    read(path) {
      const content = files.get(path);
      if (content === undefined) throw new Error(`No such file: ${path}`);
      return typeof content === 'string' ? encoder.encode(content) : content;
    },
  };
}
