import { distanceBetween, type Position } from '#base/geometry';

/** From place to place, in metres. */
export function wayOf(places: readonly Position[]): number {
  return places.reduce((sum, place, index) => {
    const before = places[index - 1];
    return before === undefined ? sum : sum + distanceBetween(before, place);
  }, 0);
}
