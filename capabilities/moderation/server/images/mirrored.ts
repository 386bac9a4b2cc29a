/** The perceptual hash (16 hex digits) of a picture seen in a mirror. Throws for bytes that are no picture. */
export async function mirroredHash(bytes: Uint8Array): Promise<string> {
  // Loaded with the first blocked picture: they weigh tens of megabytes.
  const { default: sharp } = await import('sharp');
  const library: unknown = (await import('sharp-phash')).default;
  if (typeof library !== 'function') throw new TypeError('sharp-phash exports no function');
  const flipped = await sharp(bytes, { limitInputPixels: 40_000_000 }).autoOrient().flop().png().toBuffer();
  const bits: unknown = await library(flipped);
  return BigInt(`0b${String(bits)}`)
    .toString(16)
    .padStart(16, '0');
}
