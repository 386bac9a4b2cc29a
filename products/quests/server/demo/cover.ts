/** Two colours a cover goes between, RGB. */
const palettes = [
  [
    [24, 61, 107],
    [233, 168, 94],
  ],
  [
    [20, 92, 88],
    [240, 214, 150],
  ],
  [
    [92, 32, 66],
    [244, 162, 120],
  ],
  [
    [34, 40, 80],
    [150, 200, 230],
  ],
  [
    [70, 78, 36],
    [240, 226, 160],
  ],
  [
    [110, 50, 30],
    [250, 200, 140],
  ],
] as const;

const width = 960;
const height = 540;

/** A skyline over water, drawn from a number alone: no picture of anybody else is in the demonstration. */
export async function drawCover(seed: number): Promise<Uint8Array> {
  const [low, high] = palettes[seed % palettes.length] ?? palettes[0];
  const horizon = height * 0.66;
  const roof = (x: number) => {
    const block = Math.floor(x / 46) + seed * 7;
    const mixed = Math.imul(block ^ (block >>> 4), 0x9e3779b1) >>> 16;
    const tall = 45 + (mixed % 105);
    const spire = block % 9 === 4 && Math.abs((x % 46) - 23) < 3 ? 130 : 0;
    return horizon - tall - spire;
  };
  const pixels = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const mirrored = y > horizon ? horizon - (y - horizon) * 0.8 + Math.sin(x / 9 + y / 3) * 3 : y;
      const built = mirrored > roof(x);
      const light = built ? 0.12 + (y > horizon ? 0.1 : 0) : 1 - mirrored / horizon;
      const at = (y * width + x) * 3;
      for (let channel = 0; channel < 3; channel += 1) {
        const from = low[channel] ?? 0;
        pixels[at + channel] = from + ((high[channel] ?? 0) - from) * Math.min(1, Math.max(0, light));
      }
    }
  }
  const { default: sharp } = await import('sharp');
  return sharp(pixels, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 80 })
    .toBuffer();
}
