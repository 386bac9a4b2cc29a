import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#base/ids';
import { startTestApp, type TestApp, type TestClient, testCallers, testClient } from '#platform/testing';
import { listModels, rebuildModels } from '../contract/index.ts';
import { recommendationsRef } from './index.ts';
import { recommendationsModule } from './module.ts';

const { callersModule } = testCallers({ analyst: ['view_analytics'], author: [] });
let test: TestApp;
let analyst: TestClient;
beforeAll(async () => {
  test = await startTestApp({ modules: [recommendationsModule, callersModule] });
  analyst = testClient(test, 'analyst');
  const recommendations = test.app.service(recommendationsRef);
  await test.test.database.transaction(async (tx) => {
    for (let person = 0; person < 3; person += 1) {
      const userId = newId();
      for (const itemId of ['a', 'b'])
        await recommendations.record(tx, { collection: 'quests', userId, itemId, weight: 1, at: new Date() });
    }
  });
});
afterAll(() => test.close());

describe('models', () => {
  it('are built in the background when an operator asks', async () => {
    const answer = await analyst(rebuildModels, { body: {} });
    expect(answer.status).toBe(202);
    expect(answer.reply()).toEqual({ sent: 1 });
    const states = async () =>
      (await analyst(listModels)).reply().items.map(({ kind, state, current }) => [kind, state, current]);
    await expect.poll(states, { timeout: 20_000 }).toEqual([
      ['ease', 'ready', true],
      ['item_knn', 'ready', true],
    ]);
    expect((await analyst(rebuildModels, { body: { collection: 'quests' } })).status).toBe(202);
  });

  it('of a collection nobody knows are not found; an odd name is refused', async () => {
    const unknown = await analyst(rebuildModels, { body: { collection: 'none' } });
    expect(unknown.status).toBe(404);
    expect(unknown.problem().code).toBe('recommendations.collection_not_found');
    expect((await analyst(rebuildModels, { body: { collection: 'No name' } })).status).toBe(422);
  });

  it.each([listModels, rebuildModels])('are for operators: $name', async (route) => {
    const input = route.method === 'POST' ? { body: {} } : {};
    expect((await testClient(test)(route, input)).status).toBe(401);
    expect((await testClient(test, 'author')(route, input)).status).toBe(403);
  });
});
