import { isPosition, type Position } from '#base/geometry';

/** `59.934300, 30.335100`: as maps copy it. */
export const placeText = ({ lat, lng }: Position): string => `${lat.toFixed(6)}, ${lng.toFixed(6)}`;

/** Latitude and longitude as people paste them; null for anything else. */
export function readPlace(text: string): Position | null {
  const found = /^\s*(-?\d{1,2}(?:[.,]\d+)?)\s*[°N]?[\s,;]+(-?\d{1,3}(?:[.,]\d+)?)\s*[°E]?\s*$/.exec(text);
  if (found === null) return null;
  const [lat, lng] = [found[1], found[2]].map((part) => Number((part ?? '').replace(',', '.')));
  if (lat === undefined || lng === undefined || !isPosition({ lat, lng })) return null;
  return { lat, lng };
}
