import { Refusal } from '#base/refusal';

/** Pixels an uploaded image may have: beyond it a few hundred kilobytes can fill the memory. */
export const mostPixels = 40_000_000;
/** Frames of an animation; only the first is kept. */
export const mostFrames = 200;
/** The longer side of what is published, in pixels. */
export const longestSide = 2_560;

export interface ImageHead {
  readonly width: number;
  readonly height: number;
  readonly pages?: number | undefined;
}

/** Refuses an image by what its head says, before anything is decoded. */
export function checkHead({ width, height, pages = 1 }: ImageHead): void {
  if (!(width > 0 && height > 0)) throw brokenFile();
  if (width * height > mostPixels) {
    throw new Refusal(
      'invalid',
      'files.too_many_pixels',
      'The image has too many pixels: at most 40 million.',
      {
        max_pixels: mostPixels,
      },
    );
  }
  if (pages > mostFrames) {
    throw new Refusal('invalid', 'files.too_many_frames', 'The animation has too many frames.', {
      max_frames: mostFrames,
    });
  }
}

export function brokenFile(): Refusal {
  return new Refusal('invalid', 'files.broken', 'The file is damaged or incomplete.');
}

/** The widths to make of an image: never wider than it is, each once, narrowest first. */
export function variantWidths(width: number, wanted: readonly number[]): readonly number[] {
  return [...new Set(wanted.map((one) => Math.min(one, width)))].sort((left, right) => left - right);
}

/** 64 digits of 0 and 1 as 16 hex digits. */
export function hexOfBits(bits: string): string {
  return BigInt(`0b${bits}`).toString(16).padStart(16, '0');
}
