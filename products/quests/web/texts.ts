import type { Texts } from '#platform/web';
import { catalogueTexts } from './catalogue/texts.ts';
import { mapTexts } from './map/texts.ts';
import { piecesTexts } from './pieces/texts.ts';

/** The texts of all areas: one line for each. */
export const questTexts: readonly Texts<object>[] = [catalogueTexts, mapTexts, piecesTexts];
