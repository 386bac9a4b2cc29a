import type { Position } from '#base/geometry';
import { Refusal } from '#base/refusal';

/** The place of a query: both of its numbers or none. */
export function nearOf(query: {
  readonly near_lat?: number | undefined;
  readonly near_lng?: number | undefined;
  readonly within?: number | undefined;
  readonly sort?: string | undefined;
}): Position | undefined {
  const { near_lat: lat, near_lng: lng, within, sort } = query;
  if (lat !== undefined && lng !== undefined) return { lat, lng };
  const needsPlace = within !== undefined || sort === 'distance';
  if (lat === undefined && lng === undefined && !needsPlace) return undefined;
  throw new Refusal('invalid', 'quests.near_incomplete', 'A place needs its latitude and its longitude.', {
    errors: [
      ...(lat === undefined ? [{ pointer: '/query/near_lat', message: 'is needed' }] : []),
      ...(lng === undefined ? [{ pointer: '/query/near_lng', message: 'is needed' }] : []),
    ],
  });
}
