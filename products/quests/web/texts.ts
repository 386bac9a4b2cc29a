import type { Texts } from '#platform/web';
import { catalogueTexts } from './catalogue/texts.ts';
import { mapTexts } from './map/texts.ts';
import { operationsTexts } from './operations/texts.ts';
import { peopleTexts } from './people/texts.ts';
import { piecesTexts } from './pieces/texts.ts';
import { playTexts } from './play/texts.ts';
import { shopTexts } from './shop/texts.ts';
import { studioTexts } from './studio/texts.ts';

/** The texts of all areas: one line for each. */
export const questTexts: readonly Texts<object>[] = [
  catalogueTexts,
  mapTexts,
  piecesTexts,
  peopleTexts,
  operationsTexts,
  playTexts,
  studioTexts,
  shopTexts,
];
