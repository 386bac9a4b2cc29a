/** Fills and returns the given buffer with random bytes; `crypto.getRandomValues` everywhere but in tests. */
export type RandomSource = (buffer: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>;

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

const secureRandom: RandomSource = (buffer) => crypto.getRandomValues(buffer);

/**
 * Makes a UUIDv7 (RFC 9562 §5.7): 48 bits of milliseconds since the epoch, then 74 random bits,
 * so that ids sort by the time they were made and index well.
 */
export function newId(now: number = Date.now(), random: RandomSource = secureRandom): string {
  const bytes = random(new Uint8Array(16));
  let rest = now;
  for (let index = 5; index >= 0; index -= 1) {
    bytes[index] = rest % 256;
    rest = Math.floor(rest / 256);
  }
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** Tells whether the text is a UUID in canonical lower-case form, of any version. */
export function isId(text: string): boolean {
  return uuidPattern.test(text);
}
