/** A place on the Earth, WGS 84, in degrees. */
export interface Position {
  readonly lat: number;
  readonly lng: number;
}

/** All places between two parallels and two meridians; never crosses the antimeridian. */
export interface Box {
  readonly southWest: Position;
  readonly northEast: Position;
}

/** Mean radius of the Earth in metres (IUGG). */
const earthRadius = 6_371_008.8;

const radians = (degrees: number): number => (degrees * Math.PI) / 180;
const degrees = (angle: number): number => (angle * 180) / Math.PI;

/** The same meridian as a longitude of -180 (included) to 180 (excluded). */
export function wrapLongitude(lng: number): number {
  return lng >= -180 && lng < 180 ? lng : ((((lng + 180) % 360) + 360) % 360) - 180;
}

/** Tells whether the numbers are a place: finite, latitude within ±90, longitude within ±180. */
export function isPosition({ lat, lng }: Position): boolean {
  return Math.abs(lat) <= 90 && Math.abs(lng) <= 180;
}

/** The great-circle distance in metres (haversine). */
export function distanceBetween(from: Position, to: Position): number {
  const dLat = radians(to.lat - from.lat);
  const dLng = radians(to.lng - from.lng);
  const h =
    Math.sin(dLat / 2) ** 2 +
    Math.cos(radians(from.lat)) * Math.cos(radians(to.lat)) * Math.sin(dLng / 2) ** 2;
  return 2 * earthRadius * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** The direction in which the great circle to a place begins: degrees clockwise from north, 0 to 360. */
export function bearingBetween(from: Position, to: Position): number {
  const [fromLat, toLat, dLng] = [radians(from.lat), radians(to.lat), radians(to.lng - from.lng)];
  const east = Math.sin(dLng) * Math.cos(toLat);
  const north = Math.cos(fromLat) * Math.sin(toLat) - Math.sin(fromLat) * Math.cos(toLat) * Math.cos(dLng);
  return (degrees(Math.atan2(east, north)) + 360) % 360;
}

/** Where one arrives after `metres` along the great circle that begins in a direction (degrees from north). */
export function destination(from: Position, bearing: number, metres: number): Position {
  const [lat, angle, direction] = [radians(from.lat), metres / earthRadius, radians(bearing)];
  const sinLat = Math.sin(lat) * Math.cos(angle) + Math.cos(lat) * Math.sin(angle) * Math.cos(direction);
  const toLat = Math.asin(Math.max(-1, Math.min(1, sinLat)));
  const dLng = Math.atan2(
    Math.sin(direction) * Math.sin(angle) * Math.cos(lat),
    Math.cos(angle) - Math.sin(lat) * sinLat,
  );
  return { lat: degrees(toLat), lng: wrapLongitude(from.lng + degrees(dLng)) };
}

type Vector = readonly [number, number, number];

function vectorOf({ lat, lng }: Position): Vector {
  const [phi, lambda] = [radians(lat), radians(lng)];
  return [Math.cos(phi) * Math.cos(lambda), Math.cos(phi) * Math.sin(lambda), Math.sin(phi)];
}

function cross(a: Vector, b: Vector): Vector {
  return [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
}

const dot = (a: Vector, b: Vector): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];

/** Metres from a place to the nearest point of the great-circle way between two others. */
export function distanceToSegment(position: Position, from: Position, to: Position): number {
  const ends = Math.min(distanceBetween(position, from), distanceBetween(position, to));
  const [p, a, b] = [vectorOf(position), vectorOf(from), vectorOf(to)];
  const normal = cross(a, b);
  const length = Math.hypot(...normal);
  // The same place twice (or its antipode) has no way between; beyond an end, the end is nearest.
  if (length < 1e-15 || dot(cross(normal, a), p) <= 0 || dot(cross(b, normal), p) <= 0) return ends;
  return Math.min(ends, earthRadius * Math.abs(Math.asin(dot(normal, p) / length)));
}

/** Metres from a place to the nearest point of a line; a line of one point is that point, an empty one is nowhere. */
export function distanceToLine(position: Position, line: readonly Position[]): number {
  const [first, ...rest] = line;
  if (first === undefined) return Number.POSITIVE_INFINITY;
  if (rest.length === 0) return distanceBetween(position, first);
  let nearest = Number.POSITIVE_INFINITY;
  let from = first;
  for (const to of rest) {
    nearest = Math.min(nearest, distanceToSegment(position, from, to));
    from = to;
  }
  return nearest;
}

/** Degrees of longitude from one meridian to another by the shorter way, -180 to 180. */
const turn = (from: number, to: number): number => wrapLongitude(to - from);

/**
 * Tells whether a place is inside a polygon (ray casting on the map of latitude and longitude; closed or not, also
 * across the antimeridian). Fewer than three corners hold nothing; polygons around a pole are not supported.
 */
export function isInPolygon(position: Position, ring: readonly Position[]): boolean {
  let inside = false;
  let previous = ring.at(-1);
  for (const corner of ring.length < 3 ? [] : ring) {
    if (previous !== undefined && corner.lat > position.lat !== previous.lat > position.lat) {
      const x = turn(position.lng, corner.lng);
      const share = (position.lat - corner.lat) / (previous.lat - corner.lat);
      if (x + share * turn(corner.lng, previous.lng) > 0) inside = !inside;
    }
    previous = corner;
  }
  return inside;
}

/**
 * Boxes that together hold every place within `metres`: one, two when the antimeridian is crossed. Around a pole the
 * box goes round the Earth. Never smaller than needed; the corners are farther away than the radius.
 */
export function boxesAround(centre: Position, metres: number): readonly Box[] {
  // A hair more than asked for, so that rounding never cuts a place off.
  const angle = (metres / earthRadius) * (1 + 1e-9) + 1e-11;
  const [south, north] = [centre.lat - degrees(angle), centre.lat + degrees(angle)];
  if (south <= -90 || north >= 90 || angle >= Math.PI / 2) {
    return [
      {
        southWest: { lat: Math.max(-90, south), lng: -180 },
        northEast: { lat: Math.min(90, north), lng: 180 },
      },
    ];
  }
  const sine = Math.sin(angle) / Math.cos(radians(centre.lat));
  const half = degrees(Math.asin(Math.min(1, sine)));
  return boxesBetween({ lat: south, lng: centre.lng - half }, { lat: north, lng: centre.lng + half });
}

/** Splits a view at the antimeridian: `southWest.lng` may be greater than `northEast.lng`, or either beyond ±180. */
export function boxesBetween(southWest: Position, northEast: Position): readonly Box[] {
  const [south, north] = [Math.max(-90, southWest.lat), Math.min(90, northEast.lat)];
  const box = (west: number, east: number): Box => ({
    southWest: { lat: south, lng: west },
    northEast: { lat: north, lng: east },
  });
  const width = northEast.lng - southWest.lng;
  if (width >= 360) return [box(-180, 180)];
  const west = wrapLongitude(southWest.lng);
  const east = west + (width < 0 ? width + 360 : width);
  return east <= 180 ? [box(west, east)] : [box(west, 180), box(-180, east - 360)];
}

/**
 * Whether a reading counts as having reached a place: the accuracy is forgiven, but only up to a cap, so that a
 * device which knows nothing does not reach everything. All in metres.
 */
export function isReached(distance: number, radius: number, accuracy: number, cap = 30): boolean {
  return distance <= radius + Math.min(Math.max(0, accuracy), cap);
}
