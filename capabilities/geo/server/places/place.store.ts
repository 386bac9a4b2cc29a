import type { Box, Position } from '#base/geometry';
import { type Reader, sql, type Tx } from '#platform/server/database';
import type { Place } from '../index.ts';

/** Below a tenth of a millimetre it is zero: the database squares differences of degrees, and refuses what underflows. */
const graspable = (degrees: number): number => (Math.abs(degrees) < 1e-9 ? 0 : degrees);

export async function upsertPlace(tx: Tx, collection: string, { id, lat, lng }: Place): Promise<void> {
  await tx.run(sql`
    INSERT INTO geo.place (collection, id, lat, lng) VALUES (${collection}, ${id}, ${graspable(lat)}, ${graspable(lng)})
    ON CONFLICT (collection, id) DO UPDATE SET lat = excluded.lat, lng = excluded.lng`);
}

export async function deletePlaces(tx: Tx, collection: string, ids: readonly string[]): Promise<void> {
  await tx.run(sql`DELETE FROM geo.place WHERE collection = ${collection} AND id = ANY (${ids})`);
}

/** The first places in order of degrees as the index sees them, which is not the order of distances. */
export async function nearestInDegrees(
  reader: Reader,
  collection: string,
  { lat, lng }: Position,
  limit: number,
): Promise<readonly Place[]> {
  return reader.rows<Place>(sql`
    SELECT id, lat, lng FROM geo.place WHERE collection = ${collection}
     ORDER BY point(lng, lat) <-> point(${graspable(lng)}::float8, ${graspable(lat)}::float8) LIMIT ${limit}`);
}

/** Degrees by which a box is wider for the index: its comparisons are not exact to the last bit. */
const margin = 0.000_001;

/** Places inside a box, in no order. */
export async function placesInBox(
  reader: Reader,
  collection: string,
  { southWest, northEast }: Box,
  limit?: number,
): Promise<readonly Place[]> {
  return reader.rows<Place>(sql`
    SELECT id, lat, lng FROM geo.place
     WHERE collection = ${collection}
       AND point(lng, lat) <@ box(
             point(${southWest.lng - margin}::float8, ${southWest.lat - margin}::float8),
             point(${northEast.lng + margin}::float8, ${northEast.lat + margin}::float8))
     LIMIT ${limit ?? null}::bigint`);
}
