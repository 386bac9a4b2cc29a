import { afterAll, beforeAll, expect, it } from 'vitest';
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
import { getMapStyle } from '../../contract/index.ts';
import { type QuestsApp, startQuests } from '../../testing/index.ts';

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

let quests: QuestsApp;

beforeAll(async () => {
  const environment = {
    QUESTS_MAP_STYLE_URL: 'https://maps.example/style.json',
    QUESTS_MAP_ATTRIBUTION: 'Maps of Example',
  };
  quests = await startQuests({ modules, environment });
});
afterAll(() => quests.close());

it('tells everybody which map is configured', async () => {
  const answer = await quests.nobody(getMapStyle);
  expect(answer.status).toBe(200);
  expect(answer.reply()).toEqual({
    style_url: 'https://maps.example/style.json',
    attribution: 'Maps of Example',
  });
});
