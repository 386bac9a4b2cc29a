import { type Box, boxesAround, boxesBetween, isPosition, type Position } from '#base/geometry';
import { Refusal } from '#base/refusal';
import type { Reader } from '#platform/server/database';
import type { Geo, Place } from '../index.ts';
import { byDistance, type Distant, hasSeenAll } from './nearest.rules.ts';
import { deletePlaces, nearestInDegrees, placesInBox, upsertPlace } from './place.store.ts';

/** Half the way round the Earth and a little more: no place is farther. */
const everywhere = 20_040_000;

function checkPosition(position: Position): void {
  if (!isPosition(position)) {
    throw new Refusal('invalid', 'geo.position_invalid', 'This is no place on the Earth.');
  }
}

/** The same place in the plane of degrees, as seen from beyond the antimeridian. */
const beyond = ({ lat, lng }: Position): Position => ({ lat, lng: lng > 0 ? lng - 360 : lng + 360 });

/** Places, found exactly: the index proposes, distances decide. */
export function createPlaces(): Pick<Geo, 'put' | 'remove' | 'nearest' | 'inBox'> {
  async function insideOf(
    reader: Reader,
    collection: string,
    boxes: readonly Box[],
    limit?: number,
  ): Promise<readonly Place[]> {
    const found = await Promise.all(boxes.map((box) => placesInBox(reader, collection, box, limit)));
    return found.flat();
  }

  /** Whatever is among the nearest lies within the distance of as many that are known already. */
  async function nearestOf(
    reader: Reader,
    { collection, at, limit, within = everywhere }: Parameters<Geo['nearest']>[1],
  ): Promise<readonly Distant[]> {
    const count = limit * 3;
    const seen = await nearestInDegrees(reader, collection, at, count);
    const known = byDistance(at, seen);
    if (seen.length < count) return known;
    const boundOf = (places: readonly Distant[]): number =>
      Math.min(within, places[limit - 1]?.distance ?? everywhere);
    let boxes = boxesAround(at, boundOf(known));
    if (hasSeenAll(at, seen, boxes)) return known;
    if (boxes.length > 1) {
      // The antimeridian is near: what is beyond it may be much nearer than what the index proposed on this side.
      const others = await nearestInDegrees(reader, collection, beyond(at), count);
      boxes = boxesAround(at, boundOf(byDistance(at, [...seen, ...others])));
    }
    return byDistance(at, await insideOf(reader, collection, boxes));
  }

  return {
    async put(tx, collection, place) {
      checkPosition(place);
      await upsertPlace(tx, collection, place);
    },
    remove: (tx, collection, ids) => deletePlaces(tx, collection, ids),
    async nearest(reader, query) {
      checkPosition(query.at);
      const { limit, within = everywhere } = query;
      if (limit < 1 || within < 0) return [];
      const found = await nearestOf(reader, query);
      return found.filter(({ distance }) => distance <= within).slice(0, limit);
    },
    async inBox(reader, { collection, southWest, northEast, limit }) {
      const boxes = boxesBetween(southWest, northEast);
      return (await insideOf(reader, collection, boxes, limit)).slice(0, limit);
    },
  };
}
