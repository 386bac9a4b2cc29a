import { afterAll, beforeAll, expect, it } from 'vitest';
import { newId } from '#base/ids';
import { geoModule } from '#modules/capabilities/geo';
import { sql } from '#platform/server/database';
import { startTestApp, type TestApp } from '#platform/testing';
import { geoRef } from './index.ts';
import { purgeTracksJob } from './jobs/definitions.ts';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp({ modules: [geoModule], environment: { GEO_TRACK_RETENTION_DAYS: '1' } });
});
afterAll(() => test.close());

it('forgets old readings by its job', async () => {
  const geo = test.app.service(geoRef);
  const { database, jobs } = test.app;
  const [subject, ownerId] = [newId(), newId()];
  const at = new Date(Date.now() - 60_000);
  await database.transaction((tx) =>
    geo.track(tx, { subject, ownerId, fixes: [{ lat: 59.9, lng: 30.3, accuracy: 5, at }] }),
  );
  expect(await geo.trackOf(database, subject, 5)).toHaveLength(1);
  await database.run(sql`UPDATE geo.reading SET taken_at = taken_at - interval '2 days'`);
  await database.transaction((tx) => jobs.jobs.send(tx, purgeTracksJob, {}));
  await expect.poll(() => geo.trackOf(database, subject, 5), { timeout: 20_000 }).toEqual([]);
});
