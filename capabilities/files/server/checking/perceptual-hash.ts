import { hexOfBits } from './image.rules.ts';

/** Pixels without a container. */
export interface RawImage {
  readonly data: Buffer;
  readonly width: number;
  readonly height: number;
  readonly channels: 1 | 2 | 3 | 4;
}

/** 64 bits as 16 hex digits: alike for images that look alike, with at most 10 of 64 bits apart. */
export async function perceptualHash({ data, ...raw }: RawImage): Promise<string> {
  const library: unknown = (await import('sharp-phash')).default;
  if (typeof library !== 'function') throw new TypeError('sharp-phash exports no function');
  const bits: unknown = await Reflect.apply(library, undefined, [data, { raw }]);
  return hexOfBits(String(bits));
}
