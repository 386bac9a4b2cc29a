import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { distanceBetween, type Position } from '#base/geometry';
import { geoRef, type Place } from '#capabilities/geo/server';
import { geoModule } from '#modules/capabilities/geo';
import { startApp } from '#platform/server/app';
import { sql } from '#platform/server/database';
import { percentile, printTable, round } from './figures.ts';
import { createChoices } from './words.ts';

/**
 * The nearest places among many, through the interface of the module, beside what PostgreSQL answers by itself (order of
 * degrees, which is fast and wrong) and a scan that measures every place (which is right and slow).
 *
 * Usage: node benchmarks/geo.bench.ts [--quick]
 */
const quick = process.argv.includes('--quick');
const count = quick ? 100_000 : 1_000_000;
const queries = 300;
/** Scans are slow; their median needs few. */
const scans = quick ? 30 : 20;
const cities = 40;
const limit = 20;
const batch = 20_000;
const collection = 'benchmark';

const choose = createChoices(11);
const random = (): number => (choose(1_000_000) + 0.5) / 1_000_000;
const gaussian = (): number => Math.sqrt(-2 * Math.log(random())) * Math.cos(2 * Math.PI * random());
const between = (from: number, to: number): number => from + random() * (to - from);

/** Cities of Russia's latitudes and longitudes, from a town to a metropolis. */
const centres = Array.from({ length: cities }, () => ({
  lat: between(43, 69),
  lng: between(20, 170),
  spread: between(0.02, 0.15),
}));

function anywhere(): Position {
  const { lat, lng, spread } = centres[choose(cities)] ?? { lat: 0, lng: 0, spread: 1 };
  return {
    lat: lat + gaussian() * spread,
    lng: lng + (gaussian() * spread) / Math.cos((lat * Math.PI) / 180),
  };
}

async function timed<Result>(work: () => Promise<Result>): Promise<readonly [number, Result]> {
  const startedAt = performance.now();
  const result = await work();
  return [performance.now() - startedAt, result];
}

const directory = await mkdtemp(join(tmpdir(), 'quintet-bench-'));
const app = await startApp({
  modules: [geoModule],
  environment: { DATA_DIR: directory, LOG_LEVEL: 'error', LOG_FORMAT: 'json' },
  version: 'benchmark',
  doors: 'none',
});
try {
  const geo = app.service(geoRef);
  const { database } = app;
  const places: readonly Place[] = Array.from({ length: count }, (_, index) => ({
    id: `place-${index}`,
    ...anywhere(),
  }));
  const [loading] = await timed(async () => {
    for (let at = 0; at < count; at += batch) {
      const some = places.slice(at, at + batch);
      await database.run(sql`
        INSERT INTO geo.place (collection, id, lat, lng)
        SELECT ${collection}, * FROM unnest(${some.map(({ id }) => id)}::text[],
          ${some.map(({ lat }) => lat)}::float8[], ${some.map(({ lng }) => lng)}::float8[])`);
    }
    await database.run(sql`VACUUM ANALYZE geo.place`);
  });
  process.stdout.write(`${count} places were loaded in ${round(loading / 1_000, 1)} s, indexes included.\n`);

  const rows: Readonly<Record<string, string | number>>[] = [];
  const asked = Array.from({ length: queries }, anywhere);

  function brute(at: Position): ReadonlySet<string> {
    const nearest = places
      .map(({ id, lat, lng }) => ({ id, distance: distanceBetween(at, { lat, lng }) }))
      .toSorted((left, right) => left.distance - right.distance);
    return new Set(nearest.slice(0, limit).map(({ id }) => id));
  }

  async function row(
    what: string,
    times: readonly number[],
    reference: readonly number[],
    recall: number | string,
  ): Promise<void> {
    const [p50, p95] = [percentile(times, 0.5), percentile(times, 0.95)];
    rows.push({
      what,
      'p50 ms': round(p50),
      'p95 ms': round(p95),
      'ratio to naive p50': reference.length === 0 ? '' : round(p50 / percentile(reference, 0.5)),
      'ratio to scan p50': round(p50 / percentile(scanTimes, 0.5), 4),
      recall,
    });
  }

  const ask = (at: Position): Promise<readonly Place[]> => geo.nearest(database, { collection, at, limit });
  const askNaive = (at: Position): Promise<readonly Place[]> =>
    database.rows<Place>(sql`
      SELECT id, lat, lng FROM geo.place WHERE collection = ${collection}
       ORDER BY point(lng, lat) <-> point(${at.lng}::float8, ${at.lat}::float8) LIMIT ${limit}`);
  const askScan = (at: Position): Promise<readonly Place[]> =>
    database.rows<Place>(sql`
      SELECT id, lat, lng FROM geo.place WHERE collection = ${collection}
       ORDER BY power(sin(radians(lat - ${at.lat}::float8) / 2), 2)
              + cos(radians(lat)) * cos(radians(${at.lat}::float8))
                * power(sin(radians(lng - ${at.lng}::float8) / 2), 2) LIMIT ${limit}`);

  for (const at of asked.slice(0, 20)) await ask(at);
  const [times, naiveTimes, scanTimes]: [number[], number[], number[]] = [[], [], []];
  let [found, naivelyFound, wanted] = [0, 0, 0];
  const answers = new Map<Position, readonly Place[]>();
  const naiveAnswers = new Map<Position, readonly Place[]>();
  for (const at of asked) {
    const [time, answer] = await timed(() => ask(at));
    times.push(time);
    answers.set(at, answer);
  }
  for (const at of asked) {
    const [time, answer] = await timed(() => askNaive(at));
    naiveTimes.push(time);
    naiveAnswers.set(at, answer);
  }
  for (const at of asked.slice(0, scans)) scanTimes.push((await timed(() => askScan(at)))[0]);
  // Measuring a million places in this process for each query takes a while: a part proves as much.
  for (const at of asked.slice(0, quick ? queries : 60)) {
    const right = brute(at);
    wanted += right.size;
    found += (answers.get(at) ?? []).filter(({ id }) => right.has(id)).length;
    naivelyFound += (naiveAnswers.get(at) ?? []).filter(({ id }) => right.has(id)).length;
  }
  await row(`nearest ${limit} of ${count}`, times, naiveTimes, (found / wanted).toFixed(3));
  await row('order of degrees (naive)', naiveTimes, [], (naivelyFound / wanted).toFixed(3));
  await row('scan that measures all', scanTimes, [], '1.000');

  const inside: number[] = [];
  for (const at of asked) {
    const within = 1_000;
    inside.push((await timed(() => geo.nearest(database, { collection, at, limit: 200, within })))[0]);
  }
  await row('nearest 200 within 1 km', inside, [], '');
  printTable('Places, beside plain PostgreSQL on the same rows', rows);
} finally {
  await app.stop();
  await rm(directory, { recursive: true, force: true });
}
