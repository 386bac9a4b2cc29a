import type { Static } from 'typebox';
import type { Picture } from '../../../contract/index.ts';

/** The widest variant a phone needs; the same one that a downloaded walk keeps. */
const phoneWidth = 1_280;

export interface ShownPicture {
  readonly url: string;
  readonly width: number | null;
  readonly height: number | null;
}

export function walkPicture({ url, width, height, variants }: Static<typeof Picture>): ShownPicture {
  const fitting = variants.filter((variant) => variant.width <= phoneWidth).at(-1);
  return { url: fitting?.url ?? url, width, height };
}
