import sharp from 'sharp';

/** A picture with something to see: gradients differ by `seed`. */
export async function picture(
  format: 'png' | 'jpeg' | 'webp' | 'gif' = 'png',
  { width = 300, height = 200, seed = 1 } = {},
): Promise<Buffer> {
  const data = Buffer.alloc(width * height * 3);
  for (let at = 0; at < width * height; at += 1) {
    const [x, y] = [at % width, Math.floor(at / width)];
    data[at * 3] = (x * seed) % 256;
    data[at * 3 + 1] = (y * 2 + seed * 40) % 256;
    data[at * 3 + 2] = ((x + y) * (seed + 1)) % 256;
  }
  return sharp(data, { raw: { width, height, channels: 3 } })
    .toFormat(format)
    .toBuffer();
}
