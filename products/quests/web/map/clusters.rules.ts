import { type LatLng, toWorld, worldSize } from './camera.rules.ts';

export interface Cluster<Item> {
  readonly key: string;
  readonly center: LatLng;
  readonly items: readonly Item[];
}

interface Placed {
  readonly id: string;
  readonly place: LatLng;
}

/** Nearer than this, in pixels, pins would hide each other. */
const reach = 52;

/** From here on pins are shown one by one, whatever hides what. */
export const looseZoom = 17;

/** Puts together what stands too close at this zoom. Every item is in exactly one cluster; order decides ties. */
export function clustersOf<Item extends Placed>(
  items: readonly Item[],
  zoom: number,
): readonly Cluster<Item>[] {
  const world = worldSize(zoom);
  const groups: { readonly x: number; readonly y: number; readonly items: Item[] }[] = [];
  for (const item of items) {
    const spot = toWorld(item.place);
    const x = spot.x * world;
    const y = spot.y * world;
    const near =
      zoom >= looseZoom ? undefined : groups.find((group) => Math.hypot(group.x - x, group.y - y) < reach);
    if (near === undefined) groups.push({ x, y, items: [item] });
    else near.items.push(item);
  }
  return groups.map((group) => {
    const count = group.items.length;
    const sum = group.items.reduce(
      (total, { place }) => ({ lat: total.lat + place.lat, lng: total.lng + place.lng }),
      { lat: 0, lng: 0 },
    );
    return {
      key: group.items[0]?.id ?? '',
      center: { lat: sum.lat / count, lng: sum.lng / count },
      items: group.items,
    };
  });
}
