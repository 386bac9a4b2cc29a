import { expect, it } from 'vitest';
import { listCases } from '#capabilities/moderation/contract';
import { analyticsModule } from '#modules/capabilities/analytics';
import { chatModule } from '#modules/capabilities/chat';
import { filesModule } from '#modules/capabilities/files';
import { geoModule } from '#modules/capabilities/geo';
import { identityModule } from '#modules/capabilities/identity';
import { moderationModule } from '#modules/capabilities/moderation';
import { notificationsModule } from '#modules/capabilities/notifications';
import { paymentsModule } from '#modules/capabilities/payments';
import { recommendationsModule } from '#modules/capabilities/recommendations';
import { searchModule } from '#modules/capabilities/search';
import { questsModule } from '#modules/products/quests';
import { getLeaderboard, listMerch, listQuests } from '../../contract/index.ts';
import { startQuests } from '../../testing/index.ts';

const modules = [
  identityModule,
  filesModule,
  geoModule,
  searchModule,
  analyticsModule,
  notificationsModule,
  paymentsModule,
  moderationModule,
  recommendationsModule,
  chatModule,
  questsModule,
];

it('gives every page something to show, once', async () => {
  const quests = await startQuests({ modules });
  await quests.app.app.demo();
  await quests.app.app.demo();
  const found = (await quests.nobody(listQuests, { query: { limit: 100 } })).reply();
  expect(found.total).toBe(12);
  expect(
    found.items.every(
      ({ cover, rating, finished_count: finished }) => cover && rating.count > 0 && finished > 0,
    ),
  ).toBe(true);
  const board = (
    await quests.nobody(getLeaderboard, { params: { board: 'city' }, query: { city: 'saint-petersburg' } })
  ).reply();
  expect(board.items.length).toBeGreaterThan(10);
  expect((await quests.nobody(listMerch)).reply().items).toHaveLength(4);
  const moderator = await quests.person('moderator', ['moderator']);
  const waiting = (await moderator.call(listCases, { query: { kind: 'quests.quest' } })).reply();
  expect(waiting.items).toHaveLength(1);
  await quests.close();
});
