import {
  brokenFile,
  checkHead,
  type ImageHead,
  longestSide,
  mostPixels,
  variantWidths,
} from './image.rules.ts';
import { imageLibrary } from './image-library.ts';
import { perceptualHash, type RawImage } from './perceptual-hash.ts';

/** One stored version of a file. */
export interface Rendition {
  /** Null for the file itself. */
  readonly variantWidth: number | null;
  readonly mediaType: string;
  readonly body: Uint8Array;
}

export interface RenderedImage {
  readonly width: number;
  readonly height: number;
  readonly perceptualHash: string;
  /** The image itself first. */
  readonly renditions: readonly Rendition[];
}

async function headOf(bytes: Uint8Array): Promise<ImageHead> {
  const sharp = await imageLibrary();
  try {
    return await sharp(bytes, { limitInputPixels: false, failOn: 'error' }).metadata();
  } catch {
    throw brokenFile();
  }
}

/** Decodes once: upright, at most `longestSide`, in sRGB, with nothing but pixels left of what was sent. */
async function decode(bytes: Uint8Array): Promise<RawImage> {
  const sharp = await imageLibrary();
  try {
    const { data, info } = await sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error' })
      .autoOrient()
      .resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true })
      .toColourspace('srgb')
      .raw()
      .toBuffer({ resolveWithObject: true });
    return { data, width: info.width, height: info.height, channels: info.channels };
  } catch {
    throw brokenFile();
  }
}

async function render(image: RawImage, widths: readonly number[]): Promise<readonly Rendition[]> {
  const sharp = await imageLibrary();
  const { data, ...raw } = image;
  const source = () => sharp(data, { raw });
  const isOpaque = image.channels === 1 || image.channels === 3;
  // What every program opens; browsers take the smaller versions.
  const whole: Rendition = isOpaque
    ? { variantWidth: null, mediaType: 'image/jpeg', body: await source().jpeg({ quality: 85 }).toBuffer() }
    : { variantWidth: null, mediaType: 'image/png', body: await source().png().toBuffer() };
  const renditions = [whole];
  for (const width of variantWidths(image.width, widths)) {
    const narrow = () => source().resize({ width });
    const avif = await narrow().avif({ quality: 52, effort: 1 }).toBuffer();
    const webp = await narrow().webp({ quality: 80 }).toBuffer();
    renditions.push({ variantWidth: width, mediaType: 'image/avif', body: avif });
    renditions.push({ variantWidth: width, mediaType: 'image/webp', body: webp });
  }
  return renditions;
}

/** Makes what is published of an uploaded image. Refuses by its head, then whatever does not decode cleanly. */
export async function renderImage(bytes: Uint8Array, widths: readonly number[]): Promise<RenderedImage> {
  checkHead(await headOf(bytes));
  const image = await decode(bytes);
  return {
    width: image.width,
    height: image.height,
    perceptualHash: await perceptualHash(image),
    renditions: await render(image, widths),
  };
}
