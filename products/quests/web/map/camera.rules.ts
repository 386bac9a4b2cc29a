/** Degrees, WGS 84. */
export interface LatLng {
  readonly lat: number;
  readonly lng: number;
}

/** Where the map looks: the middle of the view, and a zoom at which the world is 512 · 2^zoom pixels wide. */
export interface Camera {
  readonly center: LatLng;
  readonly zoom: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Spot {
  readonly x: number;
  readonly y: number;
}

export interface Bounds {
  readonly south: number;
  readonly west: number;
  readonly north: number;
  readonly east: number;
}

export const zoomRange = { min: 3, max: 19 } as const;

/** Web Mercator ends here. */
const maxLatitude = 85.051_129;
const equator = 40_075_016.686;
const radians = Math.PI / 180;

const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));

/** The whole world is the square from 0 to 1. */
export function toWorld({ lat, lng }: LatLng): Spot {
  const sine = Math.sin(clamp(lat, -maxLatitude, maxLatitude) * radians);
  return { x: lng / 360 + 0.5, y: 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI) };
}

export function fromWorld({ x, y }: Spot): LatLng {
  return { lat: Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) / radians, lng: (x - 0.5) * 360 };
}

export const worldSize = (zoom: number): number => 512 * 2 ** zoom;

/** Metres that one pixel stands for at a latitude. */
export const metresPerPixel = (lat: number, zoom: number): number =>
  (equator * Math.cos(lat * radians)) / worldSize(zoom);

/** Pixels from the upper left corner of the view. */
export function project(place: LatLng, camera: Camera, size: Size): Spot {
  const world = worldSize(camera.zoom);
  const middle = toWorld(camera.center);
  const spot = toWorld(place);
  return {
    x: (spot.x - middle.x) * world + size.width / 2,
    y: (spot.y - middle.y) * world + size.height / 2,
  };
}

export function unproject(spot: Spot, camera: Camera, size: Size): LatLng {
  const world = worldSize(camera.zoom);
  const middle = toWorld(camera.center);
  return fromWorld({
    x: middle.x + (spot.x - size.width / 2) / world,
    y: middle.y + (spot.y - size.height / 2) / world,
  });
}

/** Pulls the map by so many pixels: the place under the finger stays under it. */
export function panned(camera: Camera, by: Spot): Camera {
  const world = worldSize(camera.zoom);
  const middle = toWorld(camera.center);
  const y = clamp(middle.y - by.y / world, 0, 1);
  return { ...camera, center: fromWorld({ x: middle.x - by.x / world, y }) };
}

/** Zooms by steps, keeping the place at `spot` where it is. */
export function zoomed(camera: Camera, by: number, spot: Spot, size: Size): Camera {
  const zoom = clamp(camera.zoom + by, zoomRange.min, zoomRange.max);
  const held = unproject(spot, camera, size);
  const moved = project(held, { ...camera, zoom }, size);
  return panned({ ...camera, zoom }, { x: spot.x - moved.x, y: spot.y - moved.y });
}

/** The smallest rectangle around the places; null when there are none. */
export function boundsAround(places: readonly LatLng[]): Bounds | null {
  if (places.length === 0) return null;
  const lats = places.map(({ lat }) => lat);
  const lngs = places.map(({ lng }) => lng);
  return {
    south: Math.min(...lats),
    west: Math.min(...lngs),
    north: Math.max(...lats),
    east: Math.max(...lngs),
  };
}

export function boundsOfView(camera: Camera, size: Size): Bounds {
  const upperLeft = unproject({ x: 0, y: 0 }, camera, size);
  const lowerRight = unproject({ x: size.width, y: size.height }, camera, size);
  return {
    south: lowerRight.lat,
    west: Math.max(-180, upperLeft.lng),
    north: upperLeft.lat,
    east: Math.min(180, lowerRight.lng),
  };
}

/** Shows all of the rectangle with `padding` pixels around it, not closer than `closest`. */
export function fitted(bounds: Bounds, size: Size, padding = 56, closest = 16): Camera {
  const upperLeft = toWorld({ lat: bounds.north, lng: bounds.west });
  const lowerRight = toWorld({ lat: bounds.south, lng: bounds.east });
  const room = {
    x: Math.max(size.width - 2 * padding, 40),
    y: Math.max(size.height - 2 * padding, 40),
  };
  const widest = Math.max(
    (lowerRight.x - upperLeft.x) / room.x,
    (lowerRight.y - upperLeft.y) / room.y,
    Number.EPSILON,
  );
  const center = fromWorld({ x: (upperLeft.x + lowerRight.x) / 2, y: (upperLeft.y + lowerRight.y) / 2 });
  return { center, zoom: clamp(Math.log2(1 / (512 * widest)), zoomRange.min, closest) };
}
