import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { destination, distanceBetween, type Position } from '#base/geometry';
import { newId } from '#base/ids';
import { day } from '#base/time';
import { type TestDatabase, testDatabase } from '#platform/testing';
import { createGeo, type GeoService } from './geo.ts';
import type { Fix, Place, Shape } from './index.ts';

let test: TestDatabase;
let geo: GeoService;
let now = new Date('2026-06-01T12:00:00Z');

beforeAll(async () => {
  test = await testDatabase([{ module: 'geo', directory: new URL('./db/migrations/', import.meta.url) }]);
  geo = createGeo({
    database: test.database,
    clock: () => now,
    config: { GEO_TRACK_RETENTION_DAYS: 30, GEO_TRACK_MAX_SPEED: 100 },
  });
});
afterAll(() => test.close());

async function putAll(collection: string, places: readonly Place[]): Promise<void> {
  await test.database.transaction(async (tx) => {
    for (const place of places) await geo.put(tx, collection, place);
  });
}

function bruteForce(at: Position, places: readonly Place[]): readonly Place[] {
  return places.toSorted(
    (left, right) => distanceBetween(at, left) - distanceBetween(at, right) || (left.id < right.id ? -1 : 1),
  );
}

describe('nearest', () => {
  const anywhere = fc.record({
    lat: fc.double({ min: -90, max: 90, noNaN: true }),
    lng: fc.double({ min: -180, max: 180, noNaN: true }),
  });
  /** Less than a tenth of a millimetre from zero is kept as zero. */
  const kept = ({ lat, lng }: Position): Position => ({
    lat: Math.abs(lat) < 1e-9 ? 0 : lat,
    lng: Math.abs(lng) < 1e-9 ? 0 : lng,
  });
  /** Where degrees lie most: poles, the antimeridian, high latitudes, and a dense city. */
  const awkward = fc
    .oneof(
      anywhere,
      fc.record({
        lat: fc.oneof(
          fc.double({ min: 89, max: 90, noNaN: true }),
          fc.double({ min: -90, max: -89, noNaN: true }),
        ),
        lng: fc.double({ min: -180, max: 180, noNaN: true }),
      }),
      fc.record({
        lat: fc.double({ min: 60, max: 75, noNaN: true }),
        lng: fc.oneof(
          fc.double({ min: 179, max: 180, noNaN: true }),
          fc.double({ min: -180, max: -179, noNaN: true }),
        ),
      }),
      fc.record({
        lat: fc.double({ min: 68.9, max: 69.1, noNaN: true }),
        lng: fc.double({ min: 33, max: 33.2, noNaN: true }),
      }),
    )
    .map(kept);

  it('orders exactly as measuring every place does', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(awkward, { minLength: 1, maxLength: 120 }),
        awkward,
        fc.integer({ min: 1, max: 9 }),
        fc.option(fc.double({ min: 0, max: 2_000_000, noNaN: true })),
        async (positions, at, limit, within) => {
          const collection = newId();
          const places = positions.map((position, index) => ({ id: `p${index}`, ...position }));
          await putAll(collection, places);
          const found = await geo.nearest(test.database, {
            collection,
            at,
            limit,
            ...(within === null ? {} : { within }),
          });
          const expected = bruteForce(at, places)
            .filter((place) => within === null || distanceBetween(at, place) <= within)
            .slice(0, limit);
          expect(found.map(({ distance }) => distance)).toEqual(
            expected.map((place) => distanceBetween(at, place)),
          );
          expect(found.map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('keeps collections apart, replaces and removes', async () => {
    const [quests, doctors] = [newId(), newId()];
    await putAll(quests, [{ id: 'a', lat: 59.9, lng: 30.3 }]);
    await putAll(doctors, [{ id: 'b', lat: 59.9, lng: 30.3 }]);
    const near = (collection: string, at: Position) =>
      geo.nearest(test.database, { collection, at, limit: 5, within: 1_000 });
    expect(await near(quests, { lat: 59.9, lng: 30.3 })).toEqual([
      { id: 'a', lat: 59.9, lng: 30.3, distance: 0 },
    ]);
    await putAll(quests, [{ id: 'a', lat: 55.7, lng: 37.6 }]);
    expect(await near(quests, { lat: 59.9, lng: 30.3 })).toEqual([]);
    expect(await near(quests, { lat: 55.7, lng: 37.6 })).toHaveLength(1);
    await test.database.transaction((tx) => geo.remove(tx, quests, ['a', 'unknown']));
    expect(await near(quests, { lat: 55.7, lng: 37.6 })).toEqual([]);
    expect(
      await geo.nearest(test.database, { collection: quests, at: { lat: 0, lng: 0 }, limit: 0 }),
    ).toEqual([]);
  });

  it('refuses what is no place', async () => {
    const refusal = { kind: 'invalid', code: 'geo.position_invalid' };
    await expect(putAll('x', [{ id: 'a', lat: 91, lng: 0 }])).rejects.toMatchObject(refusal);
    const nowhere = { collection: 'x', at: { lat: Number.NaN, lng: 0 }, limit: 1 };
    await expect(geo.nearest(test.database, nowhere)).rejects.toMatchObject(refusal);
  });

  it('finds what a map shows, across the antimeridian too', async () => {
    const collection = newId();
    await putAll(collection, [
      { id: 'west', lat: 65, lng: 179.5 },
      { id: 'east', lat: 65, lng: -179.5 },
      { id: 'far', lat: 65, lng: 0 },
    ]);
    const view = { collection, southWest: { lat: 60, lng: 179 }, northEast: { lat: 70, lng: -179 } };
    const found = await geo.inBox(test.database, { ...view, limit: 10 });
    expect(found.map(({ id }) => id).toSorted()).toEqual(['east', 'west']);
    expect(await geo.inBox(test.database, { ...view, limit: 1 })).toHaveLength(1);
  });
});

describe('tracks', () => {
  const centre = { lat: 59.95, lng: 30.3 };
  const fences: readonly { id: string; shape: Shape }[] = [
    { id: 'gate', shape: { kind: 'circle', centre, radius: 40 } },
  ];
  const fix = (metres: number, second: number): Fix => ({
    ...destination(centre, metres < 0 ? 270 : 90, Math.abs(metres)),
    accuracy: 5,
    at: new Date(now.getTime() - 600_000 + second * 1_000),
  });
  const track = (subject: string, ownerId: string, fixes: readonly Fix[]) =>
    test.database.transaction((tx) => geo.track(tx, { subject, ownerId, fixes, fences }));

  it('tell crossings once, in order of the device, however late readings arrive', async () => {
    const [subject, owner] = [newId(), newId()];
    expect(await track(subject, owner, [fix(300, 0), fix(200, 10)])).toEqual({ kept: 2, crossings: [] });
    const entered = await track(subject, owner, [fix(10, 60)]);
    expect(entered.crossings).toEqual([{ fenceId: 'gate', kind: 'enter', at: fix(0, 60).at }]);
    // The way there, late: the story starts earlier, and nobody enters twice.
    expect(await track(subject, owner, [fix(100, 30), fix(20, 50)])).toEqual({ kept: 2, crossings: [] });
    // The same upload again.
    expect(await track(subject, owner, [fix(100, 30), fix(20, 50)])).toEqual({ kept: 0, crossings: [] });
    const left = await track(subject, owner, [fix(-200, 120)]);
    expect(left.crossings.map(({ kind }) => kind)).toEqual(['exit']);
    // A whole visit nobody had heard of, late.
    const late = await track(subject, owner, [fix(5, 14), fix(220, 22)]);
    expect(late.crossings.map(({ kind }) => kind)).toEqual(['enter', 'exit']);
    const all = await geo.trackOf(test.database, subject, 100);
    expect(all.map(({ at }) => at.getTime())).toEqual(all.map(({ at }) => at.getTime()).toSorted());
    expect(all).toHaveLength(8);
    expect(await geo.trackOf(test.database, subject, 2)).toEqual(all.slice(-2));
  });

  it('tell the same story whatever the order of uploads', async () => {
    const story = [300, 30, 0, 90, 200, 20, -20, -300].map((metres, index) => fix(metres, index * 20));
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(story, { minLength: story.length }), async (shuffled) => {
        const [subject, owner] = [newId(), newId()];
        const told: string[] = [];
        for (const one of shuffled) {
          told.push(...(await track(subject, owner, [one])).crossings.map(({ kind }) => kind));
        }
        const enters = told.filter((kind) => kind === 'enter').length;
        expect(told.length - enters).toBe(enters);
        const whole = await track(newId(), owner, story);
        expect(enters).toBeGreaterThanOrEqual(whole.crossings.length / 2);
      }),
      { numRuns: 15 },
    );
  });

  it('drop what cannot be', async () => {
    const [subject, owner] = [newId(), newId()];
    const { kept } = await track(subject, owner, [
      fix(0, 0),
      { ...fix(0, 1), lat: 0, lng: 0 },
      { ...fix(0, 2), lat: Number.NaN },
      { ...fix(0, 3), accuracy: 50_000 },
      { ...fix(0, 0), accuracy: 9 },
      fix(50_000, 10),
      { ...fix(0, 0), at: new Date(now.getTime() + day) },
      { ...fix(0, 0), at: new Date(now.getTime() - 31 * day) },
      { ...fix(20, 20), mock: true },
    ]);
    expect(kept).toBe(2);
    expect(await geo.trackOf(test.database, subject, 9)).toMatchObject([{ accuracy: 5 }, { mock: true }]);
  });

  it('belong to one person', async () => {
    const [subject, owner] = [newId(), newId()];
    await track(subject, owner, [fix(0, 0)]);
    await expect(track(subject, newId(), [fix(0, 5)])).rejects.toMatchObject({
      kind: 'not_found',
      code: 'geo.track_not_found',
    });
    const many = Array.from({ length: 10_001 }, (_, index) => fix(0, index));
    await expect(track(subject, owner, many)).rejects.toMatchObject({ code: 'geo.too_many_readings' });
  });

  it('are forgotten when asked, with the person, and by age', async () => {
    const [first, second, third, owner, other] = [newId(), newId(), newId(), newId(), newId()];
    await track(first, owner, [fix(0, 0)]);
    await track(second, owner, [fix(0, 0), fix(200, 60)]);
    await track(third, other, [fix(0, 0)]);
    await test.database.transaction((tx) => geo.forgetTrack(tx, first));
    expect(await geo.trackOf(test.database, first, 9)).toEqual([]);
    expect(await geo.personalData.export(owner)).toMatchObject({
      tracks: [
        {
          subject: second,
          readings: [{ accuracy: 5 }, {}],
          crossings: [{ direction: 'enter' }, { direction: 'exit' }],
        },
      ],
    });
    for (const _again of [1, 2]) await test.database.transaction((tx) => geo.personalData.erase(tx, owner));
    expect(await geo.personalData.export(owner)).toEqual({ tracks: [] });
    expect(await geo.trackOf(test.database, third, 9)).toHaveLength(1);
    const before = now;
    now = new Date(now.getTime() + 31 * day);
    expect(await geo.purgeTracks()).toBeGreaterThan(0);
    expect(await geo.personalData.export(other)).toEqual({ tracks: [] });
    now = before;
  });
});
