import { type Box, distanceBetween, type Position } from '#base/geometry';
import type { Place } from '../index.ts';

export type Distant = Place & { readonly distance: number };

/** Places with their distance in metres, nearest first (then by id), each once. */
export function byDistance(at: Position, places: readonly Place[]): readonly Distant[] {
  const once = new Map(places.map((place) => [place.id, place]));
  return [...once.values()]
    .map((place) => ({ ...place, distance: distanceBetween(at, place) }))
    .toSorted((left, right) => left.distance - right.distance || (left.id < right.id ? -1 : 1));
}

/** How far a place is in the plane of degrees, as the index measures. */
const inDegrees = (from: Position, to: Position): number => Math.hypot(to.lng - from.lng, to.lat - from.lat);

/**
 * Proves that the places nearest in degrees include all that lie in the boxes: every corner of the one box is nearer
 * in degrees than the farthest place seen, so whatever is inside has been seen.
 */
export function hasSeenAll(at: Position, seen: readonly Place[], boxes: readonly Box[]): boolean {
  const [box, ...others] = boxes;
  if (box === undefined || others.length > 0) return false;
  const farthest = seen.reduce((most, place) => Math.max(most, inDegrees(at, place)), 0);
  const { southWest, northEast } = box;
  const corners = [
    southWest,
    northEast,
    { lat: southWest.lat, lng: northEast.lng },
    { lat: northEast.lat, lng: southWest.lng },
  ];
  return corners.every((corner) => inDegrees(at, corner) < farthest);
}
