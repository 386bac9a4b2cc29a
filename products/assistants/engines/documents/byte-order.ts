/** Little-endian numbers of a byte array; past the end they read as zero. */
export function u16(bytes: Uint8Array, at: number): number {
  return (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8);
}

export function u32(bytes: Uint8Array, at: number): number {
  return (u16(bytes, at) | (u16(bytes, at + 2) << 16)) >>> 0;
}

/** The bytes as characters of the same numbers, for searching markers. */
export function latin(bytes: Uint8Array, from = 0, to = bytes.length): string {
  let text = '';
  for (let at = from; at < to; at += 8192)
    text += String.fromCharCode(...bytes.subarray(at, Math.min(to, at + 8192)));
  return text;
}
